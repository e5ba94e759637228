-- The office that collects: units below ours with their history, what is expected of whom, what was received, congresses, and
-- who was reminded. Fresh tables, and columns with a default; old rows stay as they are.
--
-- `unit` holds who a unit is and its facts that have no date of their own; for units below ours `name` and `level` are
-- those of the last row in `unit_span`. Where a unit stands in the tree, and under which name, is dated.

ALTER TABLE unit ADD COLUMN code TEXT NOT NULL DEFAULT '';
ALTER TABLE unit ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE unit ADD COLUMN sector TEXT NOT NULL DEFAULT 'unknown' CHECK (sector IN ('unknown', 'state', 'non_state'));
-- Whether it has a page on Facebook; NULL while nobody has said.
ALTER TABLE unit ADD COLUMN has_page INTEGER CHECK (has_page IN (0, 1));
-- The department of our office that follows it (V.1.2 of plan 383).
ALTER TABLE unit ADD COLUMN followed_by TEXT NOT NULL DEFAULT '';

CREATE UNIQUE INDEX unit_code ON unit (code) WHERE code <> '';

-- Kinds are data: the office may add its own. A kind counts as a level, and rules speak of levels.
CREATE TABLE unit_kind (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('province', 'district', 'sector', 'public_employees', 'commune',
        'direct_grassroots', 'grassroots', 'occupational_union')),
    position INTEGER NOT NULL
) STRICT;

-- The kinds that every book begins with, in the order in which units of one parent are listed.
INSERT INTO unit_kind (id, code, name, level, position) VALUES
    (1, 'ldld-thanh-pho', 'Liên đoàn Lao động thành phố', 'district', 1),
    (2, 'ldld-thi-xa', 'Liên đoàn Lao động thị xã', 'district', 2),
    (3, 'ldld-huyen', 'Liên đoàn Lao động huyện', 'district', 3),
    (4, 'cd-nganh', 'Công đoàn ngành', 'sector', 4),
    (5, 'cd-vien-chuc', 'Công đoàn Viên chức tỉnh', 'public_employees', 5),
    (6, 'cd-phuong', 'Công đoàn phường', 'commune', 6),
    (7, 'cd-xa', 'Công đoàn xã', 'commune', 7),
    (8, 'cd-dac-khu', 'Công đoàn đặc khu', 'commune', 8),
    (9, 'cdcs-truc-thuoc', 'Công đoàn cơ sở trực thuộc', 'direct_grassroots', 9),
    (10, 'cdcs-co-quan', 'Công đoàn cơ sở cơ quan hành chính', 'grassroots', 10),
    (11, 'cdcs-truong-hoc', 'Công đoàn cơ sở trường học', 'grassroots', 11),
    (12, 'cdcs-su-nghiep', 'Công đoàn cơ sở đơn vị sự nghiệp', 'grassroots', 12),
    (13, 'cdcs-doanh-nghiep', 'Công đoàn cơ sở doanh nghiệp', 'grassroots', 13),
    (14, 'cdcs-hop-tac-xa', 'Công đoàn cơ sở hợp tác xã', 'grassroots', 14),
    (15, 'cdcs', 'Công đoàn cơ sở', 'grassroots', 15),
    (16, 'nghiep-doan', 'Nghiệp đoàn', 'occupational_union', 16);

-- Where a unit stands and what it is called, from a day until another (both days belong to it). The spans of a unit do not
-- overlap; outside of them the unit does not exist. NULL: since ever, or still.
CREATE TABLE unit_span (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    starts_on TEXT,
    ends_on TEXT,
    -- NULL: directly below our unit.
    parent_id INTEGER REFERENCES unit (id),
    name TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('province', 'district', 'sector', 'public_employees', 'commune',
        'direct_grassroots', 'grassroots', 'occupational_union')),
    kind TEXT NOT NULL,
    -- A place that the office gave it among its neighbours. Those with the same number are listed by kind, then by name.
    position INTEGER NOT NULL,
    -- The documents by which it came to be so and, on its last day, by which the unit ended; empty where nobody named one.
    began_by TEXT NOT NULL,
    ended_by TEXT NOT NULL,
    CHECK (parent_id IS NOT unit_id),
    CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on),
    CHECK (ended_by = '' OR ends_on IS NOT NULL)
) STRICT;

