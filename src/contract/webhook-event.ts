import { z } from 'zod';

/**
 * One event of a HubSpot webhook delivery, read tolerantly: HubSpot sends numbers for ids, text for values, and
 * adds fields at will. Only what Baton acts on is kept.
 */
export const webhookEvent = z.object({
  subscriptionType: z.string(),
  objectId: z.union([z.number().int(), z.string().regex(/^\d+$/)]).transform(String),
  objectTypeId: z.string().optional(),
  propertyName: z.string().optional(),
  propertyValue: z
    .union([z.string(), z.null(), z.number().transform(String), z.boolean().transform(String)])
    .optional(),
  occurredAt: z.number(),
  subscriptionId: z.number().optional(),
  eventId: z.number().optional(),
  attemptNumber: z.number().optional(),
  changeSource: z.string().optional(),
  sourceId: z.string().optional(),
  primaryObjectId: z.union([z.number(), z.string()]).transform(String).optional(),
  mergedObjectIds: z.array(z.union([z.number(), z.string()]).transform(String)).optional(),
  newObjectId: z.union([z.number(), z.string()]).transform(String).optional(),
});

/** One webhook event as Baton uses it; `occurredAt` is epoch milliseconds. */
export type WebhookEvent = z.infer<typeof webhookEvent>;
