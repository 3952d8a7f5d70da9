import { json, type Express } from 'express';
import * as z from 'zod';
import type { DeliveryTable } from '../webhooks/delivery-table.ts';
import type { Owner } from '../store/owner-table.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { StoredRecord } from '../store/record-table.ts';
import { bundlePages } from './bundle-pages.ts';
import { CONTACT_ORDERS, type Pulse } from './page-data.ts';
import { answerJson, PageRefusal, readInput } from './server/answer-json.ts';
import { readDirectory } from './server/directory.ts';
import { listContacts } from './server/list-contacts.ts';
import { listDeliveries } from './server/list-deliveries.ts';
import { logActivity } from './server/log-activity.ts';
import { readTaskQueue } from './server/read-activities.ts';
import { readContact } from './server/read-contact.ts';

/** What the pages need of the portal. */
export interface PagesPortal {
  readonly store: PortalStore;
  readonly deliveries: Pick<DeliveryTable, 'newest' | 'counts'>;
}

/** Choices about the pages. */
export interface PagesOptions {
  /** IANA name of the portal's zone, in which the pages show times; default UTC. */
  readonly timeZone?: string;
}

const PAGES = [
  '/',
  '/contacts',
  '/contacts/:id',
  '/tasks',
  '/deliveries',
  '/import',
  '/apps/:name',
];

const SHELL = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Local portal</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/_portal/pages/style.css">
  </head>
  <body>
    <div id="root"></div>
    <noscript>These pages need JavaScript: please switch it on.</noscript>
    <script src="/_portal/pages/app.js"></script>
  </body>
</html>
`;

const contactQuery = z.object({
  text: z.string().default(''),
  stage: z.string().default(''),
  tier: z.string().default(''),
  owner: z.string().default(''),
  status: z.string().default(''),
  order: z.enum(CONTACT_ORDERS).default('changed'),
  page: z.coerce.number().int().default(1),
});
const propertiesBody = z.object({
  actingOwnerId: z.string(),
  values: z.record(z.string(), z.string()),
});
const activityBody = z.object({
  kind: z.enum(['note', 'call', 'email', 'meeting', 'message']),
  actingOwnerId: z.string(),
  at: z.number(),
  title: z.string().max(500),
  body: z.string().max(60_000),
  outcome: z.string(),
  channel: z.string(),
  minutes: z.number().min(0).max(1_440),
});
const taskBody = z.object({ actingOwnerId: z.string(), done: z.boolean() });

/**
 * Serves the pages for people at `/` and their data under `/_portal/pages`, straight from the store: looking at a
 * page uses up none of the app's calls. Edits are written as a person's (`CRM_UI`), so that webhooks say so.
 */
export async function mountPages(
  app: Express,
  portal: PagesPortal,
  { timeZone = 'UTC' }: PagesOptions = {},
): Promise<void> {
  const { store } = portal;
  const bundle = await bundlePages();
  const readJson = json({ limit: '1mb' });
  let changes = 0;
  store.onEvents(() => {
    changes += 1;
  });
  // The count tells of properties that an installation adds, which are no events.
  const pulse = (): Pulse => ({
    version: `${changes}.${store.properties.all('contacts').length}`,
    now: store.clock.now(),
    frozen: store.clock.describe().frozen,
  });

  for (const path of PAGES) {
    app.get(path, (_request, response) => {
      response.type('html').send(SHELL);
    });
  }
  // Links to records in HubSpot's form, as tasks carry them; 0-1 is the type id of contacts.
  app.get('/contacts/:portalId/record/0-1/:id', (request, response) => {
    response.redirect(`/contacts/${encodeURIComponent(request.params.id)}`);
  });
  app.get('/_portal/pages/app.js', (_request, response) => {
    response.type('text/javascript').send(bundle.js);
  });
  app.get('/_portal/pages/style.css', (_request, response) => {
    response.type('text/css').send(bundle.css);
  });

  app.get('/_portal/pages/pulse', answerJson(pulse));
  app.get(
    '/_portal/pages/directory',
    answerJson(() => readDirectory(store, timeZone)),
  );
  app.get(
    '/_portal/pages/contacts',
    answerJson((request) => listContacts(store, readInput(contactQuery, request.query))),
  );
  app.get(
    '/_portal/pages/contacts/:id',
    answerJson((request) =>
      readContact(store, findContact(store, request.params['id']), readDirectory(store, timeZone)),
    ),
  );
  app.post(
    '/_portal/pages/contacts/:id/properties',
    readJson,
    answerJson((request) => {
      const body = readInput(propertiesBody, request.body);
      const contact = findContact(store, request.params['id']);
      store.update(contact, body.values, asPerson(findOwner(store, body.actingOwnerId)));
      return pulse();
    }),
  );
  app.post(
    '/_portal/pages/contacts/:id/activities',
    readJson,
    answerJson((request) => {
      const body = readInput(activityBody, request.body);
      const contact = findContact(store, request.params['id']);
      logActivity(store, contact, findOwner(store, body.actingOwnerId), body);
      return pulse();
    }),
  );
  app.get(
    '/_portal/pages/tasks',
    answerJson((request) =>
      readTaskQueue(store, readInput(z.object({ owner: z.string() }), request.query).owner),
    ),
  );
  app.post(
    '/_portal/pages/tasks/:id',
    readJson,
    answerJson((request) => {
      const body = readInput(taskBody, request.body);
      const task = store.get('tasks', request.params['id'] as string);
      if (task === undefined) throw new PageRefusal(404, 'This task is no longer there: reload.');
      const status = body.done ? 'COMPLETED' : 'NOT_STARTED';
      store.update(
        task,
        { hs_task_status: status },
        asPerson(findOwner(store, body.actingOwnerId)),
      );
      return pulse();
    }),
  );
  app.get(
    '/_portal/pages/deliveries',
    answerJson(() => listDeliveries(portal.deliveries)),
  );
}

function asPerson(owner: Owner): { readonly type: 'CRM_UI'; readonly id: string } {
  return { type: 'CRM_UI', id: `userId:${owner.userId}` };
}

function findContact(store: PortalStore, id: unknown): StoredRecord {
  const contact = typeof id === 'string' ? store.get('contacts', id) : undefined;
  if (contact !== undefined) return contact;
  throw new PageRefusal(
    404,
    `No contact has the id ${String(id)}: it may have been deleted or merged. Go back to the list of contacts.`,
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
