import { dayAndTime } from '../../contract/time-left.ts';

const ISO_INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/g;

/**
 * A text of the record with its instants as people say them: the record keeps UTC, the card speaks in a zone.
 *
 * @param text - a text that may hold instants as ISO 8601 in UTC
 * @param seen - from when and where it is read
 * @param seen.now - epoch milliseconds
 * @param seen.timeZone - IANA name
 * @example instantsInWords('due 2026-11-24T09:42:00.000Z', { now, timeZone: 'Europe/Berlin' }) // 'due 10:42'
 */
export function instantsInWords(
  text: string,
  seen: { readonly now: number; readonly timeZone: string },
): string {
  return text.replaceAll(ISO_INSTANT, (at) => dayAndTime({ at: Date.parse(at), ...seen }));
}
