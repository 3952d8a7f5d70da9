import { describe, expect, test } from '@jest/globals';
import { NOTE_LIMIT, parseCardRequest } from './card-request.ts';

const decide = { do: 'decide', contactId: '101', handoffId: '101-1', requestId: 'r1' };

describe('parseCardRequest', () => {
  test('takes ids as text or number and leaves unknown fields out', () => {
    expect(parseCardRequest({ do: 'open', contactId: 101, userId: '7' })).toEqual({
      ok: true,
      value: { do: 'open', contactId: '101' },
    });
  });

  test.each([
    [{ decision: 'accept', acceptance: 'outreach_started' }, { note: '' }],
    [{ decision: 'accept', acceptance: 'meeting_booked', meetingAt: '2026-11-24' }, {}],
    [
      { decision: 'reject', reasonCode: 'wrong_icp', note: '  a reseller ' },
      { note: 'a reseller' },
    ],
    [{ decision: 'recycle', reasonCode: 'timing', revisitOn: '2027-02-01' }, {}],
    [{ decision: 'reassign', reasonCode: 'wrong_owner' }, {}],
    [{ decision: 'hand_on' }, {}],
    [{ decision: 'undo' }, {}],
  ])('reads the decision %j', (body, expected) => {
    const read = parseCardRequest({ ...decide, ...body });
    expect(read).toMatchObject({ ok: true, value: { ...body, ...expected } });
  });

  test('reads an attempt with its next step', () => {
    expect(
      parseCardRequest({
        ...decide,
        do: 'log_attempt',
        channel: 'phone',
        result: 'voicemail',
        nextStep: 'call again',
      }),
    ).toMatchObject({ ok: true, value: { nextStep: 'call again' } });
  });

  test.each([
    ['no body', null, 'body'],
    ['an unknown verb', { do: 'delete' }, 'do'],
    ['an id that is no number', { do: 'open', contactId: "1' or 1" }, 'contactId'],
    ['no reason', { ...decide, decision: 'reject' }, 'reasonCode'],
    ['no kind of acceptance', { ...decide, decision: 'accept' }, 'acceptance'],
    [
      'a wrong date',
      { ...decide, decision: 'recycle', reasonCode: 'x', revisitOn: '31.12.2026' },
      'revisitOn',
    ],
    ['an empty request id', { ...decide, decision: 'undo', requestId: '' }, 'requestId'],
    [
      'a note that is too long',
      { ...decide, decision: 'undo', note: 'x'.repeat(NOTE_LIMIT + 1) },
      'note',
    ],
    [
      'an attempt without a next step',
      { ...decide, do: 'log_attempt', channel: 'phone', result: 'connected', nextStep: ' ' },
      'nextStep',
    ],
  ])('names the field that is wrong: %s', (_name, body, field) => {
    const read = parseCardRequest(body);
    expect(read.ok ? '' : read.reason).toContain(`"${field}"`);
  });
});
