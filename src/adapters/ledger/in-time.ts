import { ContactsBusyError } from '../../application/ports/contacts-busy-error.ts';

/** Rings once after so many milliseconds of real time; the function it gives back calls it off. */
export type Alarm = (ms: number, ring: () => void) => () => void;

/**
 * Waits for a promise, but not for longer than a limit.
 *
 * @param waitedFor - settles some time, also after nobody waits any more
 * @param limitMs - how long to wait
 * @param alarm - what measures it
 * @throws ContactsBusyError when the time is up
 */
export async function inTime<T>(waitedFor: Promise<T>, limitMs: number, alarm: Alarm): Promise<T> {
  const late = Promise.withResolvers<never>();
  const callOff = alarm(limitMs, () => {
    late.reject(new ContactsBusyError());
  });
  try {
    return await Promise.race([waitedFor, late.promise]);
  } finally {
    callOff();
  }
}
