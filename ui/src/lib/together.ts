/** Nothing that has been read waits longer for the rest than this. */
const PATIENCE_MS = 100;

let nRunning = 0;
let waiting: (() => void)[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

function release(): void {
  clearTimeout(timer);
  timer = undefined;
  const ready = waiting;
  waiting = [];
  for (const go of ready) go();
}

/**
 * What is read of the book at the same time comes at the same time, so that the window is drawn once: a drawing takes longer than
 * nearly all that is read. What takes long is not waited for.
 */
export async function together<T>(asked: Promise<T>): Promise<T> {
  nRunning += 1;
  try {
    return await asked;
  } finally {
    nRunning -= 1;
    if (nRunning === 0) release();
    else {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        timer ??= setTimeout(release, PATIENCE_MS);
      });
    }
  }
}
