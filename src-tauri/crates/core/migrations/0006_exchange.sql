-- Reports travel as files. Fresh tables, and columns with a default; old rows stay as they are.

-- The key with which our office signs what it sends: 32 bytes in hex. Made by the program when it is first needed.
CREATE TABLE office_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    secret TEXT NOT NULL
) STRICT;

-- The name of a unit in files, given by the office that leads the campaign, the same in every book; empty until one was issued
-- or taken over.
ALTER TABLE unit ADD COLUMN uid TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX unit_uid ON unit (uid) WHERE uid <> '';

-- The plan file that the campaign was taken from or issued in: public key of the office that leads it, version. Ours is the
-- key of `office_key`; empty and 0 without a plan file.
ALTER TABLE campaign ADD COLUMN issuer_key TEXT NOT NULL DEFAULT '';
ALTER TABLE campaign ADD COLUMN issued_version INTEGER NOT NULL DEFAULT 0;

-- Keys of units that our office has accepted. A unit that got another computer has a new key, once somebody has confirmed it.
CREATE TABLE trusted_key (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    key TEXT NOT NULL,
    accepted_on TEXT NOT NULL,
    who TEXT NOT NULL,
    UNIQUE (unit_id)
) STRICT;

-- What came of a unit, one row for each version that it sent, never changed. `report` is the payload without its figures,
-- `figures` its figures, both JSON. The file lies beside the book under its hash, so that it can be forwarded unchanged.
-- The one that counts is that of the largest version, then of the largest sequence.
CREATE TABLE received_file (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    phase TEXT NOT NULL,
    version INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    -- Of the payload; of the file itself where it has none.
    payload_sha256 TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('program', 'word', 'excel', 'paper', 'telephone')),
    -- Public key that signed it; empty for what nobody signed.
    key TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    received_on TEXT NOT NULL,
    -- Who typed it in for the unit, by title; empty for what the unit wrote itself.
    entered_for TEXT NOT NULL,
    -- Lines of the document that were changed after it left the program, JSON; '[]' if none.
    edits TEXT NOT NULL,
    report TEXT NOT NULL,
    figures TEXT NOT NULL,
    UNIQUE (campaign_id, unit_id, phase, payload_sha256)
) STRICT;

CREATE INDEX received_file_unit ON received_file (unit_id);
CREATE INDEX received_file_phase ON received_file (campaign_id, phase, unit_id, version, sequence);

-- What was sent and what came, in both directions.
CREATE TABLE ledger (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    direction TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
    kind TEXT NOT NULL CHECK (kind IN ('campaign', 'report', 'form', 'return', 'receipt', 'forwarded')),
    -- NULL: our own unit, or all.
    unit_id INTEGER REFERENCES unit (id),
    phase TEXT NOT NULL,
    version INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    on_day TEXT NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE INDEX ledger_day ON ledger (campaign_id, on_day);
CREATE INDEX ledger_unit ON ledger (unit_id);

-- Consolidation: what the units below brought, as it was frozen. The last row of a phase counts; `content` is what was frozen,
-- byte for byte, with its hash.
CREATE TABLE consolidation (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    phase TEXT NOT NULL,
    frozen_at TEXT NOT NULL,
    frozen_on TEXT NOT NULL,
    who TEXT NOT NULL,
    note TEXT NOT NULL,
    n_units INTEGER NOT NULL,
    content TEXT NOT NULL,
    sha256 TEXT NOT NULL
) STRICT;

CREATE INDEX consolidation_phase ON consolidation (campaign_id, phase);

-- Texts of units that were picked for a section of our report.
CREATE TABLE picked_text (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    phase TEXT NOT NULL,
    section TEXT NOT NULL,
    file_id INTEGER NOT NULL REFERENCES received_file (id),
    UNIQUE (campaign_id, phase, section, file_id)
) STRICT;

-- form: a report of ours that came back to be corrected, with what is to be mended where. Gone when the next version is sent.
CREATE TABLE returned_report (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    phase TEXT NOT NULL,
    version INTEGER NOT NULL,
    payload_sha256 TEXT NOT NULL,
    office TEXT NOT NULL,
    returned_on TEXT NOT NULL,
    wanted_by TEXT,
    note TEXT NOT NULL,
    UNIQUE (campaign_id, phase)
) STRICT;

CREATE TABLE return_mark (
    id INTEGER PRIMARY KEY,
    returned_id INTEGER NOT NULL REFERENCES returned_report (id),
    position INTEGER NOT NULL,
    -- A MarkPlace, as JSON.
    place TEXT NOT NULL,
    note TEXT NOT NULL,
    UNIQUE (returned_id, position)
) STRICT;

-- The key of the office above ours, once somebody has confirmed it; that of the office that leads the campaign stands there.
CREATE TABLE superior_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    key TEXT NOT NULL,
    office TEXT NOT NULL,
    accepted_on TEXT NOT NULL,
    who TEXT NOT NULL
) STRICT;

-- Plan files that were issued or taken over, as they left or came: a version is never given twice, the next one is compared
-- with the last, and the file is passed on unchanged. Not part of the log: what has left the house is not called back. The
-- campaign is named by the code of its plan, because taking back its set-up removes its row.
CREATE TABLE campaign_file (
    id INTEGER PRIMARY KEY,
    plan TEXT NOT NULL,
    -- Public key that signed it.
    key TEXT NOT NULL,
    version INTEGER NOT NULL,
    file TEXT NOT NULL,
    UNIQUE (plan, key, version)
) STRICT;
