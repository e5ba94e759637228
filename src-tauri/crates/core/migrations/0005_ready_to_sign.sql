-- Reports that are ready to sign. Old rows stay as they are: a text written before is plain text.

-- How `kept` and `composed` are written: lines of plain text, or the JSON of a text with bold letters and live figures.
ALTER TABLE report_section ADD COLUMN form TEXT NOT NULL DEFAULT 'plain' CHECK (form IN ('plain', 'rich'));
