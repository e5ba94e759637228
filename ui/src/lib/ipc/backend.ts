// The only file that speaks with the program. Everything else sees typed calls and errors with a code.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { CommandError, Commands, ErrorCode, FilesDropped, MoveProgress } from './bindings';

export type CommandName = keyof Commands;
type Args<K extends CommandName> = Commands[K]['args'];
export type Answer<K extends CommandName> = Commands[K]['ret'];
type Rest<K extends CommandName> = Args<K> extends Record<string, never> ? [] : [args: Args<K>];

/** A refusal or failure of the program; its words are in the catalogue, by `code` and `fields`. */
export class BackendError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string>;

  constructor(code: ErrorCode, message: string, fields: Record<string, string> = {}) {
    super(message);
    this.name = 'BackendError';
    this.code = code;
    this.fields = fields;
  }
}

function isCommandError(reason: unknown): reason is CommandError {
  return typeof reason === 'object' && reason !== null && 'code' in reason && 'message' in reason;
}

/** Whatever was thrown, as a `BackendError`. A fault that has no code (a command that is not allowed) becomes `io`. */
export function toBackendError(reason: unknown): BackendError {
  if (reason instanceof BackendError) return reason;
  if (isCommandError(reason)) return new BackendError(reason.code, reason.message, { ...reason.fields });
  return new BackendError('io', reason instanceof Error ? reason.message : String(reason));
}

/** Calls that are not answered yet. */
const running = new Set<Promise<unknown>>();

/** What was asked for ahead, by the whole question. */
const ahead = new Map<string, Promise<unknown>>();

/**
 * Asks what a screen will ask when it is shown, while another one still is; the first who asks the same gets this answer.
 * Never rejects: a refusal is `null` here, and is told to the one who asks then.
 */
export function askAhead<K extends CommandName>(command: K, ...rest: Rest<K>): Promise<Answer<K> | null> {
  const answer = call(command, ...rest);
  ahead.set(JSON.stringify([command, ...rest]), answer);
  return answer.catch(() => null);
}

/** What was asked for ahead and not taken is no longer true, or no longer wanted. */
export const forgetAhead = (): void => ahead.clear();

/** Calls a command of the program. Rejects with a `BackendError` only. */
export async function call<K extends CommandName>(command: K, ...rest: Rest<K>): Promise<Answer<K>> {
  const question = ahead.size === 0 ? '' : JSON.stringify([command, ...rest]);
  const known = ahead.get(question);
  if (known !== undefined) {
    ahead.delete(question);
    return known as Promise<Answer<K>>;
  }
  const answer = invoke<Answer<K>>(command, rest[0] as Record<string, unknown> | undefined);
  running.add(answer);
  try {
    return await answer;
  } catch (reason) {
    throw toBackendError(reason);
  } finally {
    running.delete(answer);
  }
}

const isPlanFile = (path: string): boolean => path.toLowerCase().endsWith('.sotg');

/**
 * Hears of files that were dropped on the window, but for plan files; call the answer to stop. Files can only be dropped in
 * the real window.
 */
export function onFilesDropped(heard: (paths: string[]) => void): () => void {
  return hear<FilesDropped>('files-dropped', ({ paths }) => {
    const others = paths.filter((path) => !isPlanFile(path));
    if (others.length > 0) heard(others);
  });
}

/** Hears of a plan file that was dropped on the window; of several, the first. */
export function onPlanDropped(heard: (path: string) => void): () => void {
  return hear<FilesDropped>('files-dropped', ({ paths }) => {
    const plan = paths.find(isPlanFile);
    if (plan !== undefined) heard(plan);
  });
}

/** Hears that the file manager has handed over a plan file; `handed_file` gives it. */
export function onFileHanded(heard: () => void): () => void {
  return hear('file-handed', heard);
}

/** Hears how far a move of the data folder is; call the answer to stop. */
export const onMoveProgress = (heard: (progress: MoveProgress) => void): (() => void) => hear('move-progress', heard);

/** The window is about to close: `save` saves what is being typed, and the window waits for it (two seconds at most). */
export function onClosing(save: () => Promise<void>): () => void {
  return hear('closing', () => {
    void save()
      .then(() => Promise.allSettled(running))
      .then(() => call('ready_to_close'));
  });
}

function hear<T>(event: string, heard: (payload: T) => void): () => void {
  let stopped = false;
  let stop = (): void => undefined;
  void listen<T>(event, ({ payload }) => heard(payload)).then((unlisten) => {
    if (stopped) unlisten();
    else stop = unlisten;
  });
  return () => {
    stopped = true;
    stop();
  };
}
