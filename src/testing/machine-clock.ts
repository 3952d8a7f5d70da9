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
  return environment((name) => isOfClock(name));
}

/**
 * This process's environment with the kernel's own date. For a server whose timers have to ring and that is asked for no
 * date: those of PostgreSQL (`statement_timeout`) never do under libfaketime.
 */
export function kernelClockEnv(): Readonly<Record<string, string | undefined>> {
  return environment((name) => !isOfClock(name));
}

function isOfClock(name: string): boolean {
  return name === 'LD_PRELOAD' || name.startsWith('FAKETIME');
}

function environment(has: (name: string) => boolean): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => has(name)));
}
