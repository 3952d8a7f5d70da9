import { shuffled } from '../controls/portal-settings.ts';
import { instant, toIso } from '../../domain/instant.ts';
import type { CrmRefusal } from '../wire/crm-refusal.ts';
import type { Answer } from '../wire/send-answer.ts';

/** One failure inside a batch: only status, category and message, and a context at times (hubspot §9.1). */
export interface BatchError {
  readonly status: 'error';
  readonly category: string;
  readonly message: string;
  readonly subCategory?: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** A refusal as one error of a 207. */
export function batchError(
  refusal: CrmRefusal,
  context?: Readonly<Record<string, readonly string[]>>,
): BatchError {
  return {
    status: 'error',
    category: refusal.details.category ?? 'VALIDATION_ERROR',
    message: refusal.message,
    ...(context === undefined ? {} : { context }),
  };
}

/**
 * The answer to a batch: its results in a random order, never that of the inputs (recorded), and 207 as soon as one
 * input failed, `status` then still `COMPLETE`.
 */
export function batchAnswer(batch: {
  readonly status: 200 | 201;
  readonly results: readonly unknown[];
  readonly errors: readonly BatchError[];
  /** Epoch milliseconds of the portal's clock. */
  readonly at: number;
  readonly random: () => number;
}): Answer {
  const time = toIso(instant(batch.at));
  return {
    status: batch.errors.length > 0 ? 207 : batch.status,
    body: {
      status: 'COMPLETE',
      results: shuffled(batch.results, batch.random),
      ...(batch.errors.length > 0 ? { numErrors: batch.errors.length, errors: batch.errors } : {}),
      startedAt: time,
      completedAt: time,
    },
  };
}
