/** The process died here. Nothing after this point of the code ran. */
export class Killed extends Error {}

/** Kills the process of a test at one of its calls: before the call takes effect, or after. */
export interface Crash {
  /** Wraps a port so that its calls are counted and one of them kills. */
  readonly wrap: <Port extends object>(port: Port) => Port;
  /** Calls seen so far. */
  readonly calls: () => number;
}

/**
 * @param at - number of the call that kills, from 1; Infinity never kills
 * @param when - whether the call still takes effect
 */
export function crashAt(at: number, when: 'before' | 'after'): Crash {
  let calls = 0;
  let dead = false;
  const run = async (call: () => unknown): Promise<unknown> => {
    if (dead) throw new Killed('already dead');
    calls += 1;
    const kills = calls === at;
    if (kills) dead = true;
    if (kills && when === 'before') throw new Killed(`before call ${at}`);
    const result = await call();
    if (kills) throw new Killed(`after call ${at}`);
    return result;
  };
  return {
    calls: () => calls,
    wrap: (port) =>
      new Proxy(port, {
        get(target, name, receiver) {
          const member: unknown = Reflect.get(target, name, receiver);
          if (typeof member !== 'function') return member;
          return (...args: unknown[]) => run(() => Reflect.apply(member, target, args) as unknown);
        },
      }),
  };
}
