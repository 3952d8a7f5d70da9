import { renderHandoffCard, type RenderedCard } from '../testing/render-handoff-card.tsx';
import { describe, expect, test } from '@jest/globals';
import { Alert, DateInput, Input, LoadingButton, Select, TextArea } from '@hubspot/ui-extensions';
import type { CardAnswer } from '../../src/contract/card-answer.ts';
import { aCardAnswer, aCardView } from '../../src/testing/a-card-view.ts';

const about = {
  do: 'decide',
  contactId: '101',
  handoffId: '101-2',
  requestId: '77-1000000',
  version: 4,
};
const settled = aCardView({
  status: { id: 'accepted', label: 'Accepted by sales' },
  firstTouchOwed: false,
  may: ['log_attempt', 'undo'],
});
const done: CardAnswer = {
  outcome: 'ok',
  message: 'Accepted: Outreach started.',
  current: settled,
};

async function open(second: object = done, current = aCardView()): Promise<RenderedCard> {
  const card = renderHandoffCard({ answers: [aCardAnswer({ current }), second] });
  await card.shows('Ada Sample');
  return card;
}

function choose(card: RenderedCard, name: string, value: string): void {
  card.renderer.find(Select, { name }).trigger('onChange', value as never);
}

function type(card: RenderedCard, name: string, value: string): void {
  const field = card.renderer.maybeFind(TextArea, { name }) ?? card.renderer.find(Input, { name });
  field.trigger('onInput', value as never);
}

function pickDay(card: RenderedCard, name: string, day: object): void {
  card.renderer.find(DateInput, { name }).trigger('onChange', day as never);
}

describe('accepting', () => {
  test('takes two clicks: the kind is preselected, and the second click says what it does', async () => {
    const card = await open();
    card.click('Accept');
    expect(card.renderer.find(Select, { name: 'acceptance' }).props).toMatchObject({
      value: 'outreach_started',
      description: 'You called at 14:05.',
    });
    expect(card.text()).toContain("You take Ada Sample: I'll work it");
    expect(card.text()).toContain('The next touch is due tomorrow at 09:00.');
    card.click('Yes, accept: Outreach started');
    await card.shows('Accepted: Outreach started.');
    expect(card.sent[1]?.body).toEqual({
      ...about,
      decision: 'accept',
      acceptance: 'outreach_started',
    });
  });

  test('shows the result at once, tells HubSpot and refreshes the record', async () => {
    const card = await open();
    card.click('Accept');
    card.click('Yes, accept: Outreach started');
    expect(card.renderer.find(LoadingButton).props.loading).toBe(true);
    await card.shows('Accepted by sales');
    expect(card.renderer.find(Alert).props).toMatchObject({ variant: 'success', title: 'Done' });
    expect(card.buttons()).toEqual(['Log attempt', 'Undo']);
    const { addAlert, refreshObjectProperties } = card.renderer.mocks.actions;
    expect(addAlert.calls).toEqual([[{ type: 'success', message: 'Accepted: Outreach started.' }]]);
    expect(refreshObjectProperties.calls).toHaveLength(1);
  });

  test('asks for the day of a meeting that HubSpot does not show, counting months from 0', async () => {
    const card = await open();
    card.click('Accept');
    choose(card, 'acceptance', 'meeting_booked');
    pickDay(card, 'meetingOn', { year: 2026, month: 10, date: 24 });
    expect(card.renderer.find(DateInput).props.value).toEqual({ year: 2026, month: 10, date: 24 });
    card.click('Yes, accept: Meeting booked');
    await card.shows('Accepted by sales');
    expect(card.sent[1]?.body).toMatchObject({ meetingAt: '2026-11-24' });
  });

  test('takes the meeting that HubSpot shows without asking', async () => {
    const accept = {
      preselected: 'meeting_booked',
      why: 'A meeting is booked.',
      meetingAt: '2026-11-24T09:00:00.000Z',
      then: 'Prepare for it.',
    } as const;
    const card = await open(done, aCardView({ accept }));
    card.click('Accept');
    expect(card.renderer.maybeFind(DateInput)).toBeNull();
    card.click('Yes, accept: Meeting booked');
    await card.shows('Accepted by sales');
    expect(card.sent[1]?.body).toMatchObject({ meetingAt: '2026-11-24T09:00:00.000Z' });
  });

  test('can be left without anything being sent', async () => {
    const card = await open();
    card.click('Accept');
    card.click('Back');
    expect(card.buttons()).toEqual(['Accept', 'Reject', 'Recycle', 'Not mine']);
    expect(card.sent).toHaveLength(1);
  });
});