CREATE INDEX unit_span_unit ON unit_span (unit_id, starts_on);
CREATE INDEX unit_span_parent ON unit_span (parent_id);

-- Which unit came out of which: merged into, split from.
CREATE TABLE unit_descent (
    id INTEGER PRIMARY KEY,
    from_unit_id INTEGER NOT NULL REFERENCES unit (id),
    to_unit_id INTEGER NOT NULL REFERENCES unit (id),
    manner TEXT NOT NULL CHECK (manner IN ('merged', 'split')),
    on_day TEXT NOT NULL,
    document TEXT NOT NULL,
    UNIQUE (from_unit_id, to_unit_id)
) STRICT;

CREATE INDEX unit_descent_to ON unit_descent (to_unit_id);

-- Whom one writes to or calls: by title, never a member.
CREATE TABLE unit_contact (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    title TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;

CREATE INDEX unit_contact_unit ON unit_contact (unit_id);

-- A due day for all units of a level; it wins over the rule of the campaign. An activity has its code; the phase report has
-- none.
CREATE TABLE level_due (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    phase TEXT NOT NULL,
    activity TEXT NOT NULL,
    level TEXT NOT NULL,
    due_on TEXT NOT NULL,
    UNIQUE (campaign_id, phase, activity, level)
) STRICT;

-- One unit is given another day, or is not expected to report at all (due_on NULL), and why. An activity has its code; the
-- phase report has none.
CREATE TABLE exception (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    phase TEXT NOT NULL,
    activity TEXT NOT NULL,
    due_on TEXT,
    reason TEXT NOT NULL CHECK (reason <> ''),
    allowed_by TEXT NOT NULL,
    document TEXT NOT NULL,
    UNIQUE (campaign_id, unit_id, phase, activity)
) STRICT;

CREATE INDEX exception_unit ON exception (unit_id);

-- What our office has of a unit's phase report. No row: nothing yet.
CREATE TABLE received_report (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    phase TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('received', 'returned', 'accepted', 'withdrawn')),
    signed_on TEXT,
    sent_on TEXT,
    received_on TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('program', 'word', 'excel', 'paper', 'telephone')),
    -- A report without content is kept and does not count as one.
    has_content INTEGER NOT NULL CHECK (has_content IN (0, 1)),
    note TEXT NOT NULL,
    UNIQUE (campaign_id, phase, unit_id)
) STRICT;

CREATE INDEX received_report_unit ON received_report (unit_id);

-- The congress of a unit in a campaign.
CREATE TABLE congress (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    planned_on TEXT,
    held_on TEXT,
    held_until TEXT,
    place TEXT NOT NULL,
    is_pilot INTEGER NOT NULL CHECK (is_pilot IN (0, 1)),
    delegates INTEGER CHECK (delegates >= 0),
    result TEXT NOT NULL,
    CHECK (held_until IS NULL OR held_on IS NOT NULL),
    UNIQUE (campaign_id, unit_id)
) STRICT;

CREATE INDEX congress_unit ON congress (unit_id);

-- Who was reminded of which report, when and how. `step` is days after the due day: -7, 0, 3, 7.
CREATE TABLE reminder (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    phase TEXT NOT NULL,
    step INTEGER NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('chat', 'email', 'letter', 'telephone')),
    reminded_on TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE INDEX reminder_unit ON reminder (unit_id, phase);

-- How the office counts: which day of a report decides whether it is late.
ALTER TABLE campaign ADD COLUMN late_by TEXT NOT NULL DEFAULT 'received' CHECK (late_by IN ('signed', 'sent', 'received'));

-- The board counts finished activities of a thousand units and more: by unit, with state, from the index alone.
CREATE INDEX progress_state ON progress (unit_id, state, activity_id);

-- The history of one unit also tells of rows that are no longer there. Those that are there are found by their own tables,
-- and both then through change_row_target: an index of every row in the log would make a long import slower by a fifth.
CREATE INDEX change_row_removed ON change_row (json_extract(old_row, '$.unit_id')) WHERE new_row IS NULL;
