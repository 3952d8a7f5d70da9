import { inTime, type Alarm } from './in-time.ts';

/** Runs work while no other that shares one of its keys runs. */
export type KeyedMutex = <T>(keys: readonly string[], work: () => Promise<T>) => Promise<T>;

/**
 * Excludes within one process. Whoever comes first goes first, for every key: all keys are queued for in one step, so two that
 * share several cannot each hold what the other waits for, in whatever order they name them.
 *
 * Not for use within the work it runs: who holds a key and asks for it again waits for itself.
 *
 * @param limitMs - the longest that one waits, before a ContactsBusyError
 * @param alarm - what measures it
 */
export function createKeyedMutex(limitMs: number, alarm: Alarm): KeyedMutex {
  /** By key: the end of the last one in its queue. */
  const ends = new Map<string, Promise<void>>();
  return async (keys, work) => {
    const before = Promise.all(keys.flatMap((key) => ends.get(key) ?? []));
    const end = Promise.withResolvers<undefined>();
    for (const key of keys) ends.set(key, end.promise);
    const leave = (): void => {
      for (const key of keys) if (ends.get(key) === end.promise) ends.delete(key);
      end.resolve(undefined);
    };
    try {
      await inTime(before, limitMs, alarm);
    } catch (error) {
      // Those behind still have to wait for those in front.
      void before.then(leave);
      throw error;
    }
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
