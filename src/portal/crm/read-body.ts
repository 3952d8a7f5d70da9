import { findObjectType, type ObjectType } from '../store/object-types.ts';
import { CrmRefusal, validationError } from '../wire/crm-refusal.ts';
import type { CrmCall } from '../wire/crm-router.ts';

/** The object type a path names; 400 for one the portal does not know. */
export function objectTypeOf(call: CrmCall, param = 'objectType'): ObjectType {
  const alias = call.params[param] ?? '';
  const type = findObjectType(alias);
  if (type === undefined)
    throw new CrmRefusal(400, `Unable to infer object type from: ${alias}`, {
      category: 'VALIDATION_ERROR',
    });
  return type;
}

/**
 * The inputs of a batch.
 *
 * @param call - the call whose body has `inputs`
 * @param limit - most inputs HubSpot takes
 */
export function inputsOf(
  call: CrmCall,
  limit: number,
): readonly Readonly<Record<string, unknown>>[] {
  const inputs = listOf(call.body['inputs']);
  if (inputs.length > limit)
    throw validationError(
      `The number of inputs (${inputs.length}) is more than the ${limit} allowed in one batch.`,
    );
  return inputs.map((input) => objectOf(input));
}

/** The value as an object; 400 when it is none. */
export function objectOf(raw: unknown): Readonly<Record<string, unknown>> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw validationError('Invalid input JSON: an object was expected');
  return raw as Record<string, unknown>;
}

/** The value as a list, empty when absent; 400 when it is something else. */
export function listOf(raw: unknown): readonly unknown[] {
  if (raw === undefined || raw === null) return [];
  if (!Array.isArray(raw)) throw validationError('Invalid input JSON: an array was expected');
  return raw;
}

/** The value as text; numbers are taken too (recorded for ids), anything else is `''`. */
export function textOf(raw: unknown): string {
  return typeof raw === 'string' ? raw : typeof raw === 'number' ? String(raw) : '';
}

/** The texts of a list, or of a comma-separated query parameter that may repeat. */
export function namesOf(raw: unknown): readonly string[] {
  return listOf(raw).map(textOf).filter(Boolean);
}

/** The names of a query parameter: comma-separated, repeated, or both. */
export function namesOfQuery(query: URLSearchParams, name: string): readonly string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter(Boolean);
}
