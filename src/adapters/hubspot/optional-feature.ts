import type { Log } from '../../application/ports/log.ts';
import { HOUR } from '../../domain/instant.ts';
import type { HubspotError } from './hubspot-errors.ts';

/** How long a feature counts as missing before HubSpot is asked again. */
const ASK_AGAIN_AFTER_MS = HOUR;

/**
 * Guards calls to something that not every account has: once HubSpot refuses, no further call is made for an hour, so
 * that a burst of leads does not pay for it, and the log says once what is missing and what to do.
 *
 * @returns a function that gives what the call gives, or null while the feature is missing; other errors pass
 */
export function createOptionalFeature(feature: {
  /** Tells HubSpot's "you do not have this" from trouble. */
  readonly isRefusal: (error: unknown) => error is HubspotError;
  /** The sentence to log: what is missing and what to do. */
  readonly remedy: string;
  readonly log: Log;
  /** Real time in milliseconds on any steady scale. */
  readonly elapsed: () => number;
}): <Given>(call: () => Promise<Given>) => Promise<Given | null> {
  let missingUntil = -Infinity;
  return async (call) => {
    if (feature.elapsed() < missingUntil) return null;
    try {
      return await call();
    } catch (error) {
      if (!feature.isRefusal(error)) throw error;
      // Calls that were under way together are refused together; the first one says so for all.
      if (feature.elapsed() >= missingUntil) {
        const { call: refused, status } = error.failure;
        feature.log.warn({ code: error.code, call: refused, status }, feature.remedy);
      }
      missingUntil = feature.elapsed() + ASK_AGAIN_AFTER_MS;
      return null;
    }
  };
}
