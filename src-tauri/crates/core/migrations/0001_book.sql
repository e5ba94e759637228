-- The book, the unit it belongs to, one campaign, and the log of changes.
-- Fresh tables only; there are no old rows.
--
-- Every table has `id INTEGER PRIMARY KEY`: the log names a row by table and id.
-- Dates are TEXT as YYYY-MM-DD, instants TEXT as RFC 3339 in UTC.

CREATE TABLE book (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    created_at TEXT NOT NULL,
    is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1)),
    -- The day that a book with invented data takes for today.
    rehearsal_day TEXT
) STRICT;

CREATE TABLE preference (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    is_ours INTEGER NOT NULL CHECK (is_ours IN (0, 1)),
    name TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('province', 'district', 'sector', 'public_employees', 'commune',
        'direct_grassroots', 'grassroots', 'occupational_union')),
    superior TEXT NOT NULL,
    place TEXT NOT NULL,
    symbol TEXT NOT NULL,
    members INTEGER CHECK (members >= 0)
) STRICT;

CREATE UNIQUE INDEX unit_ours ON unit (is_ours) WHERE is_ours = 1;

CREATE TABLE signer (
    id INTEGER PRIMARY KEY,
    authority TEXT NOT NULL,
    title TEXT NOT NULL,
    name TEXT NOT NULL,
    is_default INTEGER NOT NULL CHECK (is_default IN (0, 1))
) STRICT;

-- The plan is kept as the text it was loaded from, so that a newer template in a newer program changes no old campaign.
CREATE TABLE campaign (
    id INTEGER PRIMARY KEY,
    plan_code TEXT NOT NULL UNIQUE,
    plan_file TEXT NOT NULL,
    plan_source TEXT NOT NULL,
    due_days_after_end INTEGER NOT NULL,
    is_due_proposed INTEGER NOT NULL CHECK (is_due_proposed IN (0, 1))
) STRICT;

CREATE TABLE fixed_due (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    phase TEXT NOT NULL,
    due_on TEXT NOT NULL,
    UNIQUE (campaign_id, phase)
) STRICT;

-- Only milestones that the user has set; the others follow the plan.
CREATE TABLE milestone (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    code TEXT NOT NULL,
    certainty TEXT NOT NULL CHECK (certainty IN ('unknown', 'expected', 'fixed')),
    starts_on TEXT,
    ends_on TEXT,
    reason TEXT NOT NULL,
    CHECK ((certainty = 'unknown') = (starts_on IS NULL)),
    UNIQUE (campaign_id, code)
) STRICT;

-- An activity of the plan has its code here and everything else in the plan; one of our own has it all here.
CREATE TABLE activity (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    code TEXT NOT NULL,
    attached_to INTEGER REFERENCES activity (id),
    title TEXT,
    explanation TEXT,
    starts_on TEXT,
    due_on TEXT,
    CHECK ((attached_to IS NULL) = (title IS NULL)),
    CHECK ((attached_to IS NULL) = (explanation IS NULL)),
    CHECK ((attached_to IS NULL) = (starts_on IS NULL)),
    CHECK ((attached_to IS NULL) = (due_on IS NULL)),
    UNIQUE (campaign_id, code)
) STRICT;

CREATE INDEX activity_attached ON activity (attached_to) WHERE attached_to IS NOT NULL;

-- Forms of our own activities, the main one at position 0.
CREATE TABLE activity_form (
    id INTEGER PRIMARY KEY,
    activity_id INTEGER NOT NULL REFERENCES activity (id),
    position INTEGER NOT NULL,
    form TEXT NOT NULL,
    UNIQUE (activity_id, position)
) STRICT;

-- A row exists only where somebody said something.
CREATE TABLE progress (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    activity_id INTEGER NOT NULL REFERENCES activity (id),
    state TEXT NOT NULL CHECK (state IN ('not_started', 'doing', 'done', 'not_applicable')),
    done_on TEXT,
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    CHECK ((state = 'done') = (done_on IS NOT NULL)),
    CHECK (state <> 'not_applicable' OR reason <> ''),
    UNIQUE (unit_id, activity_id)
) STRICT;

CREATE INDEX progress_activity ON progress (activity_id);

-- The log. A step is a named change; undo and redo are steps of their own and point at the change they speak of.
-- state: of a change, whether it holds now; 'gone' is one that was taken back and can no longer be done again.
CREATE TABLE change_step (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
    of_step INTEGER REFERENCES change_step (id),
    op TEXT NOT NULL,
    subject TEXT NOT NULL,
    touched INTEGER NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'gone')),
    CHECK ((kind = 'do') = (of_step IS NULL))
) STRICT;

CREATE INDEX change_step_state ON change_step (kind, state, id);

-- One row that changed, as JSON before and after. Written by triggers made from the schema at opening.
CREATE TABLE change_row (
    id INTEGER PRIMARY KEY,
    step_id INTEGER NOT NULL REFERENCES change_step (id),
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    old_row TEXT,
    new_row TEXT,
    CHECK (old_row IS NOT NULL OR new_row IS NOT NULL)
) STRICT;

CREATE INDEX change_row_step ON change_row (step_id);
CREATE INDEX change_row_target ON change_row (table_name, row_id);
