import type { Words } from '../vi';

const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;

/** Words of the checklist of a phase. */
export const checklist: Words['checklist'] = {
  title: 'Checklist',
  phases: 'Phases',
  ofPhase: (phase) => `Checklist of ${phase}`,
  loading: 'Opening the checklist…',

  show: 'Show',
  all: 'All',
  late: 'Late',
  week: 'This week',
  open: 'Not done',
  form: 'Form',
  allForms: 'All forms',
  find: 'Find an activity',
  print: 'Print',
  add: 'Add an activity of our own',
  addShort: 'Add activity',
  selectMany: 'Select several',

  column: { selected: 'Selected', tick: 'Done', title: 'Activity', forms: 'Forms', due: 'Due day or day done' },
  tick: (title) => `Done: ${title}`,
  select: (title) => `Select: ${title}`,
  due: (day) => `Due ${day}`,
  doneOn: (day) => `Done ${day}`,
  daysLate: (count) => `${days(count)} late`,
  daysLeft: (count) => (count === 0 ? 'Due today' : `${days(count)} left`),
  notApplicable: 'Not applicable',
  doing: 'In progress',
  noDay: 'No day yet',
  proposed: 'proposed',
  proposedHint: 'The plan gives no day of its own for this activity; this one is proposed by the program.',
  own: 'Our own',
  notes: (note, evidence, figures) =>
    [
      note ? 'has a note' : '',
      evidence ? `${evidence} ${evidence === 1 ? 'piece' : 'pieces'} of evidence` : '',
      figures ? `${figures} ${figures === 1 ? 'figure' : 'figures'}` : '',
    ]
      .filter(Boolean)
      .join(', '),
  waitsFor: (milestone) => `This phase does not have all of its dates yet: waiting for ${milestone}.`,

  emptyPhase: 'No activity of this phase applies to the unit. You can add one of your own.',
  emptyFilter: 'No activity matches the filter.',
  emptyLate: 'Nothing is late.',
  clearFilter: 'Clear the filter',

  selected: (count) => `${count} selected`,
  selectAll: 'Select all',
  deselect: 'Clear the selection',
  marks: { done: 'Done', doing: 'In progress', not_started: 'Not started', not_applicable: 'Not applicable' },
  keys: 'Keys',
  hint: {
    move: 'move',
    tick: 'tick',
    tickKey: 'Space',
    open: 'open',
    select: 'select',
    late: 'late only',
    add: 'add',
  },

  printed: {
    unit: 'Unit',
    on: (day) => `Printed on ${day}`,
    maker: 'PREPARED BY',
    approver: 'APPROVED BY',
    sign: '(Signature, full name)',
  },
};
