import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Log } from '../../application/ports/log.ts';
import type { ContactCause, Queue } from '../../application/ports/queue.ts';
import { testDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import { told } from '../../testing/told.ts';
import { openDatabase } from '../ledger/open-database.ts';
import { openQueue } from './open-queue.ts';

const nothing = (): void => undefined;
const log: Log = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: (fields, message) => {
    throw new Error(message, { cause: fields['err'] });
  },
};

/** HubSpot told of the contact at `at`. */
function tellOf(objectId: string, at: number): ContactCause {
  return told({ subscriptionType: 'object.propertyChange', objectId, occurredAt: at });
}

type Work = Awaited<ReturnType<Queue['take']>>;

const kindsAndTimes = (work: Work) =>
  Object.fromEntries(
    work.map(({ contactId, causes }) => [
      contactId,
      causes.map((cause) => [
        cause.kind,
        cause.kind === 'told' ? cause.event.occurredAt : cause.at,
      ]),
    ]),
  );

const times = (work: Work) =>
  Object.fromEntries(
    Object.entries(kindsAndTimes(work)).map(([id, causes]) => [id, causes.map(([, at]) => at)]),
  );

describe.each(testDatabases())('the queue on $kind', ({ open }) => {
  let opened: TestDatabase;
  let queue: Awaited<ReturnType<typeof openQueue>>;

  beforeAll(async () => {
    opened = await open();
    queue = await openQueue({ database: opened.database, log, sleep: () => Promise.resolve() });
  });
  afterEach(async () => {
    await opened.database.query('DELETE FROM pgboss.job; DELETE FROM baton_contact_event');
  });
  afterAll(async () => {
    await queue.close();
    await opened.discard();
  });

  /** Lets the delay of every retry pass. */
  const passDelays = () =>
    opened.database.query(`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`);

  test('gives each contact once, with all its causes in order', async () => {
    await queue.accept([tellOf('1', 1), tellOf('2', 2), tellOf('1', 3)]);
    await queue.accept([tellOf('1', 4)]);
    const work = await queue.take(10);
    expect(times(work)).toEqual({ 1: [1, 3, 4], 2: [2] });
    expect(work.map(({ retries }) => retries)).toEqual([0, 0]);
    expect(await queue.take(10)).toEqual([]);
  });

  test('fills a batch from deliveries of one cause each', async () => {
    for (let n = 0; n < 60; n += 1) await queue.accept([tellOf(String(n), n)]);
    expect(await queue.take(50)).toHaveLength(50);
    expect(await queue.take(50)).toHaveLength(10);
  });

  test('takes no more than asked', async () => {
    await queue.accept(Array.from({ length: 5 }, (_, index) => tellOf(String(index), index)));
    const sizes = [];
    for (let n = 0; n < 3; n += 1) sizes.push((await queue.take(2)).length);
    expect(sizes).toEqual([2, 2, 1]);
  });

  test('is empty once all is done', async () => {
    await queue.accept([tellOf('1', 1), tellOf('2', 2)]);
    const work = await queue.take(10);
    expect(await queue.depth()).toEqual({ deliveries: 0, contacts: 2, dead: 0 });
    await queue.done(work.map(({ jobId }) => jobId));
    expect(await queue.depth()).toEqual({ deliveries: 0, contacts: 0, dead: 0 });
    expect(await opened.database.query('SELECT 1 FROM baton_contact_event')).toEqual([]);
  });

  test('keeps what arrives for a contact that is being worked until it is done', async () => {
    await queue.accept([tellOf('1', 1)]);
    const [first] = await queue.take(10);
    await queue.accept([tellOf('1', 2)]);
    await queue.accept([tellOf('1', 3)]);
    expect(await queue.take(10)).toEqual([]);
    await queue.done([String(first?.jobId)]);
    expect(times(await queue.take(10))).toEqual({ 1: [2, 3] });
  });

  test('never gives one contact to two workers', async () => {
    await queue.accept(Array.from({ length: 40 }, (_, index) => tellOf(String(index), index)));
    const takes = await Promise.all(Array.from({ length: 8 }, () => queue.take(10)));
    const ids = takes.flat().map(({ contactId }) => contactId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(40);
  });

  test('puts a failed contact back after a delay, with its causes', async () => {
    await queue.accept([tellOf('1', 1)]);
    const [first] = await queue.take(10);
    await queue.failed([{ jobId: String(first?.jobId), reason: 'HubSpot is away' }]);
    expect(await queue.take(10)).toEqual([]);
    await passDelays();
    const again = await queue.take(10);
    expect(times(again)).toEqual({ 1: [1] });
    expect(again[0]?.retries).toBe(1);
  });

  test('works a failed contact at once when something new arrives for it', async () => {
    await queue.accept([tellOf('1', 1)]);
    const [first] = await queue.take(10);
    await queue.failed([{ jobId: String(first?.jobId), reason: 'HubSpot is away' }]);
    await queue.accept([tellOf('1', 2)]);
    expect(times(await queue.take(10))).toEqual({ 1: [1, 2] });
  });

  test('ignores the report of a worker whose contact went to somebody else', async () => {
    await queue.accept([tellOf('1', 1)]);
    const [first] = await queue.take(10);
    const jobId = String(first?.jobId);
    await queue.failed([{ jobId, reason: 'expired' }]);
    await passDelays();
    await queue.take(10);
    await queue.failed([{ jobId, reason: 'late' }]);
    await queue.done([jobId]);
    expect((await queue.depth()).contacts).toBe(1);
  });

  test('gives up after its retries, says why, and tries again when told', async () => {
    await queue.accept([tellOf('1', 1)]);
    for (let attempt = 0; attempt <= 8; attempt += 1) {
      const [work] = await queue.take(10);
      expect(work?.retries).toBe(attempt);
      await queue.failed([{ jobId: String(work?.jobId), reason: 'no such owner' }]);
      await passDelays();
    }
    expect(await queue.take(10)).toEqual([]);
    const dead = await queue.deadLetters();
    expect(dead).toMatchObject([{ contactId: '1', reason: 'no such owner' }]);
    expect(await queue.redrive(['00000000-0000-0000-0000-000000000000'])).toBe(0);
    expect(await queue.redrive(dead.map(({ jobId }) => jobId))).toBe(1);
    expect(await queue.deadLetters()).toEqual([]);
    expect(times(await queue.take(10))).toEqual({ 1: [1] });
  });

  test('keeps why a contact is looked at, in the order in which it came about', async () => {
    await queue.accept([
      { contactId: '1', cause: { kind: 'due', at: 30 } },
      tellOf('1', 20),
      { contactId: '2', cause: { kind: 'freed', at: 40 } },
    ]);
    await queue.accept([tellOf('1', 40), { contactId: '1', cause: { kind: 'backlog', at: 10 } }]);
    expect(kindsAndTimes(await queue.take(10))).toEqual({
      1: [
        ['backlog', 10],
        ['told', 20],
        ['due', 30],
        ['told', 40],
      ],
      2: [['freed', 40]],
    });
  });

  test('gives an event back as it came', async () => {
    const event = {
      subscriptionType: 'object.propertyChange',
      objectId: '1',
      objectTypeId: '0-1',
      propertyName: 'company',
      propertyValue: 'Größe & Söhne',
      occurredAt: 1,
      sourceId: 'userId:7',
    };
    await queue.accept([told(event)]);
    expect((await queue.take(10))[0]?.causes).toEqual([{ kind: 'told', event }]);
  });

  describe('on rows from before causes were kept', () => {
    const change = (objectId: string, occurredAt: number) => ({
      subscriptionType: 'object.propertyChange',
      objectId,
      objectTypeId: '0-1',
      propertyName: 'lifecyclestage',
      propertyValue: 'marketingqualifiedlead',
      occurredAt,
    });

    test('reads deliveries of bare events', async () => {
      const events = [
        change('1', 2),
        { subscriptionType: 'baton.backlog', objectId: '2', occurredAt: 3 },
        {
          subscriptionType: 'object.merge',
          objectId: '9',
          primaryObjectId: '9',
          mergedObjectIds: ['9', '8'],
          newObjectId: '3',
          occurredAt: 4,
        },
      ];
      await opened.database.query(
        `INSERT INTO pgboss.job (name, data) VALUES ('webhook-delivery', $1::jsonb)`,
        [JSON.stringify({ events })],
      );
      const work = await queue.take(10);
      expect(kindsAndTimes(work)).toEqual({
        1: [['told', 2]],
        2: [['backlog', 3]],
        3: [['told', 4]],
      });
      expect(work.find(({ contactId }) => contactId === '1')?.causes).toEqual([
        { kind: 'told', event: events[0] },
      ]);
    });

    test('reads pending events, beside what came since', async () => {
      for (const event of [
        change('1', 30),
        { subscriptionType: 'baton.backlog', objectId: '1', occurredAt: 10 },
      ]) {
        await opened.database.query(
          'INSERT INTO baton_contact_event (contact_id, event) VALUES ($1, $2::jsonb)',
          ['1', JSON.stringify(event)],
        );
      }
      await queue.accept([tellOf('1', 20)]);
      const work = await queue.take(10);
      expect(kindsAndTimes(work)).toEqual({
        1: [
          ['backlog', 10],
          ['told', 20],
          ['told', 30],
        ],
      });
      await queue.done(work.map(({ jobId }) => jobId));
      expect(await opened.database.query('SELECT 1 FROM baton_contact_event')).toEqual([]);
    });
  });

  test('wakes a worker when something is accepted, also just before it waits', async () => {
    await queue.waitForWork(1);
    await queue.accept([tellOf('1', 1)]);
    await queue.waitForWork(Number.POSITIVE_INFINITY);
    const waiting = queue.waitForWork(Number.POSITIVE_INFINITY);
    await queue.accept([tellOf('2', 2)]);
    await waiting;
    expect(await queue.take(10)).toHaveLength(2);
  });
});

test('nothing accepted is lost by kill -9, and what was being worked is in line at once', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'baton-killed-'));
  const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
  const script = `
    import { openDatabase } from ${here('../ledger/open-database.ts')};
    import { openQueue } from ${here('./open-queue.ts')};
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    const database = await openDatabase({ dataDir: ${JSON.stringify(dataDir)} });
    const queue = await openQueue({ database, log, sleep: () => Promise.resolve() });
    const due = (id) => ({ contactId: String(id), cause: { kind: 'due', at: id } });
    await queue.accept([1, 2, 3].map(due));
    await queue.take(2);
    await queue.accept([4, 1].map(due));
    console.log('accepted');
    setInterval(() => {}, 1000);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');

  const database = await openDatabase({ dataDir });
  const queue = await openQueue({ database, log, sleep: (ms) => sleep(ms) });
  const work = await queue.take(10);
  expect(times(work)).toEqual({ 1: [1, 1], 2: [2], 3: [3], 4: [4] });
  // Contact 1 has two jobs, the one that was worked and one for the later cause; either may come first.
  expect(work.find(({ contactId }) => contactId === '2')?.retries).toBe(1);
  await queue.close();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});
