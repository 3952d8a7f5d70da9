import * as z from 'zod';
import { SECOND } from '../../domain/instant.ts';
import {
  HubspotDailyLimitError,
  HubspotForbiddenError,
  HubspotNotFoundError,
  HubspotRateLimitError,
  HubspotRefusedError,
  HubspotUnauthorizedError,
  HubspotUnavailableError,
  type HubspotError,
  type PropertyFault,
} from './hubspot-errors.ts';

/** An answer with a status of 400 or more. */
export interface ErrorAnswer {
  /** Method and path template. */
  readonly call: string;
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** HubSpot's error body, every field of which is absent from some recorded answer (hubspot §9.4). */
const wireError = z.object({
  message: z.string().optional().catch(undefined),
  category: z.string().optional().catch(undefined),
  correlationId: z.string().optional().catch(undefined),
  policyName: z.string().optional().catch(undefined),
  errors: z
    .array(
      z.object({
        context: z
          .object({
            requiredScopes: z.array(z.string()).optional(),
            requiredGranularScopes: z.array(z.string()).optional(),
          })
          .optional(),
      }),
    )
    .optional()
    .catch(undefined),
});

const wireFaults = z.array(z.object({ name: z.string(), error: z.string() }));

/** What HubSpot puts before the JSON list of faulty properties inside `message`. */
const FAULTS_PREFIX = 'Property values were not valid: ';

/** HubSpot's status for a locked record: "wait at least 2 seconds" (HubSpot docs, "Error handling"). */
const LOCKED = 423;

/** The only place where HubSpot's error answers become Baton's errors. Reads HTML pages as well as JSON. */
export function toHubspotError(answer: ErrorAnswer): HubspotError {
  const wire = readBody(answer);
  const failure = {
    call: answer.call,
    status: answer.status,
    detail: [wire.category, wire.message ?? 'no explanation'].filter(Boolean).join(': '),
    correlationId: wire.correlationId ?? answer.headers['x-hubspot-correlation-id'] ?? null,
  };
  const retryAfterMs = readRetryAfter(answer.headers['retry-after']);
  if (answer.status === LOCKED || answer.status >= 500) {
    return new HubspotUnavailableError(failure, { mayHaveArrived: true, retryAfterMs });
  }
  switch (answer.status) {
    case 401:
      return new HubspotUnauthorizedError(failure);
    case 403:
      return new HubspotForbiddenError(failure, requiredScopes(wire));
    case 404:
      return new HubspotNotFoundError(failure);
    case 429: {
      const policy = readPolicy(wire);
      return policy === 'DAILY'
        ? new HubspotDailyLimitError(failure)
        : new HubspotRateLimitError(failure, policy, retryAfterMs);
    }
    default:
      return new HubspotRefusedError(failure, readFaults(wire.message));
  }
}

function readBody(answer: ErrorAnswer): z.infer<typeof wireError> {
  // A single record that is missing is answered with an HTML page, whatever was asked for.
  if (!(answer.headers['content-type'] ?? '').includes('json')) return {};
  try {
    const read = wireError.safeParse(JSON.parse(answer.body));
    return read.success ? read.data : {};
  } catch {
    return { message: 'the error body is not JSON although it is labelled so' };
  }
}

function readPolicy(
  wire: z.infer<typeof wireError>,
): 'TEN_SECONDLY_ROLLING' | 'SECONDLY' | 'DAILY' {
  const text = wire.policyName ?? wire.message ?? '';
  if (/daily/i.test(text)) return 'DAILY';
  return /ten_secondly/i.test(text) || !/secondly/i.test(text)
    ? 'TEN_SECONDLY_ROLLING'
    : 'SECONDLY';
}

function requiredScopes(wire: z.infer<typeof wireError>): readonly string[] {
  const contexts = (wire.errors ?? []).map((error) => error.context);
  const granular = contexts.flatMap((context) => context?.requiredGranularScopes ?? []);
  const broad = contexts.flatMap((context) => context?.requiredScopes ?? []);
  return [...new Set(granular.length > 0 ? granular : broad)];
}

function readFaults(message: string | undefined): readonly PropertyFault[] {
  const at = message?.indexOf(FAULTS_PREFIX) ?? -1;
  if (message === undefined || at < 0) return [];
  try {
    return wireFaults
      .parse(JSON.parse(message.slice(at + FAULTS_PREFIX.length)))
      .map(({ name, error }) => ({ property: name, code: error }));
  } catch {
    // The message is kept whole in the error; only the finer reading is lost.
    return [];
  }
}

function readRetryAfter(header: string | undefined): number | null {
  return header !== undefined && /^\d+$/.test(header) ? Number(header) * SECOND : null;
}
