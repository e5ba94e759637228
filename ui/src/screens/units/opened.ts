// Opens the screen of the units over an invented program, for the tests of its parts.
import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { book } from '$lib/book.svelte';
import type { UnitTree } from '$lib/ipc/bindings';
import { parseRoute } from '$lib/route';
import { bookState } from '../../test/fixtures';
import { answerWith, refuse, type Answers } from '../../test/program';
import { unitDetail, unitTree } from '../../test/units';
import UnitsScreen from './UnitsScreen.svelte';

export const step = (op: 'edit_unit' | 'add_unit' | 'change_structure' | 'remove_unit' | 'set_unit_kind') => ({
  step: { step: 5, op, subject: 'CĐCS', count: 1 },
});
export function program(more: Answers = {}, tree: UnitTree = unitTree()) {
  return answerWith({
    book_state: () => bookState({ n_units: tree.units.length }),
    unit_tree: () => tree,
    unit_detail: ({ unit }) => {
      const node = tree.units.find((one) => one.id === unit);
      return node ? unitDetail(node) : refuse('not_found', { what: 'unit', id: String(unit) });
    },
    ...more,
  });
}
export async function open(hash = '#/units') {
  await book.load();
  render(UnitsScreen, { route: parseRoute(hash) });
}
export const argsOf = (calls: { command: string; args: unknown }[], command: string) =>
  calls.filter((call) => call.command === command).at(-1)?.args;

/** The button that makes the change, reached and pressed by the keys. */
export async function confirm() {
  screen.getByRole('button', { name: 'Ghi thay đổi' }).focus();
  await userEvent.keyboard('{Enter}');
}
