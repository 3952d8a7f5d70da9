import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';
import { applyBacklog, previewBacklog, type BacklogDeps } from './backlog.ts';

let baton: TestBaton;
/** Contacts that were MQLs before anybody installed Baton. */
let oldMqls: readonly string[];

async function deps(): Promise<BacklogDeps> {
  const { crm, queue, livePolicy } = baton.app;
  return { crm, queue, policy: await livePolicy() };
}

function handedOff(): readonly string[] {
  return oldMqls.filter((id) => baton.values('contacts', id)['handoff_status']);
}

beforeAll(async () => {
  baton = await startTestBaton();
  oldMqls = baton.portal.store
    .list({ type: 'contacts', limit: 1000 })
    .map(({ id }) => id)
    .filter((id) => baton.values('contacts', id)['lifecyclestage'] === 'marketingqualifiedlead');
});

afterAll(async () => {
  await baton.close();
});

describe('MQLs from before go-live', () => {
  test('stay untouched, whatever HubSpot tells of them', async () => {
    expect(oldMqls.length).toBeGreaterThan(10);
    for (const id of oldMqls) await baton.tell(id, { lifecyclestage: 'marketingqualifiedlead' });
    baton.portal.requests.clear();
    expect(await baton.work()).toEqual({ nothing_to_do: oldMqls.length });
    expect(baton.writes()).toEqual([]);
    expect(handedOff()).toEqual([]);
  });

  test('are counted by what would become of them, with nothing changed', async () => {
    baton.portal.requests.clear();
    const seen: number[] = [];
    const report = await previewBacklog(await deps(), 1000, await baton.app.clock.now(), (done) =>
      seen.push(done),
    );
    expect(report).toMatchObject({ found: oldMqls.length, queued: 0 });
    const outcomes = Object.values(report.byOutcome);
    expect(outcomes.reduce((sum, n) => sum + n, 0)).toBe(oldMqls.length);
    expect(outcomes.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toBe(oldMqls.length);
    expect(baton.writes()).toEqual([]);
    expect(await baton.app.queue.depth()).toEqual({ deliveries: 0, contacts: 0, dead: 0 });
  });

  test('are handed off as many as asked for, with the backlog as trigger', async () => {
    const now = await baton.app.clock.now();
    const report = await applyBacklog(await deps(), 5, now, () => undefined);
    expect(report).toEqual({ found: 5, byOutcome: {}, queued: 5 });
    expect(await baton.work()).toEqual({ open: 5 });
    expect(handedOff()).toHaveLength(5);
    for (const id of handedOff()) {
      expect(baton.values('contacts', id)).toMatchObject({
        handoff_trigger: 'backlog',
        handoff_attempt: '1',
      });
    }
  });

  test('come out as the preview said', async () => {
    const now = await baton.app.clock.now();
    const { byOutcome } = await previewBacklog(await deps(), 1000, now, () => undefined);
    const before = new Set(handedOff());
    await applyBacklog(await deps(), 1000, now, () => undefined);
    await baton.work();
    const counted: Record<string, number> = {};
    for (const id of handedOff().filter((one) => !before.has(one))) {
      const values = baton.values('contacts', id);
      const status = values['handoff_status'] ?? '';
      const routed = status === 'awaiting_decision' || status === 'held_no_owner';
      const outcome = (routed ? values['handoff_tier'] : status) ?? '';
      counted[outcome] = (counted[outcome] ?? 0) + 1;
    }
    expect(counted).toEqual(byOutcome);
  });

  test('are found no more once they are handed off', async () => {
    const now = await baton.app.clock.now();
    expect(handedOff()).toHaveLength(oldMqls.length);
    expect(await applyBacklog(await deps(), 1000, now, () => undefined)).toMatchObject({
      queued: 0,
    });
  });
});
