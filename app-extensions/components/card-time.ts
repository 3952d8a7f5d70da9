/** The clock on the user's screen; a parameter, so that tests turn it by hand. */
export interface CardTime {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Calls `tick` each minute until the returned function is called. */
  readonly everyMinute: (tick: () => void) => () => void;
  /** Calls `then` once after so many milliseconds, unless the returned function is called before. */
  readonly after: (ms: number, then: () => void) => () => void;
}

/** The clock of the machine. */
export const machineTime: CardTime = {
  now: () => Date.now(),
  everyMinute(tick) {
    const timer = setInterval(tick, 60_000);
    return () => {
      clearInterval(timer);
    };
  },
  after(ms, then) {
    const timer = setTimeout(then, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