describe('rejecting', () => {
  test('needs a reason, and says where the lead goes with it', async () => {
    const card = await open();
    card.click('Reject');
    card.click('Yes, reject');
    expect(card.renderer.find(Select, { name: 'reason' }).props).toMatchObject({
      error: true,
      validationMessage: 'Choose a reason: marketing learns from it.',
    });
    choose(card, 'reason', 'wrong_icp');
    expect(card.text()).toContain('Goes back to nurture.');
    card.click('Yes, reject: wrong ICP');
    await card.shows('Done');
    expect(card.sent).toHaveLength(2);
    expect(card.sent[1]?.body).toEqual({ ...about, decision: 'reject', reasonCode: 'wrong_icp' });
  });

  test('needs a note where the policy asks for one', async () => {
    const card = await open();
    card.click('Reject');
    choose(card, 'reason', 'other');
    type(card, 'note', '   ');
    card.click('Yes, reject: other');
    expect(card.renderer.find(TextArea).props).toMatchObject({ required: true, error: true });
    expect(card.sent).toHaveLength(1);
    type(card, 'note', ' a reseller ');
    card.click('Yes, reject: other');
    await card.shows('Done');
    expect(card.sent[1]?.body).toMatchObject({ reasonCode: 'other', note: 'a reseller' });
  });
});

describe('recycling', () => {
  test('proposes the date of the reason; a list of one reason is no question', async () => {
    const card = await open();
    card.click('Recycle');
    expect(card.renderer.find(Select).props.value).toBe('timing');
    expect(card.renderer.find(DateInput).props.value).toEqual({ year: 2027, month: 1, date: 18 });
    card.click('Yes, recycle: wrong timing');
    await card.shows('Done');
    expect(card.sent[1]?.body).toEqual({
      ...about,
      decision: 'recycle',
      reasonCode: 'timing',
      revisitOn: '2027-02-18',
    });
  });

  test('takes the date the buyer named, if it lies after today', async () => {
    const card = await open();
    card.click('Recycle');
    pickDay(card, 'revisitOn', { year: 2026, month: 10, date: 20 });
    card.click('Yes, recycle: wrong timing');
    expect(card.renderer.find(DateInput).props.validationMessage).toBe('Choose a day after today.');
    pickDay(card, 'revisitOn', { year: 2027, month: 0, date: 5 });
    card.click('Yes, recycle: wrong timing');
    await card.shows('Done');
    expect(card.sent[1]?.body).toMatchObject({ revisitOn: '2027-01-05' });
  });
});

describe('the other decisions', () => {
  test('"Not mine" needs its own reason and has no date', async () => {
    const card = await open();
    card.click('Not mine');
    expect(card.renderer.maybeFind(DateInput)).toBeNull();
    choose(card, 'reason', 'wrong_owner');
    card.click('Yes, not mine: wrong territory or owner');
    await card.shows('Done');
    expect(card.sent[1]?.body).toEqual({
      ...about,
      decision: 'reassign',
      reasonCode: 'wrong_owner',
    });
  });

  test.each([
    ['Hand on', 'Yes, hand on', 'hand_on'],
    ['Undo', 'Yes, undo', 'undo'],
  ] as const)('"%s" asks once', async (button, confirm, decision) => {
    const card = await open(done, aCardView({ may: [decision] }));
    card.click(button);
    type(card, 'note', 'ready');
    card.click(confirm);
    await card.shows('Done');
    expect(card.sent[1]?.body).toEqual({ ...about, decision, note: 'ready' });
  });
});

