import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MINUTE, toIso } from '../../domain/instant.ts';
import { HANDOFF } from '../../domain/property-names.ts';
import { startOldBaton, type OldBaton, type OldLeadName } from '../../testing/old-portal.ts';

const NOT_MINE = { do: 'decide', decision: 'reassign', reasonCode: 'wrong_owner' } as const;

let old: OldBaton;

function schemaOf(name: OldLeadName): unknown {
  return (JSON.parse(old.contact(name)[HANDOFF.record] ?? '') as { schema: unknown }).schema;
}

async function act(name: OldLeadName, body: Readonly<Record<string, unknown>>): Promise<void> {
  old.baton.portal.clock.advance(MINUTE);
  expect(await old.baton.card(old.idOf(name), body)).toMatchObject({ outcome: 'ok' });
}

beforeAll(async () => {
  old = await startOldBaton();
});

afterAll(async () => {
  await old.baton.close();
});

describe('what the first version left goes on', () => {
  test('is accepted', async () => {
    await act('waiting', { do: 'decide', decision: 'accept', acceptance: 'in_discovery' });
    expect(old.contact('waiting')).toMatchObject({
      handoff_status: 'accepted',
      handoff_acceptance: 'in_discovery',
      handoff_owner: old.before('waiting')[HANDOFF.owner],
      handoff_decided_by: old.before('waiting')[HANDOFF.owner],
      handoff_sla_due_at: old.before('waiting')[HANDOFF.slaDueAt],
      lifecyclestage: 'salesqualifiedlead',
    });
    expect(schemaOf('waiting')).toBe(2);
    expect(old.baton.changes(old.idOf('waiting')).map(({ what }) => what)).toEqual([
      'carried_over',
      'accepted',
    ]);
    expect(old.toDo('waiting')).toEqual([`first_touch 1 ${old.before('waiting')[HANDOFF.owner]}`]);
  });

  test('counts a further attempt, after those the old version counted', async () => {
    const next = { nextStep: 'send the offer', nextStepOn: '2026-12-07' };
    await act('accepted', { do: 'log_attempt', channel: 'phone', result: 'no_answer', ...next });
    expect(old.contact('accepted')).toMatchObject({
      handoff_status: 'accepted',
      handoff_touches: '2',
      handoff_sla_status: 'met',
      handoff_first_touch_at: old.before('accepted')[HANDOFF.firstTouchAt],
      handoff_acceptance: 'meeting_booked',
      handoff_next_action: 'send the offer',
      // Nine in Berlin, when the rep begins.
      handoff_next_action_due_at: '2026-12-07T08:00:00.000Z',
    });
    expect(schemaOf('accepted')).toBe(2);
    expect(old.baton.activities(old.idOf('accepted'))).toHaveLength(1);
    expect(old.toDo('accepted')).toEqual([`touch 3 ${old.before('accepted')[HANDOFF.owner]}`]);
  });

  test('counts the first attempt on a lead that was accepted without one', async () => {
    const next = { nextStep: 'call again', nextStepOn: '2026-12-02' };
    await act('untouched', { do: 'log_attempt', channel: 'phone', result: 'voicemail', ...next });
    expect(old.contact('untouched')).toMatchObject({
      handoff_status: 'accepted',
      handoff_touches: '1',
      handoff_next_action: 'call again',
    });
    expect(old.contact('untouched')[HANDOFF.firstTouchAt] ?? '').not.toBe('');
    expect(old.toDo('untouched')).toEqual([`touch 2 ${old.before('untouched')[HANDOFF.owner]}`]);
  });

  test('is rejected by hand, and gives its turn back', async () => {
    const owner = old.before('byHand')[HANDOFF.owner] ?? '';
    const had = await old.baton.turns();
    old.baton.portal.clock.advance(MINUTE);
    const edit = { handoff_status: 'rejected', handoff_reason_code: 'wrong_icp' };
    expect(await old.baton.change(old.idOf('byHand'), edit, owner)).toEqual({ edit: 1 });
    expect(old.contact('byHand')).toMatchObject({
      handoff_status: 'rejected',
      handoff_reason_code: 'wrong_icp',
      handoff_outcome: 'rejected',
      handoff_decided_by: owner,
    });
    expect(schemaOf('byHand')).toBe(2);
    expect(old.toDo('byHand').map((task) => task.split(' ')[0])).toEqual(['return']);
    const { byOwner, total } = await old.baton.turns();
    expect(byOwner.get(owner)).toBe((had.byOwner.get(owner) ?? 0) - 1);
    expect(total).toBe(had.total);
  });

  test('takes the next turn of the old rotation when it is "not mine", and costs the first one none', async () => {
    const first = old.before('notMine')[HANDOFF.owner] ?? '';
    const had = await old.baton.turns();
    await act('notMine', { ...NOT_MINE, note: 'Their group is served from Paris.' });
    const next = old.contact('notMine')[HANDOFF.owner] ?? '';
    expect(next).not.toBe(first);
    expect(old.contact('notMine')).toMatchObject({
      handoff_status: 'awaiting_decision',
      handoff_pool: old.before('notMine')[HANDOFF.pool],
      hubspot_owner_id: next,
      handoff_sla_status: 'running',
    });
    expect(schemaOf('notMine')).toBe(2);
    expect(old.toDo('notMine')).toEqual([`first_touch 1 ${next}`]);
    const { byOwner, total } = await old.baton.turns();
    expect(total).toBe(had.total + 1);
    expect(byOwner.get(first)).toBe((had.byOwner.get(first) ?? 0) - 1);
    expect(byOwner.get(next)).toBe((had.byOwner.get(next) ?? 0) + 1);
  });

  test('is not passed back to the one who had passed it on before', async () => {
    const changes = old.baton.changes(old.idOf('passedOn'));
    const passer = changes.at(-1)?.by;
    const owners = [old.before('passedOn')[HANDOFF.owner]];
    expect(passer).not.toBe(owners[0]);
    // A pool of five: once the others have had it, nobody but the first would be left.
    for (let n = 0; n < 3; n += 1) {
      await act('passedOn', { ...NOT_MINE, note: 'Nor mine.' });
      owners.push(old.contact('passedOn')[HANDOFF.owner]);
    }
    expect(owners).not.toContain(passer);
    expect(new Set(owners).size).toBe(4);
    expect(old.toDo('passedOn')).toEqual([`first_touch 1 ${owners.at(-1)}`]);
  });

  test('stays with the owner a person gave it to, and is recycled by that one', async () => {
    const owner = old.before('adopted')[HANDOFF.owner];
    const had = await old.baton.turns();
    await act('adopted', { do: 'decide', decision: 'recycle', reasonCode: 'timing' });
    expect(old.contact('adopted')).toMatchObject({
      handoff_status: 'recycled',
      handoff_decided_by: owner,
      hubspot_owner_id: owner,
    });
    expect(old.toDo('adopted')).toEqual([]);
    expect(await old.baton.turns()).toEqual(had);
  });

  test('comes back by a new form after it was recycled, with what became of it', async () => {
    old.baton.portal.clock.advance(MINUTE);
    const counts = await old.baton.change(old.idOf('recycled'), {
      recent_conversion_event_name: 'Request a demo',
      recent_conversion_date: toIso(old.baton.portal.clock.now()),
    });
    const owner = old.before('recycled')[HANDOFF.owner];
    expect(counts).toEqual({ open: 1 });
    expect(old.contact('recycled')).toMatchObject({
      handoff_status: 'awaiting_decision',
      handoff_attempt: '2',
      handoff_id: `${old.idOf('recycled')}-2`,
      // Who knows the lead keeps it, and no turn is taken for that.
      handoff_owner: owner,
    });
    expect(old.contact('recycled')[HANDOFF.revisitOn] ?? '').toBe('');
    expect(old.toDo('recycled')).toEqual([`first_touch 1 ${owner}`]);
    const { current } = await old.baton.card(old.idOf('recycled'), { do: 'open' });
    expect(current?.earlier).toMatchObject([
      { attempt: 1, status: 'Recycled: not now', note: 'New plant opens in March.' },
    ]);
  });

  test('is released from its hold when the facts come, and the hold is done with', async () => {
    expect(old.toDo('held').map((task) => task.split(' ')[0])).toEqual(['hold']);
    const had = await old.baton.turns();
    const { store } = old.baton.portal;
    const company = store.create(
      'companies',
      {
        name: 'Hannover Guss',
        industry: 'MACHINERY',
        numberofemployees: '400',
        country: 'Germany',
      },
      { type: 'CRM_UI', id: 'userId:1' },
    );
    const lead = store.get('contacts', old.idOf('held'));
    if (!lead) throw new Error(`No contact ${old.idOf('held')} in the portal`);
    store.associate(lead, company);
    old.baton.portal.clock.advance(MINUTE);
    expect(
      await old.baton.change(old.idOf('held'), { hs_analytics_source: 'PAID_SEARCH' }),
    ).toEqual({
      release: 1,
    });
    const owner = old.contact('held')[HANDOFF.owner] ?? '';
    expect(old.contact('held')).toMatchObject({
      handoff_status: 'awaiting_decision',
      handoff_id: old.before('held')[HANDOFF.id],
      handoff_complete: 'true',
      hubspot_owner_id: owner,
    });
    expect(old.toDo('held')).toEqual([`first_touch 1 ${owner}`]);
    expect((await old.baton.turns()).total).toBe(had.total + 1);
  });

  test('stays in nurture until it asks for more, and then is handed over', async () => {
    old.baton.portal.clock.advance(MINUTE);
    const counts = await old.baton.change(old.idOf('nurture'), {
      message: 'Please show us a demo.',
      recent_conversion_event_name: 'Request a demo',
      recent_conversion_date: toIso(old.baton.portal.clock.now()),
    });
    expect(counts).toEqual({ open: 1 });
    expect(old.contact('nurture')).toMatchObject({
      handoff_status: 'awaiting_decision',
      handoff_attempt: '2',
    });
    expect(old.toDo('nurture')).toEqual([`first_touch 1 ${old.contact('nurture')[HANDOFF.owner]}`]);
  });

  test('costs nothing more: after all of this a look at every contact writes nothing', async () => {
    await old.lookAtAll();
    old.baton.portal.requests.clear();
    await old.lookAtAll();
    expect(old.baton.writes()).toEqual([]);
  });
});
