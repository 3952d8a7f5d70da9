import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildFunctions } from '../../scripts/build-functions.ts';
import { ROOT } from '../../scripts/build-files.ts';
import { signRequestV3 } from '../../src/adapters/webhook/sign-request.ts';
import type { CardAnswer } from '../../src/contract/card-answer.ts';
import type { FunctionContext } from '../../src/entry/http/function-request.ts';
import { machineClock, machineClockEnv } from '../../src/testing/machine-clock.ts';
import {
  startTestBaton,
  TEST_CLIENT_SECRET,
  type TestBaton,
} from '../../src/testing/test-baton.ts';

const PUBLIC_URL = 'https://123.hs-sites.example/hs/serverless';
/**
 * Loads a bundle as HubSpot's runtime does, calls it once, and tells what that took: processor time of the loading, and
 * memory of its own, which on Linux leaves out the pages of the Node binary.
 */
const RUNTIME = `
  const { readFileSync } = require('node:fs');
  const ownMemory = () => {
    const { heapTotal, external } = process.memoryUsage();
    if (process.platform !== 'linux') return heapTotal + external;
    return /RssAnon:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1] * 1024;
  };
  const cpu = process.cpuUsage();
  const { main } = require(process.argv[1]);
  const used = process.cpuUsage(cpu);
  let input = '';
  process.stdin.on('data', (part) => (input += part)).on('end', async () => {
    const answer = await main(JSON.parse(input));
    const loadMs = (used.user + used.system) / 1000;
    process.stdout.write(JSON.stringify({ answer, loadMs, memory: ownMemory() }));
  });`;

/** A function has 128 MB (hubspot §3.2); a runtime that small gives its heap nine tenths of that. */
const HEAP_OF_128_MB = ['--max-old-space-size=115', '--max-semi-space-size=6'];

interface Run {
  readonly answer: { readonly statusCode: number; readonly body: string };
  readonly loadMs: number;
  readonly memory: number;
}

let baton: TestBaton;
let hubspot: Server;
let folder: string;
let waiting: string;

beforeAll(async () => {
  await mkdir(path.join(ROOT, 'dist'), { recursive: true });
  folder = await mkdtemp(path.join(ROOT, 'dist', 'functions-test-'));
  await buildFunctions(folder, { accountId: 1, variables: { PUBLIC_URL } });
  baton = await startTestBaton();
  hubspot = await withPolicyObject(baton);
  waiting = freshLead();
});
afterAll(async () => {
  hubspot.close();
  await baton.close();
  await rm(folder, { recursive: true });
});

/** The local portal, and in front of it the one record it has no object type for: the live policy. */
async function withPolicyObject({ app }: TestBaton): Promise<Server> {
  const target = app.config.hubspot.apiUrl;
  const server = createServer((request, response) => {
    void (async () => {
      const body = await text(request);
      const url = request.url ?? '/';
      if (url.includes('p_baton_policy/batch/read')) {
        const live = await app.policies.live();
        const properties = {
          key: 'live',
          version: live?.version,
          document: JSON.stringify(live?.document),
        };
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ status: 'COMPLETE', results: [{ id: '1', properties }] }));
        return;
      }
      const answer = await fetch(target + url, {
        method: request.method ?? 'GET',
        headers: {
          'content-type': 'application/json',
          authorization: request.headers.authorization ?? '',
        },
        ...(body === '' ? {} : { body }),
      });
      response.statusCode = answer.status;
      response.setHeader('content-type', answer.headers.get('content-type') ?? 'text/plain');
      response.end(await answer.text());
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

function freshLead(): string {
  const fresh = baton.portal.store
    .list({ type: 'contacts', limit: 300 })
    .map(({ id }) => id)
    .find((id) => {
      const values = baton.values('contacts', id);
      return values['lifecyclestage'] === 'lead' && !values['hubspot_owner_id'];
    });
  if (fresh === undefined) throw new Error('The portal has no fresh lead');
  return fresh;
}

async function call(name: 'card' | 'webhooks', context: FunctionContext): Promise<Run> {
  const bundle = path.join(folder, `${name}.js`);
  const child = spawn(process.execPath, [...HEAP_OF_128_MB, '-e', RUNTIME, bundle], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...machineClockEnv(),
      PRIVATE_APP_ACCESS_TOKEN: 'local-token',
      HUBSPOT_CLIENT_SECRET: TEST_CLIENT_SECRET,
      HUBSPOT_API_URL: `http://127.0.0.1:${(hubspot.address() as AddressInfo).port}`,
      CLOCK_URL: `${baton.app.config.hubspot.apiUrl}/_portal/clock`,
      LOG_LEVEL: 'silent',
    },
  });
  child.stdin.end(JSON.stringify(context));
  return JSON.parse(await text(child.stdout)) as Run;
}

