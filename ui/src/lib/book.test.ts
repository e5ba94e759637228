import { describe, expect, it } from 'vitest';
import { bookState } from '../test/fixtures';
import { answerWith } from '../test/program';
import { book } from './book.svelte';
import { call } from './ipc/backend';

describe('undo', () => {
  it('waits for a change that is still on its way, which is the one that is meant', async () => {
    const calls = answerWith({
      book_state: () => bookState(),
      set_note: () => ({ step: null }),
      undo: () => ({ step: null }),
    });
    let arrive = (): void => undefined;
    const slow = new Promise<void>((resolve) => (arrive = resolve));
    const change = book.tryChange(async () => {
      await slow;
      return call('set_note', { code: 'III.1-1', note: 'x' });
    });
    const undone = book.tryUndo(null);
    arrive();
    await Promise.all([change, undone]);
    const changes = calls.map((one) => one.command).filter((command) => command !== 'book_state');
    expect(changes).toEqual(['set_note', 'undo']);
  });
});
