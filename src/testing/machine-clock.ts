/**
 * The machine's own time in epoch milliseconds. Only for a test that starts a whole process as HubSpot or a user would:
 * such a process takes no clock from us, so what is signed for it has to be signed at its time. Every other test gives
 * its parts a clock.
 */
export function machineClock(): number {
  return Date.now();
}
