import * as z from 'zod';

/** HubSpot's record ids are 64-bit whole numbers, sent as numbers or as text. */
const recordId = z
  .union([z.number().int().nonnegative(), z.string().regex(/^\d{1,19}$/)])
  .transform(String);

/** Text that every database takes: PostgreSQL has neither the NUL character nor half of a surrogate pair. */
const text = z.string().transform((raw) => raw.replaceAll('\0', '').toWellFormed());

/**
 * One event of a HubSpot webhook delivery, read tolerantly: HubSpot sends numbers for ids, text for values, and
 * adds fields at will. Only what Baton acts on is kept.
 */
export const webhookEvent = z.object({
  subscriptionType: text,
  objectId: recordId,
  /** Which object an `object.*` event is about: `0-1` a contact, `0-2` a company; `contact.*` and `company.*` say it themselves. */
  objectTypeId: text.optional(),
  propertyName: text.optional(),
  propertyValue: z
    .union([text, z.null(), z.number().transform(String), z.boolean().transform(String)])
    .optional(),
  occurredAt: z.number(),
  subscriptionId: z.number().optional(),
  eventId: z.number().optional(),
  attemptNumber: z.number().optional(),
  changeSource: text.optional(),
  sourceId: text.optional(),
  primaryObjectId: recordId.optional(),
  mergedObjectIds: z.array(recordId).optional(),
  newObjectId: recordId.optional(),
});

/** One webhook event as Baton uses it; `occurredAt` is epoch milliseconds. */
export type WebhookEvent = z.infer<typeof webhookEvent>;
