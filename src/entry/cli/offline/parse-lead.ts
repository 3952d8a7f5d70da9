import { HANDOFF } from '../../../domain/property-names.ts';
import * as z from 'zod';
import type { LeadFacts } from '../../../domain/condition/lead-facts.ts';
import { ok, refused, type Result } from '../../../domain/result.ts';
import { readInstant } from './read-instant.ts';

/** HubSpot holds every value as text; a file may write numbers and true or false as such. */
const value = z
  .union(
    [z.string(), z.number(), z.boolean(), z.null()],
    'write a text, a number, true, false or null',
  )
  .transform((raw) => (raw === null ? null : String(raw)));
const properties = z.record(z.string(), value, 'write an object of property names and values');
const id = z
  .union([z.string().min(1), z.int()], 'write the record id as text, such as "101"')
  .transform(String);
const when = z
  .string()
  .refine((text) => readInstant(text) !== null, 'write an instant such as 2026-11-20T09:00:00Z');
const written = value.transform((text) => text ?? '');
const related = z.object({ id: id.default(''), properties });

const leadSchema = z.object(
  {
    id,
    properties,
    propertiesWithHistory: z
      .object({ message: z.array(z.object({ value: written, timestamp: when })).optional() })
      .optional(),
    company: related.nullable().optional(),
    segments: z.array(z.object({ id, joinedAt: when })).optional(),
    events: z
      .array(
        z.object({ type: z.string().min(1), occurredAt: when, properties: properties.default({}) }),
      )
      .optional(),
    deals: z.array(related).optional(),
  },
  'write a lead as an object with id and properties',
);

/** What a decision must not look at: what a policy itself decides, or has decided before (design §9). */
const NEVER_FACTS = ['lifecyclestage', HANDOFF.record];

/**
 * Reads one lead in the JSON form of design §9. Keys we do not know are passed over. The refusal names what is wrong,
 * with its path and a remedy.
 *
 * @example parseLead({ id: 101, properties: { email: 'a@b.example', score: 5 } }) // facts with texts '101' and '5'
 */
export function parseLead(raw: unknown): Result<LeadFacts, string> {
  const parsed = leadSchema.safeParse(raw);
  if (!parsed.success) {
    return refused(
      parsed.error.issues
        .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
        .join('; '),
    );
  }
  const { propertiesWithHistory, ...lead } = parsed.data;
  const messages = propertiesWithHistory?.message;
  return ok({
    ...lead,
    properties: withoutVerdict(lead.properties),
    ...(messages && {
      history: {
        message: messages.map(({ value: text, timestamp }) => ({ value: text, at: timestamp })),
      },
    }),
  });
}

/** The properties of a contact without those that a decision must not look at. */
export function withoutVerdict<Value>(
  properties: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(properties).filter(([name]) => !NEVER_FACTS.includes(name)),
  );
}
