import { describe, expect, test } from '@jest/globals';
import { aHandoff, routedTo, type HandoffWishes } from '../../../testing/a-handoff.ts';
import {
  ADA,
  BEN,
  FRIDAY_TEN,
  minutesLater,
  ROLES,
  surroundings,
} from '../../../testing/surroundings.ts';
import { TASK_KEY } from '../../property-names.ts';
import type { HandoffEvent, Happening } from '../events.ts';
import { evolveAll } from '../evolve.ts';
import { personAndCompany } from './task-text.ts';
import { wantedTasks, type WantedTask } from './wanted-tasks.ts';

const AROUND = surroundings();
const LINK = 'https://app.hubspot.com/contacts/42/record/0-1/101';

function tasksAfter(
  happened: readonly Happening[],
  wishes: HandoffWishes = {},
): readonly WantedTask[] {
  const events = happened.map((one): HandoffEvent => ({ at: FRIDAY_TEN, by: ADA, ...one }));
  const handoff = evolveAll(aHandoff(wishes), events);
  return wantedTasks(handoff, { ...AROUND, linkTo: () => LINK });
}

/** Key without the handoff, state and owner of each. */
function listed(tasks: readonly WantedTask[]): readonly string[] {
  return tasks.map(({ task, state }) =>
    [task.key.slice('101-1:'.length), state, task.properties['hubspot_owner_id']].join(' ').trim(),
  );
}

const propertiesOf = (tasks: readonly WantedTask[], n = 0) => tasks[n]?.task.properties ?? {};

const accepted: Happening = {
  kind: 'accepted',
  acceptance: 'outreach_started',
  meeting: null,
  note: '',
};
const attempted: Happening = {
  kind: 'attempted',
  channel: 'phone',
  result: 'no_answer',
  real: true,
  nextStep: 'Send the offer',
  nextStepOn: null,
  minutes: 3,
};
const rejected: Happening = {
  kind: 'rejected',
  reasonCode: 'unclear_fit',
  owes: null,
  revisitOn: null,
  note: 'A school.',
};

describe('the task of the first touch', () => {
  test('is due with the SLA, reminded at once, and owned by the rep', () => {
    expect(propertiesOf(tasksAfter([]))).toMatchObject({
      [TASK_KEY]: '101-1:first_touch:1',
      hs_task_subject: 'Call now: Mia Sommer, Nordlicht Bank',
      hs_task_status: 'NOT_STARTED',
      hs_timestamp: String(minutesLater(30)),
      hs_task_reminders: String(minutesLater(2)),
      hs_task_priority: 'HIGH',
      hs_task_type: 'CALL',
      hubspot_owner_id: ADA,
    });
  });

  test('carries the whole brief, and shows what the lead typed as text', () => {
    const message = 'Can it <b>sync</b> & report?';
    const facts = { id: '101', properties: { firstname: 'Mia', message } };
    const body = propertiesOf(tasksAfter([], { opening: { facts } }))['hs_task_body'];
    expect(body).toContain('Asked for a demo today.');
    expect(body).toContain('You asked for a demo.');
    expect(body).toContain('Can it &lt;b&gt;sync&lt;/b&gt; &amp; report?');
    expect(body).toContain(`<a href="${LINK}">`);
  });

  test('leaves out lines it has nothing to say on', () => {
    const wishes = { verdict: { playText: null, offer: null } };
    const body = propertiesOf(tasksAfter([], wishes))['hs_task_body'];
    expect(body).not.toContain('Open with');
    expect(body).not.toContain('What they said');
    expect(body).not.toContain('Passed on');
  });

  test('is no call where the lead has no phone', () => {
    const facts = { id: '101', properties: { phone: null, email: 'mia@example.com' } };
    expect(propertiesOf(tasksAfter([], { opening: { facts } }))['hs_task_type']).toBe('EMAIL');
  });

  test('says who passed it on and why to the next one', () => {
    const passedOn: Happening = {
      kind: 'passed_on',
      from: ADA,
      reasonCode: 'wrong_owner',
      note: 'Hers is the north.',
      ...routedTo(BEN, AROUND, { nth: 2 }),
    };
    const properties = propertiesOf(tasksAfter([passedOn]));
    expect(properties['hubspot_owner_id']).toBe(BEN);
    expect(properties['hs_task_body']).toContain(
      'by Ada Adams: wrong territory or owner: Hers is the north.',
    );
  });
});

