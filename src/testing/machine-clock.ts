/**
 * The machine's own time in epoch milliseconds. Only for a test that starts a whole process as HubSpot or a user would:
 * such a process takes no clock from us, so what is signed for it has to be signed at its time. Every other test gives
 * its parts a clock.
 */
export function machineClock(): number {
  return Date.now();
}

/**
 * Environment that a process with one of its own needs to have the same date as this one, where this one was started
 * under libfaketime (`.ci/run`); empty otherwise.
 */
export function machineClockEnv(): Readonly<Record<string, string | undefined>> {
  const isOfClock = ([name]: readonly [string, unknown]) =>
    name === 'LD_PRELOAD' || name.startsWith('FAKETIME');
  return Object.fromEntries(Object.entries(process.env).filter(isOfClock));
}
