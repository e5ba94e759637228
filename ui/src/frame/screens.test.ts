import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { book } from '$lib/book.svelte';
import { parseRoute } from '$lib/route';
import FiguresScreen from '../screens/figures/FiguresScreen.svelte';
import { figureGroups } from '../test/figures';
import { bookState } from '../test/fixtures';
import { answerWith } from '../test/program';
import { prepareScreen } from './screens';

it('has all that the figures ask for before they take the place of another screen, so that they are drawn once', async () => {
  const calls = answerWith({
    book_state: () => bookState(),
    return_marks: () => null,
    figure_table: () => ({ phase: 'dot1', groups: figureGroups(), n_reported: 2, n_indicators: 4 }),
  });
  await book.load();
  const route = parseRoute('#/figures/dot1');
  await prepareScreen(route);
  const asked = calls.map(({ command }) => command);
  expect(asked).toContain('figure_table');
  render(FiguresScreen, { route });
  await screen.findByRole('table');
  expect(calls.map(({ command }) => command)).toEqual(asked);
});
