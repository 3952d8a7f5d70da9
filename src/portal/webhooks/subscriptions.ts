import * as z from 'zod';
import { findObjectType, type ObjectTypeName } from '../store/object-types.ts';

/** The part of a `webhooks-hsmeta.json` that the portal reads; unknown keys are ignored. */
export const webhooksConfig = z.object({
  settings: z.object({ maxConcurrentRequests: z.number().int().positive().optional() }).optional(),
  subscriptions: z.object({
    crmObjects: z
      .array(
        z.object({
          subscriptionType: z.string(),
          objectType: z.string(),
          propertyName: z.string().optional(),
          active: z.boolean().optional(),
        }),
      )
      .optional(),
    legacyCrmObjects: z
      .array(
        z.object({
          subscriptionType: z.string(),
          propertyName: z.string().optional(),
          active: z.boolean().optional(),
        }),
      )
      .optional(),
    hubEvents: z
      .array(z.object({ subscriptionType: z.string(), active: z.boolean().optional() }))
      .optional(),
  }),
});

/** A webhooks component's configuration: the `config` of `webhooks-hsmeta.json`. */
export type WebhooksConfig = z.infer<typeof webhooksConfig>;

/** One active subscription. */
export interface Subscription {
  readonly id: number;
  /** As it is delivered, e.g. `object.propertyChange` or `contact.privacyDeletion`. */
  readonly subscriptionType: string;
  readonly objectType: ObjectTypeName;
  readonly event:
    'propertyChange' | 'creation' | 'deletion' | 'merge' | 'restore' | 'privacyDeletion';
  readonly propertyName: string | null;
}

const EVENTS = [
  'propertyChange',
  'creation',
  'deletion',
  'merge',
  'restore',
  'privacyDeletion',
] as const;

/** The first subscription id; HubSpot's are plain numbers. */
const FIRST_ID = 3_001;

/**
 * The active subscriptions of a configuration. Throws for an object type or event that the portal cannot deliver, so
 * that a misspelt subscription is found here rather than by waiting.
 */
export function readSubscriptions(config: WebhooksConfig): readonly Subscription[] {
  const { crmObjects = [], legacyCrmObjects = [], hubEvents = [] } = config.subscriptions;
  const wanted = [
    ...crmObjects.map((entry) => ({ ...entry, alias: entry.objectType })),
    ...[...legacyCrmObjects, ...hubEvents].map((entry) => ({
      propertyName: undefined,
      ...entry,
      alias: entry.subscriptionType.split('.')[0] ?? '',
    })),
  ];
  return wanted
    .map((entry, i): Subscription & { active: boolean } => {
      const type = findObjectType(entry.alias);
      const event = EVENTS.find((known) => known === entry.subscriptionType.split('.')[1]);
      if (type === undefined || event === undefined)
        throw new Error(
          `The local portal cannot deliver ${entry.subscriptionType} of ${entry.alias}; it knows ${EVENTS.join(', ')} of CRM objects`,
        );
      if ((event === 'propertyChange') !== (entry.propertyName !== undefined))
        throw new Error(
          `Subscription ${entry.subscriptionType} of ${entry.alias}: propertyName goes with propertyChange, one entry per watched property`,
        );
      return {
        id: FIRST_ID + i,
        subscriptionType: entry.subscriptionType,
        objectType: type.name,
        event,
        propertyName: entry.propertyName ?? null,
        active: entry.active ?? true,
      };
    })
    .filter(({ active }) => active)
    .map(({ active: _active, ...subscription }) => subscription);
}
