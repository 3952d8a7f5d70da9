import * as z from 'zod';
import { AppError } from '../../application/ports/app-error.ts';
import type { Clock } from '../../application/ports/clock.ts';
import { parseInstant, SECOND } from '../../domain/instant.ts';

/** The local portal answers at once or is not there. */
const CLOCK_TIMEOUT_MS = 5 * SECOND;

const clockAnswer = z.object({ now: z.union([z.string(), z.number()]) });

/** The local portal did not tell the time. */
export class PortalClockError extends AppError {
  readonly code = 'portal-clock-unavailable';
}

/**
 * Follows the clock of the local portal (design §9), so that a demo or a test can move business time for everybody at
 * once.
 *
 * @param deps - what the clock needs
 * @param deps.url - `CLOCK_URL`; answers `{ "now": ISO 8601 or epoch milliseconds }`
 * @param deps.fetch - usually the global one
 */
export function createPortalClock(deps: {
  readonly url: string;
  readonly fetch: typeof globalThis.fetch;
}): Clock {
  return {
    now: async () => {
      const answer = await ask(deps);
      const at = clockAnswer.safeParse(answer);
      const now = at.success ? parseInstant(at.data.now) : null;
      if (now?.ok === true) return now.value;
      throw new PortalClockError(
        `CLOCK_URL ${deps.url} did not answer {"now": "<ISO 8601>"}; point it at the portal's /_portal/clock or unset it`,
      );
    },
  };
}

async function ask(deps: {
  readonly url: string;
  readonly fetch: typeof globalThis.fetch;
}): Promise<unknown> {
  try {
    const response = await deps.fetch(deps.url, { signal: AbortSignal.timeout(CLOCK_TIMEOUT_MS) });
    return await response.json();
  } catch (cause) {
    throw new PortalClockError(
      `CLOCK_URL ${deps.url} does not answer; start the local portal or unset CLOCK_URL`,
      { cause },
    );
  }
}
