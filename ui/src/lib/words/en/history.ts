import type { history as vi } from '../vi/history';

export const history: typeof vi = {
  title: 'Log of changes',
  note: 'Every change of the book is kept here, also after the program was closed.',
  columns: { time: 'Time', what: 'Change', who: 'By', state: 'State', action: 'Action' },
  kinds: { do: '', undo: 'Undo', redo: 'Redo' },
  undone: 'Undone',
  takeBack: 'Undo',
  takeBackWhat: (what) => `Undo: ${what}`,
  more: 'Show older changes',
  empty: 'Nothing has been changed yet.',
  emptyText: 'When you tick activities, enter figures or write reports, each change will be listed here.',
};
