import type { Instant } from '../../domain/instant.ts';

/**
 * Business time. Only entries (server, worker loop, CLI) ask it; everything below takes `now`. Timeouts, retries,
 * rate limits and signatures use real time instead (design §1).
 */
export interface Clock {
  now(): Promise<Instant>;
}
