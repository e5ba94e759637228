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
