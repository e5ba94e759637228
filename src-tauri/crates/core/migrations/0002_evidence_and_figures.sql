-- Evidence of activities, and figures of phases and of activities.
-- Fresh tables only; old rows stay as they are.

CREATE TABLE evidence (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    activity_id INTEGER NOT NULL REFERENCES activity (id),
    kind TEXT NOT NULL CHECK (kind IN ('file', 'link')),
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    sha256 TEXT NOT NULL,
    added_at TEXT NOT NULL,
    CHECK ((kind = 'link') = (url <> '')),
    CHECK ((kind = 'file') = (sha256 <> ''))
) STRICT;

CREATE INDEX evidence_activity ON evidence (activity_id, unit_id);

-- No row: not reported. `value` is the number times 10 to the power of the indicator's decimals.
CREATE TABLE figure (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    phase TEXT NOT NULL,
    activity_id INTEGER REFERENCES activity (id),
    indicator TEXT NOT NULL,
    split TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('number', 'nothing', 'not_applicable')),
    value INTEGER CHECK (value >= 0),
    is_estimate INTEGER NOT NULL CHECK (is_estimate IN (0, 1)),
    CHECK ((state = 'number') = (value IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX figure_place ON figure (unit_id, campaign_id, phase, indicator, split, ifnull(activity_id, 0));
CREATE INDEX figure_activity ON figure (activity_id) WHERE activity_id IS NOT NULL;
