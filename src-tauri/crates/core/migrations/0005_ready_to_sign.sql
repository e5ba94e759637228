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

-- Annexes of a report: a row only where the official wants another thing than the program proposes.
CREATE TABLE report_annex (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    -- 'figures', 'activities', 'links', 'photos', or 'chart:' and the code of a chart.
    code TEXT NOT NULL,
    is_included INTEGER NOT NULL CHECK (is_included IN (0, 1)),
    UNIQUE (report_id, code)
) STRICT;

-- Photos of evidence that the official chose for a report, in their order.
CREATE TABLE report_photo (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    evidence_id INTEGER NOT NULL REFERENCES evidence (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    -- Empty takes the title of the activity.
    caption TEXT NOT NULL,
    is_large INTEGER NOT NULL CHECK (is_large IN (0, 1)),
    UNIQUE (report_id, evidence_id)
) STRICT;

CREATE INDEX report_photo_evidence ON report_photo (evidence_id);
-- Word templates of the office's own. Their files lie beside the book under their hash, as evidence does.
CREATE TABLE report_template (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    added_at TEXT NOT NULL
) STRICT;

-- The template that a report is written out with; NULL is the program's own form.
ALTER TABLE report ADD COLUMN template_id INTEGER REFERENCES report_template (id);

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
