import type { templates as vi } from '../vi/templates';

/** Words about Word templates of the office's own. */
export const templates: typeof vi = {
  intro:
    'If the office has a form of its own, bring it here: a .docx with fields such as {{ so_ky_hieu }}, {{ trich_yeu }}. It is checked before it is kept; each report chooses its form where it is exported to Word.',
  add: 'Add a template…',
  sample: 'Get a template to edit…',
  sampleHint: "It is the program's own form with the fields in their places; edit it in Word, then add it here.",
  none: "No template yet; reports are printed in the program's own form.",
  size: (kilobytes) => `${kilobytes} KB`,
  missing: 'The file of the template is gone',
  remove: 'Remove',
  removeOf: (name) => `Remove the template ${name}`,
  checking: 'Checking…',
  checked: (file) => `What was found in ${file}`,
  unusable: 'The template cannot be used yet. Mend the places below in Word, then choose the file again.',
  usable: (count) => `The template can be used; it has ${count} fields.`,
  usableWithWarnings: (count) => `The template can be used; it has ${count} fields. Please look at the notes below.`,
  error: 'Error',
  warning: 'Note',
  faults: {
    not_word: () => 'The file is no Word document (.docx).',
    old_word: () =>
      'The file is an old Word document (.doc) or has a password. Open it in Word, remove the password and save it as .docx.',
    dot_file: () => 'The file is a Word template (.dotx). Save it as .docx.',
    macros: () => 'The file carries macros and is not used. Save it as .docx, without macros.',
    too_large: () => 'The file is too large (at most 20 MB). Make the pictures in it smaller.',
    unsafe: (found) => `The file has a part that is not safe${found && ` (“${found}”)`} and is not opened.`,
    broken: (found) => `The part ${found} of the file is damaged. Open it in Word and save it again.`,
    unknown_field: (found) => `There is no field “${found}”.`,
    open_tag: (found) => `The braces of a field do not match at “${found}”.`,
    bad_tag: (found) => `“${found}” cannot be understood.`,
    unknown_command: (found) =>
      `Templates have no command “${found}”; only for, if, elif, else, endif, endfor can be used.`,
    unknown_filter: (found) =>
      `Templates have no filter “${found}”; only upper, lower, trim, join, length, first, last can be used.`,
    not_a_list: (found) => `“${found}” is no list and cannot be repeated.`,
    not_a_text: (found) => `“${found}” is no text; use a loop to print it line by line.`,
    never_closed: (found) => `“${found}” is never closed; add endfor or endif.`,
    never_opened: (found) => `“${found}” has no beginning before it.`,
    split: (found) =>
      `“${found}” and its beginning do not stand in the same place: both in one paragraph, or both as {%p %}, or both as {%tr %} in one table.`,
    not_in_row: (found) => `“${found}” must stand in a row of a table.`,
    lost_text: (found) => `“${found}” stands beside a command, in its paragraph or row, and will not be printed.`,
    cannot_fill: (found) => `Trying it out failed: ${found}.`,
    no_number: () => 'The template has no number of the report (field so_ky_hieu or so).',
    no_day: () => 'The template has no day of the report (field ngay).',
    no_signer: () => 'The template has no name of who signs (field nguoi_ky).',
    no_sections: () => 'The template has no text of the report (list muc).',
  },
  place: (part, paragraph, text) => {
    const parts = { body: '', header: 'header, ', footer: 'footer, ', notes: 'notes, ' };
    return `${parts[part]}paragraph ${paragraph}: “${text}”`;
  },
  hint: (field) => `Do you mean “${field}”?`,
  name: 'Name of the template',
  nameHint: 'A template of the same name will be replaced.',
  keep: 'Keep this template',
  discard: 'Cancel',
  savedAt: 'The template to edit was written:',
  form: 'Form',
  ownForm: "The program's own form",
};