describe('the tasks of a handoff', () => {
  const nobody = { routed: routedTo(null, AROUND) };

  test.each<readonly [string, readonly Happening[], HandoffWishes, readonly string[]]>([
    ['are the first touch', [], {}, [`first_touch:1 open ${ADA}`]],
    [
      'are the first touch still after an accept',
      [accepted],
      {},
      [`first_touch:1 open ${ADA}`, `touch:1 done ${ADA}`],
    ],
    [
      'are the next touch after each',
      [accepted, attempted, attempted],
      {},
      [
        `first_touch:1 done ${ADA}`,
        `touch:1 done ${ADA}`,
        `touch:2 done ${ADA}`,
        `touch:3 open ${ADA}`,
      ],
    ],
    [
      'are the meeting in place of the first touch',
      [{ ...accepted, acceptance: 'meeting_booked' }],
      {},
      [`first_touch:1 done ${ADA}`, `touch:1 open ${ADA}`],
    ],
    [
      'go from the rep to marketing when it is rejected',
      [rejected],
      {},
      [`first_touch:1 done ${ADA}`, `return:1 open ${ROLES.marketing}`],
    ],
    [
      'leave what goes to nurture to nobody',
      [{ ...rejected, kind: 'recycled', reasonCode: 'timing' }],
      {},
      [`first_touch:1 done ${ADA}`, 'return:1 done'],
    ],
    [
      'ask the rep for a reason that is owed',
      [{ ...rejected, reasonCode: null, owes: 'reason' }],
      {},
      [`first_touch:1 done ${ADA}`, `reason:1 open ${ADA}`, 'return:1 done'],
    ],
    [
      'ask marketing for it where no rep had the lead',
      [{ ...rejected, reasonCode: null, owes: 'reason' }],
      nobody,
      ['hold:1 done', `reason:1 open ${ROLES.marketing}`, 'return:1 done'],
    ],
    [
      'come back to the rep with undo, and are new at the next rejection',
      [rejected, { kind: 'undone' }, rejected],
      {},
      [`first_touch:1 done ${ADA}`, 'return:1 done', `return:2 open ${ROLES.marketing}`],
    ],
    ['are with RevOps while nobody can take it', [], nobody, [`hold:1 open ${ROLES.revops}`]],
    [
      'are with sales while it waits for review',
      [],
      { verdict: { status: 'held_for_review' } },
      [`hold:1 open ${ROLES.sales}`],
    ],
    ['are none in nurture, which has a list', [], { verdict: { status: 'nurture' } }, []],
    ['are none in observe mode', [], { opening: { mode: 'observe' } }, []],
    [
      'are done when it is closed',
      [{ kind: 'closed', outcome: 'won', why: '' }],
      {},
      [`first_touch:1 done ${ADA}`],
    ],
  ])('%s', (_name, happened, wishes, expected) => {
    const tasks = tasksAfter(happened, wishes).map((one) =>
      one.state === 'done' && one.task.key.includes('return')
        ? { ...one, task: { ...one.task, properties: {} } }
        : one,
    );
    expect(listed(tasks)).toEqual(expected);
  });

  test('tell a role why it waits and what sales wrote', () => {
    const body = propertiesOf(tasksAfter([rejected]), 1)['hs_task_body'];
    expect(body).toContain('Rejected by sales');
    expect(body).toContain('A school.');
    expect(propertiesOf(tasksAfter([], nobody))['hs_task_body']).toContain(
      'Nobody in EMEA can take it now.',
    );
  });
});

describe('a lead in a subject line', () => {
  test.each([
    [{ firstname: 'Mia' }, 'Nordlicht Bank', 'Mia, Nordlicht Bank'],
    [{ email: 'mia@example.com' }, null, 'mia@example.com'],
    [{ company: 'Nordlicht' }, null, 'Nordlicht'],
    [{}, null, 'a lead without a name'],
  ])('calls %j at %j "%s"', (contact, company, name) => {
    expect(personAndCompany(contact, company)).toBe(name);
  });
});
