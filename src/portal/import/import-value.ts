import { instant, toIso } from '../../domain/instant.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import type { Owner } from '../store/owner-table.ts';
import type { Property } from '../store/property-table.ts';

/**
 * Brings a cell into the form HubSpot takes: dates as people write them, option labels, owner names or addresses,
 * yes/no. What it does not know it passes on, for HubSpot's own check to refuse. The refusal is a sentence with the remedy.
 */
export function importValue(
  cell: string,
  property: Property,
  owners: readonly Owner[],
): Result<string, string> {
  const text = cell.trim();
  if (text === '') return ok('');
  if (property.type === 'date' || property.type === 'datetime') return importDate(text, property);
  if (property.externalOptions) return ok(ownerId(text, owners));
  if (property.type === 'bool') return ok(importBool(text));
  if (property.type === 'enumeration') return ok(optionValues(text, property));
  if (property.type === 'number') return ok(text.replaceAll(/(?<=\d),(?=\d{3}\b)/g, ''));
  return ok(text);
}

const ISO = /^\d{4}-\d{2}-\d{2}([T ].*)?$/;
const DAY_FIRST = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * Reads a date: ISO 8601, epoch milliseconds, or day-month-year with `-`, `.` or `/` and an optional time, in UTC.
 * Month-day-year cannot be told apart from day-month-year and is not guessed.
 *
 * @example importDate('01-02-2018', property) // '2018-02-01T00:00:00.000Z'
 */
function importDate(text: string, property: Property): Result<string, string> {
  const at = epochOf(text);
  if (at === undefined || Number.isNaN(at))
    return refused(
      `${property.label}: "${text}" is not a date; write it as 2026-11-20 or 20-11-2026`,
    );
  const iso = toIso(instant(at));
  return ok(property.type === 'date' ? iso.slice(0, 10) : iso);
}

function epochOf(text: string): number | undefined {
  if (/^\d{11,}$/.test(text)) return Number(text);
  if (ISO.test(text)) {
    const utc = /[zZ]|[+-]\d{2}:?\d{2}$/.test(text.slice(10)) || text.length === 10;
    return Date.parse(utc ? text : `${text.replace(' ', 'T')}Z`);
  }
  const parts = DAY_FIRST.exec(text);
  if (parts === null) return undefined;
  const [, day, month, year, hour = 0, minute = 0, second = 0] = parts.map(Number);
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const at = Date.UTC(year, month - 1, day, orZero(hour), orZero(minute), orZero(second));
  // Date.UTC rolls 31-02 over into March; such a date does not exist.
  const date = new Date(at);
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1 ? at : undefined;
}

function orZero(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}

function importBool(text: string): string {
  if (/^(yes|y|1|true)$/i.test(text)) return 'true';
  if (/^(no|n|0|false)$/i.test(text)) return 'false';
  return text;
}

function ownerId(text: string, owners: readonly Owner[]): string {
  const wanted = text.toLowerCase();
  const owner = owners.find(
    ({ id, email, firstName, lastName }) =>
      id === text || email === wanted || `${firstName} ${lastName}`.toLowerCase() === wanted,
  );
  return owner?.id ?? text;
}

function optionValues(text: string, property: Property): string {
  const valueOf = (word: string): string =>
    property.options.find(
      ({ label, value }) =>
        value.toLowerCase() === word.toLowerCase() || label.toLowerCase() === word.toLowerCase(),
    )?.value ?? word;
  return property.fieldType === 'checkbox'
    ? text
        .split(';')
        .map((word) => valueOf(word.trim()))
        .join(';')
    : valueOf(text);
}