describe('logging an attempt', () => {
  test('needs the next step, and asks for notes only after a talk', async () => {
    const card = await open(done, settled);
    card.click('Log attempt');
    expect(card.renderer.find(Select, { name: 'channel' }).props.value).toBe('phone');
    expect(card.renderer.maybeFind(Select, { name: 'budgetPath' })).toBeNull();
    card.click('Log the attempt');
    expect(card.renderer.find(Input).props.validationMessage).toBe('Say what happens next.');
    choose(card, 'channel', 'email');
    choose(card, 'result', 'bounced');
    type(card, 'nextStep', 'find the right address');
    pickDay(card, 'nextStepOn', { year: 2026, month: 10, date: 23 });
    card.click('Log the attempt');
    await card.shows('Done');
    expect(card.sent[1]?.body).toEqual({
      ...about,
      do: 'log_attempt',
      channel: 'email',
      result: 'bounced',
      nextStep: 'find the right address',
      nextStepOn: '2026-11-23',
    });
  });

  test('keeps "unknown" where a talk brought no answer', async () => {
    const card = await open(done, settled);
    card.click('Log attempt');
    choose(card, 'result', 'connected');
    type(card, 'need', 'less typing');
    choose(card, 'timing', 'this_quarter');
    type(card, 'nextStep', 'send times');
    card.click('Log the attempt');
    await card.shows('Done');
    expect(card.sent[1]?.body['notes']).toEqual({
      need: 'less typing',
      currentTool: 'unknown',
      leader: 'unknown',
      budgetPath: 'unknown',
      timing: 'this_quarter',
      stakeholders: 'unknown',
      objection: 'unknown',
      forMarketing: '',
    });
  });
});

describe('when a decision does not go through', () => {
  test('a handoff that has moved on shows what is true now', async () => {
    const message = 'Otto Other accepted it at 14:07.';
    const card = await open({ outcome: 'conflict', message, current: settled });
    card.click('Accept');
    card.click('Yes, accept: Outreach started');
    await card.shows(message);
    expect(card.renderer.find(Alert).props.title).toBe('This handoff has moved on');
    expect(card.text()).toContain('Accepted by sales');
    expect(card.renderer.mocks.actions.refreshObjectProperties.calls).toEqual([]);
  });

  test('somebody who may not decide is told who may', async () => {
    const message = 'Only Rita Rep or her manager decides this.';
    const card = await open({
      outcome: 'forbidden',
      message,
      current: aCardView({ may: [], refusal: message }),
    });
    card.click('Accept');
    card.click('Yes, accept: Outreach started');
    await card.shows('Not decided');
    expect(card.renderer.find(Alert).props.variant).toBe('danger');
    expect(card.buttons()).toEqual([]);
  });

  test('what is missing keeps the form with what was typed', async () => {
    const message = 'The policy asks for a note now.';
    const card = await open({ outcome: 'invalid', message, current: aCardView() });
    card.click('Reject');
    choose(card, 'reason', 'wrong_icp');
    card.click('Yes, reject: wrong ICP');
    await card.shows(message);
    expect(card.renderer.find(Select).props.value).toBe('wrong_icp');
  });

  test('a click repeated after a broken call carries the same request id, a new decision another one', async () => {
    const card = renderHandoffCard({
      answers: [aCardAnswer(), new Error('network'), aCardAnswer({ message: 'Done so.' }), done],
    });
    await card.shows('Ada Sample');
    card.click('Accept');
    card.click('Yes, accept: Outreach started');
    await card.shows('Not saved yet');
    card.passTime(5000);
    card.click('Yes, accept: Outreach started');
    await card.shows('Done so.');
    card.passTime(5000);
    card.click('Accept');
    card.click('Yes, accept: Outreach started');
    await card.shows('Accepted by sales');
    const ids = card.sent.slice(1).map(({ body }) => body['requestId']);
    expect(ids).toEqual(['77-1000000', '77-1000000', '77-1010000']);
  });
});
