import * as z from 'zod';
import type { Crm, EventQuery } from '../../application/ports/crm.ts';
import type { Log } from '../../application/ports/log.ts';
import { toIso } from '../../domain/instant.ts';
import type { LeadEvent } from '../../domain/condition/lead-facts.ts';
import { callHubspot, type HubspotCaller } from './call-hubspot.ts';
import { HubspotForbiddenError, HubspotNotFoundError } from './hubspot-errors.ts';
import { createOptionalFeature } from './optional-feature.ts';

/** Events per page, and the most pages read of one lead: nobody qualifies by more than a thousand recent events. */
const PAGE_SIZE = 100;
const MOST_PAGES = 10;

/** What policies call a page view, and what HubSpot does (HubSpot docs, "Event analytics"). */
const PAGE_VIEW = 'page_view';
const HUBSPOT_PAGE_VIEW = 'e_visited_page';

const NO_EVENTS =
  "Events such as page views cannot be read, so decisions rest on properties and segments for the next hour. They need an Enterprise hub and the scope business-intelligence (build with --events, deploy and install again). Without Enterprise nothing is to be done: the policy's rules on events do not count";

const page = z.object({
  results: z.array(
    z.object({
      eventType: z.string(),
      occurredAt: z.string(),
      properties: z.record(z.string(), z.string().nullable()).optional(),
    }),
  ),
  paging: z.object({ next: z.object({ after: z.string() }).optional() }).optional(),
});

/**
 * Reads what happened to one contact: `GET /events/event-occurrences/<version>` (HubSpot docs, "Event analytics"), a call
 * per contact and hundred events, of all types at once unless only page views are asked for.
 *
 * Where HubSpot refuses (403, or 404 for an account that has no such endpoint), the account counts as one without events for
 * an hour. The generated client's module would add 190 kB to a function.
 */
export function createEventReader(deps: {
  readonly caller: HubspotCaller;
  readonly apiVersion: string;
  readonly log: Log;
  readonly elapsed: () => number;
}): Crm['readEventsOf'] {
  const whileGranted = createOptionalFeature({
    isRefusal: (error) =>
      error instanceof HubspotForbiddenError || error instanceof HubspotNotFoundError,
    remedy: NO_EVENTS,
    log: deps.log,
    elapsed: deps.elapsed,
  });
  const path = `/events/event-occurrences/${deps.apiVersion}`;
  return (contactId, query) =>
    whileGranted(async () => {
      const events: LeadEvent[] = [];
      const parameters = parametersOf(contactId, query);
      for (let read = 1; read <= MOST_PAGES; read += 1) {
        const answer = page.parse(
          await callHubspot(deps.caller, { method: 'GET', path: `${path}?${parameters}` }),
        );
        events.push(...answer.results.flatMap((wire) => toEvents(wire, query)));
        const after = answer.paging?.next?.after;
        if (after === undefined) return events;
        parameters.set('after', after);
      }
      deps.log.info(
        { contactId, events: MOST_PAGES * PAGE_SIZE },
        'A contact has more events than are read; the rest does not count',
      );
      return events;
    });
}

function parametersOf(contactId: string, { types, occurredAfter }: EventQuery): URLSearchParams {
  return new URLSearchParams({
    objectType: 'contact',
    objectId: contactId,
    limit: String(PAGE_SIZE),
    ...(types.every((type) => type === PAGE_VIEW) ? { eventType: HUBSPOT_PAGE_VIEW } : {}),
    ...(occurredAfter === null ? {} : { occurredAfter: toIso(occurredAfter) }),
  });
}

/** The event in the policy's words, or nothing when the policy does not count its type. */
function toEvents(
  wire: z.infer<typeof page>['results'][number],
  { types, properties }: EventQuery,
): readonly LeadEvent[] {
  const type = [wire.eventType, shortName(wire.eventType)].find((name) => types.includes(name));
  if (type === undefined) return [];
  const values = wire.properties ?? {};
  return [
    {
      type,
      occurredAt: wire.occurredAt,
      properties: Object.fromEntries(
        properties.map((name) => [name, values[name] ?? values[`hs_${name}`] ?? null]),
      ),
    },
  ];
}

/** Custom and app events carry the id of their account or app: `pe145000001_trial_usage` is `trial_usage`. */
function shortName(eventType: string): string {
  return eventType === HUBSPOT_PAGE_VIEW ? PAGE_VIEW : eventType.replace(/^(pe|ae)\d+_/, '');
}
