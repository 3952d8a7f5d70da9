import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CardView } from '../../contract/card-view.ts';
import { aCfo, LENA, publishDetours, RAFAEL } from '../../testing/a-customer.ts';
import { at } from '../../testing/at.ts';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';

const MQL = { lifecyclestage: 'marketingqualifiedlead' };
/** Seeded: sells, and has nothing to do with the account. */
const SOMEBODY_ELSE = '40001003';

let baton: TestBaton;
let lead: string;

beforeAll(async () => {
  baton = await startTestBaton();
  await publishDetours(baton);
});

afterAll(async () => {
  await baton.close();
});

beforeEach(async () => {
  baton.portal.clock.freeze(true);
  baton.portal.clock.set(at('2026-12-01T15:00:00Z'));
  lead = aCfo(baton);
  await baton.change(lead, MQL);
});

async function opened(by: string): Promise<CardView> {
  const { current } = await baton.card(lead, { do: 'open' }, by);
  if (!current) throw new Error('The card shows nothing');
  return current;
}

describe('the card of a diverted lead', () => {
  test('says to its owner what it is, whose and until when, and offers what makes sense', async () => {
    const view = await opened(RAFAEL);
    expect(view).toMatchObject({
      diverted: "Sam is your customer's CFO and asked for a demo. You own Alder Bank, a customer.",
      yours: true,
      dueAt: '2026-12-01T15:30:00.000Z',
      firstTouchOwed: true,
      may: ['accept', 'reassign', 'log_attempt'],
      attemptChannel: 'phone',
      tier: null,
      play: null,
      missing: [],
      decided: null,
    });
    expect(view.reasons.reject).toEqual([]);
    expect(view.reasons.recycle).toEqual([]);
    expect(view.reasons.reassign).not.toEqual([]);
    expect(JSON.stringify(view)).not.toContain('Disqualified');
  });

  test('says the name to everybody else, who may only look', async () => {
    const view = await opened(SOMEBODY_ELSE);
    expect(view).toMatchObject({
      diverted:
        "Sam is a customer's CFO and asked for a demo. Rafael Sandoval owns Alder Bank, a customer.",
      ownerReason: 'Rafael Sandoval owns Alder Bank, a customer.',
      ownerName: 'Rafael Sandoval',
      yours: false,
      may: [],
    });
    expect(view.refusal).toMatch(/belongs to Rafael Sandoval/);
  });

  test('says who took it up, once somebody did', async () => {
    await baton.card(lead, {
      do: 'decide',
      decision: 'accept',
      acceptance: 'outreach_started',
      note: 'I see them on Monday.',
    });
    expect(await opened(RAFAEL)).toMatchObject({
      diverted: null,
      status: { id: 'closed' },
      decided: { text: 'I see them on Monday.', byName: 'Rafael Sandoval' },
      may: [],
    });
  });

  test('says who passed it on to the next one', async () => {
    const note = 'Lena has their contract.';
    const passed = { do: 'decide', decision: 'reassign', reasonCode: 'wrong_owner', note };
    const { message } = await baton.card(lead, passed);
    expect(message).toBe('Passed on to Lena Keller.');
    const view = await opened(LENA);
    expect(view.diverted).toBe(
      "Sam is your customer's CFO and asked for a demo. You answer for sales, and nobody else has Alder Bank, a customer.",
    );
    expect(JSON.stringify(view)).toContain(note);
  });
});
