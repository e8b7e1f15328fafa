// One signal made of the caller's and of a timer, without `AbortSignal.any`, which older browsers
// lack, and without leaving a listener or a timer behind.

// The longest that a timer can be set for; a longer one would fire at once.
const LONGEST_TIMER = 0x7fff_ffff;

/** Waits that long; after an abort for ever, since nobody waits for what would come next. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  });
}

/**
 * Runs `task` until it settles, `outer` aborts or the time is up, whichever comes first; after the
 * last two it rejects with what `interrupted` makes of the signal that `task` was given.
 */
export async function cancellable<T>(
  task: (signal: AbortSignal) => Promise<T>,
  outer: AbortSignal | undefined,
  timeoutMs: number | undefined,
  interrupted: (signal: AbortSignal) => unknown,
): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const abort = (): void => controller.abort(outer?.reason);
  const expire = (): void => controller.abort(new DOMException("The time is up", "TimeoutError"));
  const timer = timeoutMs !== undefined && timeoutMs <= LONGEST_TIMER ? setTimeout(expire, timeoutMs) : undefined;
  outer?.addEventListener("abort", abort);
  try {
    // A race, since a `fetch` of the user's own, or the headers it waits for, may ignore the signal.
    return await new Promise<T>((resolve, reject) => {
      signal.onabort = () => reject(interrupted(signal));
      if (outer?.aborted) abort();
      else task(signal).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener("abort", abort);
  }
}
