import { json, type Express } from 'express';
import * as z from 'zod';
import { answerJson, PageRefusal, readInput } from '../pages/server/answer-json.ts';
import type { Owner } from '../store/owner-table.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { StoredRecord } from '../store/record-table.ts';
import type { BuiltCard } from './build-cards.ts';
import { buildCardContext } from './build-card-context.ts';
import { bundleWorker } from './bundle-worker.ts';
import {
  type AssociationPage,
  type CardContext,
  type CardListing,
  type PropertyValues,
} from './card-protocol.ts';
import { forwardCardFetch, type PreviewedApp } from './forward-card-fetch.ts';

/** What the preview needs of the portal. */
export interface PreviewPortal {
  readonly store: PortalStore;
}

/** What {@link mountPreview} shows, and the app behind it. */
export interface PreviewOptions extends PreviewedApp {
  readonly cards: readonly Omit<BuiltCard, 'gzipBytes'>[];
  /** The build profile's variables, `context.variables` of a card; by default `PUBLIC_URL` = `appBaseUrl`. */
  readonly variables?: CardContext['variables'];
  /** IANA name of the portal's own zone; default UTC. */
  readonly timeZone?: string;
  /** Real time in epoch milliseconds; the machine's by default. */
  readonly now?: () => number;
}

const contextQuery = z.object({
  card: z.string(),
  owner: z.string(),
  contact: z.string().optional(),
});
const fetchBody = z.object({
  owner: z.string(),
  request: z.object({
    url: z.string(),
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    headers: z.record(z.string(), z.string()),
    body: z.unknown().optional(),
    timeout: z.number().positive().optional(),
  }),
});
const propertiesBody = z.object({
  contact: z.string(),
  names: z.array(z.string()).or(z.literal('*')),
});
const associationsBody = z.object({
  contact: z.string(),
  request: z.object({
    toObjectType: z.string(),
    properties: z.array(z.string()).optional(),
    pageLength: z.number().int().min(1).max(200).optional(),
    offset: z.number().int().min(0).optional(),
  }),
});

/** Association targets by the names and ids that HubSpot's SDK takes. */
const ASSOCIATED = { companies: ['0-2', 'company', 'companies'], deals: ['0-3', 'deal', 'deals'] };

/**
 * Serves what the card preview needs under `/_portal/preview`: the list of cards, their bundles, the worker's start
 * script, the context, properties, and the proxy of `hubspot.fetch`. Without it the contact page says that no card
 * is there.
 */
export async function mountPreview(
  app: Express,
  portal: PreviewPortal,
  options: PreviewOptions,
): Promise<void> {
  const { store } = portal;
  const { cards } = options;
  const timeZone = options.timeZone ?? 'UTC';
  const variables = options.variables ?? { PUBLIC_URL: options.appBaseUrl };
  const now = options.now ?? Date.now;
  const workerScript = await bundleWorker();
  const listing = cards.map(({ name, title, location }): CardListing => ({
    name,
    title,
    location,
  }));
  const readJson = json({ limit: '2mb' });

  app.get(
    '/_portal/preview/cards',
    answerJson(() => listing),
  );
  app.get('/_portal/preview/worker.js', (_request, response) => {
    response.type('text/javascript').send(workerScript);
  });
  app.get('/_portal/preview/bundles/:name', (request, response, next) => {
    const card = cards.find(({ name }) => `${name}.js` === request.params.name);
    if (card === undefined) {
      next();
      return;
    }
    // A rebuilt card must show at the next reload. Bundles lie in the data folder, whose name begins with a dot.
    response
      .set('cache-control', 'no-store')
      .type('text/javascript')
      .sendFile(card.file, { dotfiles: 'allow' });
  });
  app.get(
    '/_portal/preview/context',
    answerJson((request) => {
      const query = readInput(contextQuery, request.query);
      const card = listing.find(({ name }) => name === query.card);
      if (card === undefined) throw new PageRefusal(404, `No card is called ${query.card}.`);
      return buildCardContext(store, {
        card,
        owner: findOwner(store, query.owner),
        appId: options.appId,
        timeZone,
        variables,
        ...(query.contact !== undefined && { contactId: query.contact }),
      });
    }),
  );
  app.post(
    '/_portal/preview/fetch',
    readJson,
    answerJson((request) => {
      const body = readInput(fetchBody, request.body);
      const owner = findOwner(store, body.owner);
      const { timeout, ...sent } = body.request;
      const caller = { userId: owner.userId, userEmail: owner.email, portalId: store.portalId };
      const asked = { ...sent, ...(timeout !== undefined && { timeout }) };
      return forwardCardFetch(asked, caller, options, { fetch, now });
    }),
  );
  app.post(
    '/_portal/preview/properties',
    readJson,
    answerJson((request) => {
      const body = readInput(propertiesBody, request.body);
      return { data: valuesOf(store, findContact(store, body.contact), body.names) };
    }),
  );
  app.post(
    '/_portal/preview/associations',
    readJson,
    answerJson((request) => {
      const body = readInput(associationsBody, request.body);
      const { toObjectType, properties = [], pageLength = 100, offset = 0 } = body.request;
      const to = (['companies', 'deals'] as const).find((name) =>
        ASSOCIATED[name].includes(toObjectType),
      );
      if (to === undefined)
        throw new PageRefusal(400, `The local preview has no associations to ${toObjectType}.`);
      const contact = findContact(store, body.contact);
      return { data: associationPage(store, contact, { to, properties, pageLength, offset }) };
    }),
  );
}

function findOwner(store: PortalStore, id: string): Owner {
  const owner = store.owners.find(id);
  if (owner?.archived === false) return owner;
  throw new PageRefusal(
    400,
    `No active owner has the id ${id}: choose another person under "Acting as".`,
  );
}

function findContact(store: PortalStore, id: string): StoredRecord {
  const contact = store.get('contacts', id);
  if (contact !== undefined) return contact;
  throw new PageRefusal(404, `No contact has the id ${id}: it may have been deleted or merged.`);
}

function valuesOf(
  store: PortalStore,
  record: StoredRecord,
  names: readonly string[] | '*',
): PropertyValues {
  const values = store.read(record);
  if (names === '*') return values;
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}

function associationPage(
  store: PortalStore,
  contact: StoredRecord,
  query: {
    readonly to: 'companies' | 'deals';
    readonly properties: readonly string[];
    readonly pageLength: number;
    readonly offset: number;
  },
): AssociationPage {
  const byRecord = Map.groupBy(store.associations(contact.id, query.to), ({ toId }) => toId);
  const all = [...byRecord.keys()];
  const page = all.slice(query.offset, query.offset + query.pageLength);
  const records = store.getMany(query.to, page);
  const end = query.offset + page.length;
  return {
    results: [...records.values()].map((record) => ({
      toObjectId: Number(record.id),
      associationTypes: (byRecord.get(record.id) ?? []).map(({ typeId }) => ({
        category: 'HUBSPOT_DEFINED',
        typeId,
        label: '',
      })),
      properties: valuesOf(store, record, query.properties),
    })),
    hasMore: end < all.length,
    nextOffset: end,
  };
}
