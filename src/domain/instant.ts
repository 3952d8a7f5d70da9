import { ok, refused, type Result } from './result.ts';

/** Milliseconds since the Unix epoch, UTC. */
export type Instant = number & { readonly __brand: 'Instant' };

/** One second, one minute, one hour and one day in milliseconds; a day is 24 h of elapsed time. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Marks a number of milliseconds since the epoch as an instant. */
export function instant(epochMs: number): Instant {
  if (!Number.isFinite(epochMs)) throw new Error(`Not an instant: ${String(epochMs)}`);
  return epochMs as Instant;
}

/**
 * Reads an instant as HubSpot writes it: ISO 8601, epoch milliseconds as text, or a date alone, which is
 * UTC midnight (design §6).
 *
 * @example parseInstant('2026-11-20') // { ok: true, value: 1795132800000 }
 */
export function parseInstant(
  raw: string | number | null | undefined,
): Result<Instant, 'not-an-instant'> {
  if (raw === null || raw === undefined || raw === '') return refused('not-an-instant');
  if (typeof raw === 'number' || /^-?\d{5,}$/.test(raw)) {
    const ms = Number(raw);
    return Number.isFinite(ms) ? ok(ms as Instant) : refused('not-an-instant');
  }
  if (!/^\d{4}-\d{2}-\d{2}([T ].*)?$/.test(raw)) return refused('not-an-instant');
  const ms = Date.parse(raw);
  return Number.isNaN(ms) ? refused('not-an-instant') : ok(ms as Instant);
}

/** Writes an instant as ISO 8601 in UTC with milliseconds, the form HubSpot returns. */
export function toIso(at: Instant): string {
  return new Date(at).toISOString();
}
