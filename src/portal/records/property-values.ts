import { DAY, parseInstant, toIso } from '../../domain/instant.ts';
import type { Property, PropertyTable } from '../store/property-table.ts';
import type { ObjectType } from '../store/object-types.ts';
import type { InvalidValue } from '../wire/crm-refusal.ts';

/** Property values as a request sends them: text mostly, but numbers, booleans and null are taken too. */
export type SentValues = Readonly<Record<string, unknown>>;

/** Values in the form HubSpot keeps, `''` for cleared, with what was wrong. */
export interface CheckedValues {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly InvalidValue[];
}

/** The longest text a property takes (hubspot §8.4). */
export const MAX_TEXT_LENGTH = 65_536;

/** What checking a value may ask about the portal. */
export interface ValueContext {
  readonly type: ObjectType;
  readonly properties: PropertyTable;
  readonly portalId: number;
  readonly ownerExists: (id: string) => boolean;
  /** The record's present value, for the `;value` form that adds to a checkbox list. */
  readonly present?: Readonly<Record<string, string>>;
}

/** Checks the values of one write and brings them into HubSpot's own form (dates as ISO 8601). */
export function checkValues(sent: SentValues, context: ValueContext): CheckedValues {
  const values: Record<string, string> = {};
  const problems: InvalidValue[] = [];
  for (const [sentName, raw] of Object.entries(sent)) {
    const name = sentName.toLowerCase();
    const property = context.properties.find(context.type.name, name);
    if (property === undefined || property.archived) {
      problems.push({
        name,
        message: `Property "${name}" does not exist`,
        error: 'PROPERTY_DOESNT_EXIST',
      });
    } else if (property.readOnlyValue) {
      problems.push({
        name,
        message: `"${name}" is a read only property; its value cannot be set.`,
        error: 'READ_ONLY_VALUE',
      });
    } else {
      const text = raw === null || raw === undefined ? '' : textOf(raw);
      const checked = text === '' ? '' : checkText(text, property, context);
      if (typeof checked === 'string') values[name] = checked;
      else problems.push({ name, ...checked });
    }
  }
  return { values, problems };
}

type Problem = Omit<InvalidValue, 'name'>;

function textOf(raw: unknown): string {
  return typeof raw === 'string' ? raw : JSON.stringify(raw);
}

function checkText(text: string, property: Property, context: ValueContext): string | Problem {
  switch (property.type) {
    case 'number':
      return checkNumber(text);
    case 'datetime': {
      const at = parseInstant(text);
      return at.ok
        ? toIso(at.value)
        : {
            message: `${text} was not a valid long. Portal ${context.portalId}, object type ${context.type.id}`,
            error: 'INVALID_LONG',
          };
    }
    case 'date':
      return checkDate(text);
    case 'bool':
      return /^(true|false)$/i.test(text)
        ? text.toLowerCase()
        : invalidOption(text, ['true', 'false']);
    case 'enumeration':
      return checkOption(text, property, context);
    case 'string':
    case 'phone_number':
      return checkString(text, property);
  }
}

function checkNumber(text: string): string | Problem {
  const trimmed = text.trim();
  // HubSpot refuses the exponent form (public report: 1.42e-14 "was not a valid number").
  return /^-?(\d+\.?\d*|\.\d+)$/.test(trimmed)
    ? trimmed
    : { message: `${text} was not a valid number.`, error: 'INVALID_INTEGER' };
}

function checkDate(text: string): string | Problem {
  const at = parseInstant(text);
  if (!at.ok) return { message: `${text} was not a valid date.`, error: 'INVALID_DATE' };
  if (at.value % DAY !== 0)
    return {
      message: `${text} is at ${toIso(at.value).slice(11, 23)} UTC, not midnight!`,
      error: 'INVALID_DATE',
    };
  return toIso(at.value).slice(0, 10);
}

function checkOption(text: string, property: Property, context: ValueContext): string | Problem {
  if (property.externalOptions) {
    return property.referencedObjectType !== 'OWNER' || context.ownerExists(text)
      ? text
      : { message: `${text} is not a valid owner id.`, error: 'INVALID_OWNER_ID' };
  }
  const allowed = property.options.map(({ value }) => value);
  if (property.fieldType !== 'checkbox')
    return allowed.includes(text) ? text : invalidOption(text, allowed);
  const chosen = text.split(';').filter((value) => value !== '');
  const stranger = chosen.find((value) => !allowed.includes(value));
  if (stranger !== undefined) return invalidOption(stranger, allowed);
  const before = text.startsWith(';') ? (context.present?.[property.name] ?? '').split(';') : [];
  return [...new Set([...before, ...chosen])].filter((value) => value !== '').join(';');
}

function invalidOption(text: string, allowed: readonly string[]): Problem {
  return {
    message: `${text} was not one of the allowed options: [${allowed.join(', ')}]`,
    error: 'INVALID_OPTION',
  };
}

function checkString(text: string, property: Property): string | Problem {
  if (text.length > MAX_TEXT_LENGTH)
    return {
      message: `The value of ${property.name} has ${text.length} characters; at most ${MAX_TEXT_LENGTH} are allowed.`,
      error: 'VALUE_TOO_LONG',
    };
  if (property.name !== 'email') return text;
  const email = text.trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(email)
    ? email
    : { message: `Email address ${text} is invalid`, error: 'INVALID_EMAIL' };
}
