import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { book } from '$lib/book.svelte';
import { parseRoute } from '$lib/route';
import FiguresScreen from '../screens/figures/FiguresScreen.svelte';
import { reportCheck, reportDraft, reportPages, reportVersions } from '../screens/reports/fixtures';
import ReportsScreen from '../screens/reports/ReportsScreen.svelte';
import { figureGroups } from '../test/figures';
import { bookState, formList, reportRow } from '../test/fixtures';
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

it('has the report that will be open, with all that is read of it but its pages', async () => {
  const calls = answerWith({
    book_state: () => bookState(),
    list_forms: () => formList(),
    list_reports: () => [reportRow({ phase: 'dot2' }), reportRow()],
    report_draft: () => reportDraft(),
    report_check: () => reportCheck(),
    report_versions: () => reportVersions(),
    template_choice: () => ({ chosen: null, templates: [] }),
    return_marks: () => null,
    report_pages: () => reportPages(),
  });
  await book.load();
  const route = parseRoute('#/reports/dot1');
  await prepareScreen(route);
  const asked = calls.map(({ command }) => command);
  expect(calls.find(({ command }) => command === 'report_draft')?.args).toEqual({ phase: 'dot1' });
  render(ReportsScreen, { route });
  await screen.findByRole('textbox');
  const later = calls.map(({ command }) => command).slice(asked.length);
  expect(later).toEqual(['report_pages']);
});
