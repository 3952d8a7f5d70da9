import { MINUTE, SECOND } from '../../domain/instant.ts';
import { HubspotRateLimitError, HubspotUnavailableError } from './hubspot-errors.ts';

/** How often one call is sent at most; after that the queue tries again later, with a fresh look at the contact. */
export const MAX_ATTEMPTS = 5;

/** First wait after each kind of failure, doubled with every attempt. */
const FIRST_WAIT_MS = {
  /** The window rolls, so room comes back before all of its ten seconds are over. */
  TEN_SECONDLY_ROLLING: 2 * SECOND,
  SECONDLY: 1 * SECOND,
  unavailable: 0.5 * SECOND,
} as const;

/** No wait of our own choosing is longer: a rolling window of ten seconds is then surely over. */
const LONGEST_WAIT_MS = 10 * SECOND;

/** A longer Retry-After is left to the queue, so that no worker sits waiting. */
const LONGEST_RETRY_AFTER_MS = 1 * MINUTE;

/** A locked record wants two seconds (HubSpot docs, "Error handling"). */
const LOCKED_WAIT_MS = 2 * SECOND;

/**
 * How long to wait before a call is sent again, or null when it must not be.
 *
 * Waits double and carry jitter of up to half, so that workers do not come back in step; HubSpot's Retry-After is the
 * least wait where it is given. A create is repeated only when it certainly was not carried out: after a 429, or when no
 * connection came about. The daily limit is never waited for.
 *
 * @param failed - what happened
 * @param failed.error - what the attempt raised
 * @param failed.attempt - attempts so far, 1 or more
 * @param failed.create - whether the call makes something new
 * @param failed.random - in [0, 1)
 * @returns milliseconds
 */
export function retryDelay(failed: {
  readonly error: unknown;
  readonly attempt: number;
  readonly create: boolean;
  readonly random: number;
}): number | null {
  const { error, attempt } = failed;
  if (attempt >= MAX_ATTEMPTS) return null;
  let first: number;
  if (error instanceof HubspotRateLimitError) first = FIRST_WAIT_MS[error.policy];
  else if (error instanceof HubspotUnavailableError) {
    if (failed.create && error.mayHaveArrived) return null;
    first = error.failure.status === 423 ? LOCKED_WAIT_MS * 2 : FIRST_WAIT_MS.unavailable;
  } else return null;
  if ((error.retryAfterMs ?? 0) > LONGEST_RETRY_AFTER_MS) return null;
  const longest = Math.min(first * 2 ** (attempt - 1), LONGEST_WAIT_MS);
  return (error.retryAfterMs ?? 0) + longest * (0.5 + failed.random / 2);
}
