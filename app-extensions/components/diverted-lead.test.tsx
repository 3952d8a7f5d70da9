import { describe, expect, test } from '@jest/globals';
import { Button, Text } from '@hubspot/ui-extensions';
import type { CardView } from '../../src/contract/card-view.ts';
import { aCardAnswer, aCardView } from '../../src/testing/a-card-view.ts';
import { renderHandoffCard, type RenderedCard } from '../testing/render-handoff-card.tsx';

const YOURS = "Sam is your customer's CFO and asked for a demo. You own Alder Bank, a customer.";

/** A customer's request, at 14:08 in Berlin, to be answered by Tuesday. */
function aCustomer(change: Partial<CardView> = {}): CardView {
  return aCardView({
    diverted: YOURS,
    status: { id: 'diverted', label: "Diverted to the account's owner" },
    tier: null,
    play: null,
    dueAt: '2026-11-24T13:30:00.000Z',
    may: ['accept', 'reassign', 'log_attempt'],
    ...change,
  });
}

async function open(current = aCustomer(), after: object = aCardAnswer()): Promise<RenderedCard> {
  const card = renderHandoffCard({ answers: [aCardAnswer({ current }), after] });
  await card.shows(current.person.name);
  return card;
}

function said(card: RenderedCard): string | null {
  return card.renderer.findByTestId(Text, 'diverted').text;
}

describe('the card of a diverted lead', () => {
  test('says what it is, whose, and by when to answer', async () => {
    const card = await open();
    expect(said(card)).toBe(`${YOURS} Answer by Tue 24 Nov, 14:30.`);
    expect(card.text()).not.toContain('Disqualified');
    expect(card.text()).not.toContain('Why you');
  });

  test('says it once where it is late, and nothing of it once it was answered', async () => {
    const late = await open(aCustomer({ dueAt: '2026-11-20T12:30:00.000Z' }));
    expect(said(late)).toBe(`${YOURS} It was to be answered by 13:30.`);
    expect(said(await open(aCustomer({ firstTouchOwed: false })))).toBe(YOURS);
  });

  test('offers to log an attempt first, to have it, and to pass it on; never to reject', async () => {
    const card = await open();
    expect(card.buttons()).toEqual(['I have it', 'Not mine', 'Log attempt']);
    const primary = card.renderer
      .findAll(Button)
      .filter(({ props }) => props.variant === 'primary');
    expect(primary.map(({ text }) => text)).toEqual(['Log attempt']);
  });

  test('sends "I have it" with two clicks and without a kind of acceptance to choose', async () => {
    const message = 'It is yours. Nothing else is asked of you here.';
    const card = await open(aCustomer(), aCardAnswer({ message }));
    card.click('I have it');
    await card.shows('you answer this yourself');
    expect(card.text()).not.toContain('How it stands');
    card.click('Yes, I have it');
    await card.shows(message);
    expect(card.sent[1]?.body).toMatchObject({
      do: 'decide',
      decision: 'accept',
      acceptance: 'outreach_started',
    });
  });
});
