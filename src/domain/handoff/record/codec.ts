import * as z from 'zod';
import type { PropertyValues } from '../../condition/lead-facts.ts';
import { HANDOFF } from '../../property-names.ts';
import type { Handoff } from '../handoff.ts';
import { RECORD_SCHEMA, recordSchema } from './record-schema.ts';
import { shedUntilItFits } from './shed.ts';
import { UPCASTS } from './upcasts.ts';

/** Writes a handoff as `handoff_record` keeps it: JSON that always fits (design §4). */
export function encodeHandoff(handoff: Handoff): string {
  return shedUntilItFits(handoff, (one) => JSON.stringify({ schema: RECORD_SCHEMA, ...one }));
}

/** What `handoff_record` holds. */
export type DecodedRecord =
  | { readonly kind: 'none' }
  | { readonly kind: 'handoff'; readonly handoff: Handoff }
  | { readonly kind: 'damaged'; readonly message: string };

/**
 * Reads a handoff back. A record of an older version is brought up to date; what that version kept in properties of the
 * contact is taken from there. A record that is not ours or was damaged by hand is an error in words, because treating
 * it as absent would hand the lead off twice.
 */
export function decodeHandoff(
  raw: string | null | undefined,
  contact: PropertyValues,
): DecodedRecord {
  if (!raw) return { kind: 'none' };
  try {
    return { kind: 'handoff', handoff: recordSchema.parse(upToDate(JSON.parse(raw), contact)) };
  } catch (error) {
    return {
      kind: 'damaged',
      message: `${HANDOFF.record} cannot be read (${whyOf(error)}). Restore the value from the property's history in HubSpot, or clear it to hand the contact off anew.`,
    };
  }
}

const versioned = z.looseObject({ schema: z.int().min(1) });

/** Each step brings a record one version on. */
function upToDate(parsed: unknown, contact: PropertyValues): unknown {
  let record = versioned.parse(parsed);
  if (record.schema > RECORD_SCHEMA) {
    throw new Error(`it was written by a newer version of Baton: schema ${record.schema}`);
  }
  while (record.schema < RECORD_SCHEMA) {
    const upcast = UPCASTS[record.schema];
    if (!upcast) throw new Error(`schema ${record.schema} is not known`);
    record = versioned.parse(upcast(record, contact));
  }
  return record;
}

/** One line; what the record holds of a person is not in it. */
function whyOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    return issue ? `${issue.path.join('.') || 'the record'}: ${issue.message}` : 'it has no form';
  }
  // The message of JSON.parse quotes the text.
  return error instanceof SyntaxError
    ? 'it is not JSON'
    : error instanceof Error
      ? error.message
      : String(error);
}
