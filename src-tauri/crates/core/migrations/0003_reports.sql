-- Phase reports: what the official says about head, state and text. What he has not touched is composed anew each time.
-- Fresh tables only; old rows stay as they are.

CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    phase TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'received', 'returned', 'accepted')),
    sent_on TEXT,
    number TEXT NOT NULL,
    dated_on TEXT,
    -- One line each; NULL takes what the plan proposes.
    addressees TEXT,
    recipients TEXT,
    signer_id INTEGER REFERENCES signer (id),
    CHECK (state = 'draft' OR sent_on IS NOT NULL),
    UNIQUE (unit_id, campaign_id, phase)
) STRICT;

-- A text of the official's own. `composed` is what the program would have written at that moment.
CREATE TABLE report_section (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    section TEXT NOT NULL,
    kept TEXT NOT NULL,
    composed TEXT NOT NULL,
    UNIQUE (report_id, section)
) STRICT;
