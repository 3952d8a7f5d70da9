import type { Clock } from '../../application/ports/clock.ts';
import { instant } from '../../domain/instant.ts';

/** Business time is real time: what every real portal uses. */
export function createSystemClock(): Clock {
  return { now: () => Promise.resolve(instant(Date.now())) };
}
