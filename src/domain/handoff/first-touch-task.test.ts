import { describe, expect, test } from '@jest/globals';
import { aVerdict } from '../../testing/a-verdict.ts';
import { at } from '../../testing/at.ts';
import { firstTouchTask, personAndCompany, type FirstTouch } from './first-touch-task.ts';

function touch(override: Partial<FirstTouch> = {}): FirstTouch {
  return {
    handoffId: '101-1',
    contactId: '101',
    contact: { firstname: 'Mia', lastname: 'Sommer', message: 'Can it <b>sync</b> & report?' },
    companyName: 'Nordlicht Bank',
    decision: aVerdict(),
    ownerId: '1',
    dueAt: at('2026-11-20T09:31:00Z'),
    channel: 'phone',
    link: 'https://app.hubspot.com/contacts/42/record/0-1/101',
    now: at('2026-11-20T09:01:00Z'),
    ...override,
  };
}

describe('firstTouchTask', () => {
  test('is due with the SLA, reminded at once, and owned by the rep', () => {
    expect(firstTouchTask(touch()).properties).toMatchObject({
      handoff_task_key: '101-1:first_touch:1',
      hs_task_subject: 'Call now: Mia Sommer, Nordlicht Bank',
      hs_timestamp: String(at('2026-11-20T09:31:00Z')),
      hs_task_reminders: String(at('2026-11-20T09:01:00Z')),
      hs_task_priority: 'HIGH',
      hs_task_type: 'CALL',
      hubspot_owner_id: '1',
    });
  });

  test('carries the whole brief, and shows what the lead typed as text', () => {
    const body = firstTouchTask(touch()).properties['hs_task_body'];
    expect(body).toContain('Asked for a demo today.');
    expect(body).toContain('You asked for a demo.');
    expect(body).toContain('Can it &lt;b&gt;sync&lt;/b&gt; &amp; report?');
    expect(body).toContain('<a href="https://app.hubspot.com/contacts/42/record/0-1/101">');
  });

  test('leaves out lines it has nothing to say on', () => {
    const decision = aVerdict({ playText: null, offer: null });
    const body = firstTouchTask(touch({ decision, contact: {} })).properties['hs_task_body'];
    expect(body).not.toContain('Open with');
    expect(body).not.toContain('What they said');
  });

  test.each([
    [{ firstname: 'Mia' }, 'Nordlicht Bank', 'Mia, Nordlicht Bank'],
    [{ email: 'mia@example.com' }, null, 'mia@example.com'],
    [{ company: 'Nordlicht' }, null, 'Nordlicht'],
    [{}, null, 'a lead without a name'],
  ])('calls %j at %j "%s"', (contact, company, name) => {
    expect(personAndCompany(contact, company)).toBe(name);
  });
});
