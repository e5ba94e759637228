// A program to speak with in tests: answers given by the test, at the very boundary where the real one answers.
import type { CommandError, Commands } from '$lib/ipc/bindings';

export type Answers = {
  [K in keyof Commands]?: (args: Commands[K]['args']) => Commands[K]['ret'] | Promise<Commands[K]['ret']>;
};
type Heard = (event: { payload: unknown }) => void;
/** Who listens, by the name of the event; the program's own registration is by number. */
const callbacks = new Map<number, Heard>();
const listening = new Map<string, Set<number>>();
type Call = { command: string; args: unknown };

/** Puts the answers in place and gives the list of calls as it grows. A command without an answer fails the test. */
export function answerWith(answers: Answers): Call[] {
  const calls: Call[] = [];
  const invoke = async (command: string, args: unknown): Promise<unknown> => {
    if (command === 'plugin:event|listen') return listenTo(args as { event: string; handler: number });
    if (command.startsWith('plugin:')) return 0;
    calls.push({ command, args });
    const answer = (answers as Record<string, ((args: unknown) => unknown) | undefined>)[command];
    if (!answer) throw new Error(`no answer was given for ${command}`);
    return answer(args ?? {});
  };
  Object.assign(window, {
    __TAURI_INTERNALS__: { invoke, transformCallback: keep, unregisterCallback: () => undefined },
    __TAURI_EVENT_PLUGIN_INTERNALS__: {
      unregisterListener: (event: string, handler: number) => listening.get(event)?.delete(handler),
    },
  });
  return calls;
}

function keep(callback: Heard): number {
  callbacks.set(callbacks.size + 1, callback);
  return callbacks.size;
}

function listenTo({ event, handler }: { event: string; handler: number }): number {
  listening.set(event, (listening.get(event) ?? new Set()).add(handler));
  return handler;
}

/** Something happens to the window: the program tells the page of it. */
export function happens(event: string, payload: unknown): void {
  for (const handler of listening.get(event) ?? []) callbacks.get(handler)?.({ payload });
}

/** A refusal, as the program sends it. */
export function refuse(code: CommandError['code'], fields: Record<string, string> = {}): never {
  throw { code, message: `Refused: ${code}`, fields } satisfies CommandError;
}
