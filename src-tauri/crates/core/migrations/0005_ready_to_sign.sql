-- Reports that are ready to sign. Old rows stay as they are: a text written before is plain text.

-- How `kept` and `composed` are written: lines of plain text, or the JSON of a text with bold letters and live figures.
ALTER TABLE report_section ADD COLUMN form TEXT NOT NULL DEFAULT 'plain' CHECK (form IN ('plain', 'rich'));

-- Official forms. One of the office's own is kept in the words of its file, so that it is checked like those that come with
-- the program. A report without a form takes the one that holds on its day.
CREATE TABLE form (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL
) STRICT;
ALTER TABLE report ADD COLUMN form_code TEXT;

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

-- Why a report that was sent is being corrected; empty where it is not.
ALTER TABLE report ADD COLUMN correction TEXT NOT NULL DEFAULT '';

-- A report as it left the house. The document lies beside the book under its hash. `content` is all that it said,
-- `standing` its figures and ticks, `written` what the official himself had said of it at that moment: a report that
-- counts as sent must still say that. A row is never changed; only taking the sending itself back removes it.
CREATE TABLE report_version (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    number INTEGER NOT NULL CHECK (number > 0),
    sent_on TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    who TEXT NOT NULL,
    cause TEXT NOT NULL CHECK (cause IN ('first', 'returned', 'corrected')),
    reason TEXT NOT NULL,
    content TEXT NOT NULL,
    standing TEXT NOT NULL,
    written TEXT NOT NULL,
    document TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    CHECK (cause <> 'corrected' OR reason <> ''),
    UNIQUE (report_id, number)
) STRICT;

CREATE TRIGGER report_version_never_changes BEFORE UPDATE ON report_version BEGIN
    SELECT RAISE(ABORT, 'a version of a report never changes');
END;
