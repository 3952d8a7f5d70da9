import { renderHandoffCard } from '../testing/render-handoff-card.tsx';
import { describe, expect, test } from '@jest/globals';
import {
  Accordion,
  Alert,
  EmptyState,
  ErrorState,
  Link,
  List,
  LoadingSpinner,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import { aCardAnswer, aCardView } from '../../src/testing/a-card-view.ts';

const MINUTE = 60_000;

describe('the handoff card shows', () => {
  test('that it is loading, then the brief in the order of P21', async () => {
    const card = renderHandoffCard({ answers: [aCardAnswer()] });
    expect(card.renderer.find(LoadingSpinner).props.label).toBe('Loading the handoff');
    await card.shows('Ada Sample');
    const order = [
      'Ada Sample',
      'Head of Operations, Sample Bank',
      'Call now',
      'Due 14:30 (22 min)',
      'Asked for a demo today',
      'Your turn in EMEA mid-market.',
      'Demo request, 14:00',
      'We want to replace our spreadsheet.',
      'Demo · Autumn webinar',
      'label="Size"',
      'You asked to see Baton',
      'Accept',
      'Earlier handoffs (1)',
    ];
    const positions = order.map((words) => card.text().indexOf(words));
    expect(positions).not.toContain(-1);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(card.sent).toEqual([
      { url: 'https://baton.example.com/card', body: { do: 'open', contactId: '101' } },
    ]);
  });

  test.each([
    ['tier_1', 'Call now', 'error'],
    ['tier_2', 'Review today', 'warning'],
    ['tier_3', 'Nurture', 'default'],
  ] as const)('%s as "%s"', async (id, label, variant) => {
    const current = aCardView({ tier: { id, label } });
    const card = renderHandoffCard({ answers: [aCardAnswer({ current })] });
    await card.shows(label);
    expect(card.renderer.findByTestId(Tag, 'tier').props.variant).toBe(variant);
  });

  test('the campaign brief stands with the play', async () => {
    const brief = [{ label: 'What was promised', value: 'a guide in ten pages' }];
    const current = aCardView({ campaign: 'Spring launch', brief });
    const card = renderHandoffCard({ answers: [aCardAnswer({ current })] });
    await card.shows('a guide in ten pages');
    const titles = card.renderer.findAll(Accordion).map(({ props }) => props.title);
    expect(titles).toContain('Campaign brief: Spring launch');
  });

  test('the minutes left, refreshed by the minute and never by the second', async () => {
    const card = renderHandoffCard({ answers: [aCardAnswer()] });
    await card.shows('Due 14:30 (22 min)');
    card.passTime(MINUTE);
    await card.shows('Due 14:30 (21 min)');
    card.passTime(26 * MINUTE);
    await card.shows('Was due 14:30 (5 min ago)');
    expect(card.sent).toHaveLength(1);
  });

  test('an unknown fact as a question, the one that matters most first, and never as a no', async () => {
    const card = renderHandoffCard({ answers: [aCardAnswer()] });
    await card.shows('not known yet');
    const questions = card.renderer.find(List).findAll(Text);
    expect(questions.map(({ text }) => text)).toEqual([
      'Which industry are you in? (the answer that matters most)',
      'What has to work on day one?',
      'Which countries do you serve?',
    ]);
  });

  test('the booking page as a link', async () => {
    const card = renderHandoffCard({ answers: [aCardAnswer()] });
    await card.shows('Booking page');
    expect(card.renderer.find(Link).props.href).toEqual({
      url: 'https://meetings.example.com/rita',
      external: true,
    });
  });

  test('scores, counterfactual, routing and policy version, folded away', async () => {
    const card = renderHandoffCard({ answers: [aCardAnswer()] });
    await card.shows('Ada Sample');
    const folds = card.renderer.findAll(Accordion);
    expect(folds.map(({ props }) => [props.title, props.defaultOpen ?? false])).toEqual([
      ['Earlier handoffs (1)', false],
      ['Everything known about the lead', false],
      ['What you may mention', false],
      ['How this was decided', false],
    ]);
    const how = folds.at(-1)?.toString() ?? '';
    for (const words of [
      '(55 of 100 points)',
      '+60',
      '−5',
      'Tier 1 whatever the missing facts turn out to be.',
      'Rita Rep (got it)',
      'Decided by policy v3.',
    ]) {
      expect(how).toContain(words);
    }
  });

  test('what the rep may only know apart from what may be said', async () => {
    const card = renderHandoffCard({ answers: [aCardAnswer()] });
    await card.shows('Only for you: do not mention it.');
    expect(card.text()).toContain('Say: the demo you asked for');
  });

  test('a decision that stands, with who, when, note and the day to look again', async () => {
    const current = aCardView({
      status: { id: 'recycled', label: 'Recycled: not now' },
      firstTouchOwed: false,
      nextAction: null,
      may: [],
      decided: {
        text: 'Recycled: wrong timing',
        byName: 'Rita Rep',
        at: '2026-11-20T13:05:00.000Z',
        note: 'Budget in spring.',
        revisitOn: '2027-02-18',
      },
    });
    const card = renderHandoffCard({ answers: [aCardAnswer({ current })] });
    await card.shows('Recycled: wrong timing (14:05 by Rita Rep)');
    await card.shows('Budget in spring.');
    await card.shows('Thu 18 Feb 2027');
    expect(card.text()).not.toContain('Due 14:30');
    expect(card.buttons()).toEqual([]);
  });

  test('why there are no buttons for somebody who may not decide', async () => {
    const refusal = 'Rita Rep decides this handoff, or her manager.';
    const current = aCardView({ may: [], refusal, yours: false });
    const card = renderHandoffCard({ answers: [aCardAnswer({ current })] });
    await card.shows(refusal);
    expect(card.buttons()).toEqual([]);
    expect(card.text()).toContain('Why this owner');
  });

  test('that a contact has no handoff, and looks again when asked', async () => {
    const none = { outcome: 'ok', message: 'It entered before go-live.', current: null };
    const card = renderHandoffCard({ answers: [none, aCardAnswer()] });
    await card.shows('It entered before go-live.');
    expect(card.renderer.find(EmptyState).props.title).toBe('No handoff on this contact');
    card.click('Look again');
    await card.shows('Ada Sample');
  });

  test('the handoff by itself, soon after the stage was set on the page', async () => {
    const none = { outcome: 'ok', message: 'No handoff yet.', current: null };
    const card = renderHandoffCard({ answers: [none, aCardAnswer()] });
    await card.shows('No handoff yet.');
    card.edit({ lifecyclestage: 'marketingqualifiedlead' });
    expect(card.sent).toHaveLength(1);
    card.passTime(2000);
    await card.shows('Ada Sample');
  });
});

describe('when somebody edits the record by hand', () => {
  const edited = aCardView({ status: { id: 'accepted', label: 'Accepted by sales' } });

  test('the card shows what is true then', async () => {
    const card = renderHandoffCard({
      answers: [aCardAnswer(), aCardAnswer({ current: edited })],
    });
    await card.shows('Ada Sample');
    card.edit({ handoff_id: '101-2', handoff_status: 'accepted' });
    await card.shows('Accepted by sales');
    expect(card.sent.map(({ body }) => body['do'])).toEqual(['open', 'open']);
  });

  test('an edit of something else, or of what is shown already, asks nobody', async () => {
    const card = renderHandoffCard({ answers: [aCardAnswer()] });
    await card.shows('Ada Sample');
    card.edit({ handoff_id: '101-2', handoff_status: 'awaiting_decision' });
    expect(card.sent).toHaveLength(1);
  });
});

describe('the sidebar', () => {
  test('leaves out who it is, keeps tier, reason and buttons, and folds the rest', async () => {
    const card = renderHandoffCard({ answers: [aCardAnswer()], variant: 'sidebar' });
    await card.shows('Call now');
    expect(card.text()).not.toContain('Head of Operations');
    expect(card.text()).toContain('Asked for a demo today');
    expect(card.buttons()).toContain('Accept');
    const fold = card.renderer.find(Accordion, { title: 'Play, story and fit' });
    expect(fold.toString()).toContain('You asked to see Baton');
  });
});

describe('the preview', () => {
  test('is to be read: no buttons, and words on where to decide', async () => {
    const card = renderHandoffCard({ answers: [aCardAnswer()], variant: 'preview' });
    await card.shows('Open the contact to decide');
    expect(card.buttons()).toEqual([]);
    expect(card.renderer.findAll(Accordion)).toEqual([]);
  });
});

describe('when the backend cannot be asked', () => {
  test.each([
    ['the call fails', { answers: [new Error('network')] }, 'Baton did not answer.'],
    [
      'it answers with an error',
      { answers: [new Response('oops', { status: 502 })] },
      'Baton answered with an error (502).',
    ],
    [
      'the signature is refused',
      { answers: [new Response('{"message":"no"}', { status: 401 })] },
      'baton doctor',
    ],
    [
      'HubSpot wraps an error in a good status',
      { answers: [{ status: 'error', category: 'BAD_GATEWAY' }] },
      'Baton answered with an error (200).',
    ],
    ['the build has no PUBLIC_URL', { answers: [], publicUrl: null }, 'sets PUBLIC_URL'],
  ])('the card says so and what to do: %s', async (_name, given, words) => {
    const card = renderHandoffCard(given);
    await card.shows(words);
    expect(card.renderer.find(ErrorState).props.title).toBe('The handoff cannot be shown');
    expect(card.buttons()).toEqual(['Try again']);
  });

  test('trying again shows the handoff once it is there', async () => {
    const card = renderHandoffCard({ answers: [new Error('network'), aCardAnswer()] });
    await card.shows('Try again');
    card.click('Try again');
    await card.shows('Ada Sample');
    expect(card.renderer.maybeFind(Alert)).toBeNull();
  });
});
