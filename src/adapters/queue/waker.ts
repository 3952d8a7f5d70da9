/** Lets a worker wait for work without missing any. */
export interface Waker {
  /** Ends the current wait, or else the next one at once. */
  wake(): void;
  /** Resolves after `wake`, when something is due, or after `timeoutMs`. */
  wait(timeoutMs: number): Promise<void>;
}

/**
 * Makes a waker for one worker loop. Besides being woken it looks every `pollMs`, because other processes accept work too
 * and a retry comes due by itself.
 */
export function createWaker(deps: {
  readonly sleep: (ms: number) => Promise<void>;
  readonly pollMs: number;
  readonly isDue: () => Promise<boolean>;
}): Waker {
  let isAwake = false;
  let notify: () => void = () => undefined;
  return {
    wake: () => {
      isAwake = true;
      notify();
    },
    wait: async (timeoutMs) => {
      const woken = new Promise<void>((resolve) => {
        notify = resolve;
      });
      for (let left = timeoutMs; left > 0 && !isAwake; left -= deps.pollMs) {
        if (await deps.isDue()) break;
        await Promise.race([woken, deps.sleep(Math.min(left, deps.pollMs))]);
      }
      isAwake = false;
    },
  };
}
