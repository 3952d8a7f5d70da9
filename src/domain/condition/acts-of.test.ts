import { describe, expect, test } from '@jest/globals';
import { actsOf } from './acts-of.ts';
import { isMessageUndated, writtenAt } from './message-date.ts';
import type { LeadFacts } from './lead-facts.ts';

const TEXT = 'Please call me about prices.';
const FORM = { recent_conversion_event_name: 'Contact us', recent_conversion_date: '2026-11-20' };

function messagesOf(facts: Omit<LeadFacts, 'id'>): readonly string[] {
  return actsOf({ id: '1', ...facts }).flatMap(({ type, occurredAt, properties }) =>
    type === 'message' ? [`${properties['text']} @ ${occurredAt}`] : [],
  );
}

describe('the act of a message', () => {
  test('is dated by the change that set the present text, in whatever order changes come', () => {
    const message = [
      { value: 'Hello', at: '2024-01-01T00:00:00Z' },
      { value: TEXT, at: '2026-11-20T09:00:00Z' },
      { value: ` ${TEXT}`, at: '2026-11-19T09:00:00Z' },
    ];
    const facts = { properties: { message: TEXT, ...FORM }, history: { message } };
    expect(messagesOf(facts)).toEqual([`${TEXT} @ 2026-11-19T09:00:00Z`]);
  });

  test('is dated by the only form where no history is known', () => {
    expect(messagesOf({ properties: { message: TEXT, ...FORM } })).toEqual([
      `${TEXT} @ 2026-11-20`,
    ]);
    const same = { first_conversion_event_name: 'Contact us', first_conversion_date: '2026-11-20' };
    expect(messagesOf({ properties: { message: TEXT, ...FORM, ...same } })).toHaveLength(1);
  });

  test.each<{
    readonly name: string;
    readonly properties: LeadFacts['properties'];
    readonly message?: NonNullable<LeadFacts['history']>['message'];
  }>([
    {
      name: 'it can have come with an earlier form',
      properties: { ...FORM, first_conversion_event_name: 'Newsletter' },
    },
    { name: 'no form was ever sent', properties: {} },
    {
      name: 'the form has no date',
      properties: { recent_conversion_event_name: 'Contact us' },
    },
    { name: 'its history is empty', properties: FORM, message: [] },
    {
      name: 'its history ends with another text',
      properties: FORM,
      message: [{ value: 'No', at: '2026-11-21T00:00:00Z' }],
    },
    {
      name: 'its history cannot be read',
      properties: FORM,
      message: [{ value: TEXT, at: 'last week' }],
    },
  ])('is none where $name', ({ properties, message }) => {
    const facts = { properties: { ...properties, message: TEXT }, history: { message } };
    expect(messagesOf(facts)).toEqual([]);
  });

  test('is none where nothing was written', () => {
    expect(messagesOf({ properties: { ...FORM, message: ' ' } })).toEqual([]);
    expect(messagesOf({ properties: FORM })).toEqual([]);
  });
});

describe('isMessageUndated', () => {
  const twoForms = { ...FORM, message: TEXT, first_conversion_event_name: 'Newsletter' };

  test('only where there is a message and neither a history nor an only form', () => {
    expect(isMessageUndated({ id: '1', properties: twoForms })).toBe(true);
    expect(isMessageUndated({ id: '1', properties: { ...FORM, message: TEXT } })).toBe(false);
    expect(isMessageUndated({ id: '1', properties: { ...twoForms, message: '' } })).toBe(false);
    const history = { message: [] };
    expect(isMessageUndated({ id: '1', properties: twoForms, history })).toBe(false);
  });
});

test('a text that was taken back and given again counts from the second time', () => {
  const history = [
    { value: 'Yes', at: '2026-11-01T00:00:00Z' },
    { value: '', at: '2026-11-02T00:00:00Z' },
    { value: 'Yes', at: '2026-11-03T00:00:00Z' },
  ];
  expect(writtenAt('Yes', history)).toBe('2026-11-03T00:00:00Z');
});
