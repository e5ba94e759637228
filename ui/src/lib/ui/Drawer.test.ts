import { fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { expect, it } from 'vitest';
import Drawer from './Drawer.svelte';

it('is closed by Esc, but not by that of a dialog which was opened in it', async () => {
  let nClosed = 0;
  const html = (render: () => string) => createRawSnippet(() => ({ render }));
  render(Drawer, {
    label: 'Đơn vị',
    onclose: () => (nClosed += 1),
    head: html(() => '<h2>Đơn vị</h2>'),
    children: html(() => '<div><button>Mở</button><dialog open><input aria-label="Ghi chú" /></dialog></div>'),
  });
  await fireEvent.keyDown(screen.getByLabelText('Ghi chú'), { key: 'Escape' });
  expect(nClosed).toBe(0);
  await fireEvent.keyDown(screen.getByRole('button', { name: 'Mở' }), { key: 'Escape' });
  expect(nClosed).toBe(1);
});
