import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openQueue } from '../src/adapters/queue/open-queue.ts';
import { openDatabase } from '../src/adapters/ledger/open-database.ts';
import type { Queue } from '../src/application/ports/queue.ts';
import { told } from '../src/testing/told.ts';

const DELIVERIES = 200;
const EVENTS_PER_DELIVERY = 100;
/** HubSpot's default concurrency (hubspot §5.3). */
const AT_ONCE = 10;
/** HubSpot answers are spread; this is the pause of each lane in the second round, in milliseconds. */
const PACE_MS = 200;

const silent = () => undefined;
const log = { debug: silent, info: silent, warn: console.warn, error: console.error };

/**
 * How long a webhook waits for its events to be durable while the worker is busy: 200 deliveries of 100 events, 10 at
 * once, on the embedded store. The budget is 50 ms at the 99th percentile (design §10).
 */
export async function benchAcknowledge(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'baton-bench-'));
  const database = await openDatabase({ dataDir });
  const queue = await openQueue({ database, log, sleep: (ms) => sleep(ms) });
  try {
    console.log('acknowledging 100-event deliveries, 10 at once, worker busy (budget p99 50 ms)');
    for (const paceMs of [0, PACE_MS]) {
      const { waits, taken, seconds } = await round(queue, paceMs);
      console.log(
        `  ${paceMs === 0 ? 'flat out' : `${paceMs} ms between`}: p50 ${at(waits, 0.5)} ms, p99 ${at(waits, 0.99)} ms; ` +
          `${taken} contacts taken and done in ${seconds.toFixed(1)} s`,
      );
    }
  } finally {
    await queue.close();
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

let nextId = 1;

async function round(queue: Queue, paceMs: number) {
  const accepting = { done: false };
  const startedAt = performance.now();
  const working = work(queue, () => accepting.done);
  const waits: number[] = [];
  const lane = async (): Promise<void> => {
    for (let sent = 0; sent < DELIVERIES / AT_ONCE; sent += 1) {
      const causes = delivery();
      const before = performance.now();
      await queue.accept(causes);
      waits.push(performance.now() - before);
      if (paceMs > 0) await sleep(paceMs);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  accepting.done = true;
  const taken = await working;
  return { waits, taken, seconds: (performance.now() - startedAt) / 1000 };
}

async function work(queue: Queue, isOver: () => boolean): Promise<number> {
  for (let taken = 0; ;) {
    const contacts = await queue.take(100);
    if (contacts.length === 0) {
      if (isOver()) return taken;
      await queue.waitForWork(100);
      continue;
    }
    taken += contacts.length;
    await queue.done(contacts.map(({ jobId }) => jobId));
  }
}

function delivery() {
  return Array.from({ length: EVENTS_PER_DELIVERY }, () =>
    told({
      subscriptionType: 'object.propertyChange',
      objectId: String(nextId++),
      propertyName: 'lifecyclestage',
      propertyValue: 'marketingqualifiedlead',
      occurredAt: Date.now(),
    }),
  );
}

function at(values: readonly number[], share: number): string {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)]?.toFixed(1) ?? '-';
}