function signed(
  route: string,
  body: unknown,
  query: Readonly<Record<string, string>> = {},
): FunctionContext {
  const search = new URLSearchParams(query).toString();
  const timestamp = String(machineClock());
  const signature = signRequestV3({
    clientSecret: TEST_CLIENT_SECRET,
    method: 'POST',
    uri: `${PUBLIC_URL}${route}${search === '' ? '' : `?${search}`}`,
    body: JSON.stringify(body),
    timestamp,
  });
  return {
    method: 'POST',
    body,
    headers: {
      'X-HubSpot-Signature-v3': signature,
      'X-HubSpot-Request-Timestamp': timestamp,
    },
    // HubSpot hands the names over in an order of its own.
    params: Object.fromEntries(Object.entries(query).reverse()),
  };
}

const enteredStage = (contactId: string, attemptNumber: number): unknown => [
  {
    subscriptionType: 'object.propertyChange',
    objectId: Number(contactId),
    propertyName: 'lifecyclestage',
    propertyValue: 'marketingqualifiedlead',
    occurredAt: baton.portal.clock.now(),
    attemptNumber,
  },
];

async function ask(
  body: object,
  userId: number,
): Promise<{ readonly run: Run; readonly answer: CardAnswer }> {
  const query = { userId: String(userId), portalId: '123', userEmail: 'a+b@x.example', appId: '9' };
  const run = await call('card', signed('/card', body, query));
  return { run, answer: JSON.parse(run.answer.body) as CardAnswer };
}

describe('the built functions, run as HubSpot runs them', () => {
  test('hand a lead off, once, however often the delivery comes', async () => {
    baton.makeMql(waiting);
    for (const attempt of [0, 1]) {
      const run = await call('webhooks', signed('/webhooks', enteredStage(waiting, attempt)));
      expect(run.answer.statusCode).toBe(200);
    }
    const values = baton.values('contacts', waiting);
    expect(values).toMatchObject({ handoff_id: `${waiting}-1` });
    expect(baton.tasksOf(waiting).length).toBeLessThanOrEqual(1);
  });

  test('show the card to the user HubSpot vouches for', async () => {
    const owner = baton.portal.store.owners
      .all()
      .find(({ id }) => id === baton.values('contacts', waiting)['handoff_owner']);
    const mine = await ask({ do: 'open', contactId: waiting }, owner?.userId ?? 0);
    const theirs = await ask({ do: 'open', contactId: waiting }, 1);
    expect(mine.answer).toMatchObject({
      outcome: 'ok',
      current: { handoffId: `${waiting}-1`, yours: owner !== undefined },
    });
    expect(theirs.answer.current?.yours).toBe(false);
  });

  test.each(['card', 'webhooks'] as const)('refuse an unsigned call: %s', async (name) => {
    const context = signed(`/${name}`, []);
    const run = await call(name, { ...context, body: [{}] });
    expect(run.answer.statusCode).toBe(401);
  });

  test('weigh at most 1 MB and need at most 100 MB of memory of their own', async () => {
    for (const name of ['card', 'webhooks'] as const) {
      expect((await stat(path.join(folder, `${name}.js`))).size).toBeLessThanOrEqual(1_000_000);
    }
    const { run } = await ask({ do: 'open', contactId: waiting }, 0);
    expect(run.memory).toBeLessThanOrEqual(100_000_000);
  });

  test('load in 120 ms of processor time, doubled here because other suites run beside', async () => {
    const { run } = await ask({ do: 'open', contactId: waiting }, 0);
    expect(run.loadMs).toBeLessThanOrEqual(2 * 120);
  });
});
