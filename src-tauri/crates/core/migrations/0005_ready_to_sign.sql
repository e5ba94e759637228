-- Reports that are ready to sign. Old rows stay as they are: a text written before is plain text.

-- How `kept` and `composed` are written: lines of plain text, or the JSON of a text with bold letters and live figures.
ALTER TABLE report_section ADD COLUMN form TEXT NOT NULL DEFAULT 'plain' CHECK (form IN ('plain', 'rich'));

-- sign: check before signing, and versions of what was sent. Reports that were sent before have no version.

-- A finding that the official has looked at, with what was found at that moment: it comes back when that changes.
CREATE TABLE report_seen (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    phase TEXT NOT NULL,
    finding TEXT NOT NULL,
    found TEXT NOT NULL,
    UNIQUE (unit_id, campaign_id, phase, finding)
) STRICT;
