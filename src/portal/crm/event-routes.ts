import { instant, parseInstant, toIso } from '../../domain/instant.ts';
import type { EventOccurrence } from '../store/event-table.ts';
import { findObjectType } from '../store/object-types.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { CrmRefusal, validationError } from '../wire/crm-refusal.ts';
import type { CrmCall, CrmRoute } from '../wire/crm-router.ts';

/** Events of one page, unless the call asks for fewer. */
const PAGE_LIMIT = 100;

/**
 * What happened to one record, newest first (HubSpot docs, "Event analytics").
 *
 * @param store - the portal
 * @param granted - false: the account has no Enterprise hub, and every call is refused as HubSpot is reported to do
 */
export function eventRoutes(store: PortalStore, granted: boolean): readonly CrmRoute[] {
  return [
    {
      method: 'get',
      path: '/event-occurrences',
      handle: (call) => {
        if (!granted) throw withoutEnterprise();
        const type = findObjectType(call.query.get('objectType') ?? '');
        const recordId = call.query.get('objectId') ?? '';
        if (type === undefined || !/^\d{1,15}$/.test(recordId)) {
          throw validationError('objectType and objectId are required.');
        }
        const limit = Math.min(Number(call.query.get('limit') ?? PAGE_LIMIT), PAGE_LIMIT);
        const offset = Number(call.query.get('after') ?? 0);
        const found = store.occurrences.list({
          recordId,
          ...(call.query.has('eventType') ? { type: call.query.get('eventType') ?? '' } : {}),
          after: timeOf(call, 'occurredAfter') ?? -Infinity,
          before: timeOf(call, 'occurredBefore') ?? Infinity,
          limit: limit + 1,
          offset,
        });
        return {
          status: 200,
          body: {
            results: found.slice(0, limit).map((event) => presentEvent(event, type.singular)),
            ...(found.length > limit
              ? { paging: { next: { after: String(offset + limit) } } }
              : {}),
          },
        };
      },
    },
  ];
}

function timeOf(call: CrmCall, name: string): number | undefined {
  const raw = call.query.get(name);
  if (raw === null) return undefined;
  const at = parseInstant(raw);
  if (!at.ok) throw validationError(`${name} is "${raw}"; an ISO 8601 timestamp was expected.`);
  return at.value;
}

function withoutEnterprise(): CrmRefusal {
  return new CrmRefusal(
    403,
    "Your app doesn't have the scopes needed to make this call. Do you have access to the 'business-intelligence' scope? Missing auth details: event-detail-read,web-analytics-api-access",
    { category: 'MISSING_SCOPES' },
  );
}

function presentEvent(
  event: EventOccurrence,
  objectType: string,
): Readonly<Record<string, unknown>> {
  return {
    objectType: objectType.toUpperCase(),
    objectId: event.recordId,
    eventType: event.type,
    occurredAt: toIso(instant(event.occurredAt)),
    id: `local-${event.id}`,
    properties: event.properties,
  };
}
