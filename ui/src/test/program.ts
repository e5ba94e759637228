// A program to speak with in tests: answers given by the test, at the very boundary where the real one answers.
import type { CommandError, Commands } from '$lib/ipc/bindings';

export type Answers = {
  [K in keyof Commands]?: (args: Commands[K]['args']) => Commands[K]['ret'] | Promise<Commands[K]['ret']>;
};
type Call = { command: string; args: unknown };

/** Puts the answers in place and gives the list of calls as it grows. A command without an answer fails the test. */
export function answerWith(answers: Answers): Call[] {
  const calls: Call[] = [];
  const invoke = async (command: string, args: unknown): Promise<unknown> => {
    if (command.startsWith('plugin:')) return 0;
    calls.push({ command, args });
    const answer = (answers as Record<string, ((args: unknown) => unknown) | undefined>)[command];
    if (!answer) throw new Error(`no answer was given for ${command}`);
    return answer(args ?? {});
  };
  Object.assign(window, {
    __TAURI_INTERNALS__: { invoke, transformCallback: () => 0, unregisterCallback: () => undefined },
    __TAURI_EVENT_PLUGIN_INTERNALS__: { unregisterListener: () => undefined },
  });
  return calls;
}

/** A refusal, as the program sends it. */
export function refuse(code: CommandError['code'], fields: Record<string, string> = {}): never {
  throw { code, message: `Refused: ${code}`, fields } satisfies CommandError;
}
