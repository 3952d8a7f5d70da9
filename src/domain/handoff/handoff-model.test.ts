import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { everyLife, type Law } from '../../testing/every-life.ts';
import type { Moment } from '../../testing/live-through.ts';
import { HANDOFF } from '../property-names.ts';
import { checkAt } from './clock/check-at.ts';
import { nextAction, owesFirstTouch, type Surroundings } from './clock/next-action.ts';
import { holderOf } from './clock/waiting-due.ts';
import { evolveAll, NO_CLOCK, ownerOf } from './evolve.ts';
import { isLive } from './handoff-status.ts';
import { type Handoff } from './handoff.ts';
import { SOMEBODY } from './progress.ts';
import { planContact } from './plan-contact.ts';
import { decodeHandoff, encodeHandoff } from './record/codec.ts';
import { handoffValues } from './record/handoff-properties.ts';
import { step } from './steps/step.ts';
import { wantedTasks } from './tasks/wanted-tasks.ts';
import { turnsGivenBack } from './turns-given-back.ts';

const says = (wrong: boolean, what: string): readonly string[] => (wrong ? [what] : []);

function same(what: string, is: unknown, was: unknown): readonly string[] {
  const equal = isDeepStrictEqual(is, was);
  return says(!equal, `${what}: ${JSON.stringify(is)} for ${JSON.stringify(was)}`);
}

/** Somebody has it, knows what to do and until when, and Baton looks at it again. */
const nobodyIsInLimbo: Law = () => {
  return ({ after, around }) => {
    const { status } = after.state;
    const action = nextAction(after, around);
    const check = checkAt(after, around) ?? 0;
    const live = isLive(status);
    const going = live || status === 'rejected' || status === 'recycled';
    return [
      ...says(going && (ownerOf(after) ?? holderOf(status, around.policy)) === null, 'nobody'),
      ...says(going && action.text === '', 'no next action'),
      ...says(going && action.dueAt === null, 'no due time'),
      ...says(live && check <= around.people.now, 'never looked at again'),
    ];
  };
};

const whoeverActsHasTheTask: Law = () => {
  return ({ after, around }) => {
    const linkTo = (id: string): string => `https://example.com/${id}`;
    const tasks = wantedTasks(after, { ...around, linkTo });
    const open = tasks.filter(({ state }) => state === 'open');
    const keys = tasks.map(({ task }) => task.key);
    const asked = open.map(({ task }) => task.properties['hubspot_owner_id'] ?? '');
    return [
      ...same('keys', [...new Set(keys)], keys),
      ...same('who is asked', asked, whoHasToAct(after, around)),
    ];
  };
};

function whoHasToAct(handoff: Handoff, { policy }: Surroundings): readonly (string | null)[] {
  const { state } = handoff;
  const { status } = state;
  if (status === 'rejected' || status === 'recycled') {
    // Whoever had it owes the reason; where nobody had it, marketing asks for it.
    if (state.owes !== null) return [handoff.assignment?.ownerId ?? policy.roles.marketing];
    return RETURNS_TO[state.reasonCode ?? '']?.(policy.roles) ?? [];
  }
  return isLive(status) ? [ownerOf(handoff) ?? holderOf(status, policy)] : [];
}

/** P26: whoever acts on a reason; the others go to nurture, where nobody has a task of their own. */
const RETURNS_TO: Readonly<
  Record<string, (roles: Surroundings['policy']['roles']) => readonly (string | null)[]>
> = {
  unclear_fit: ({ marketing }) => [marketing],
  other: ({ marketing }) => [marketing],
};

const clockRunsWhileATouchIsOwed: Law = () => {
  return ({ after }) => {
    const { status, dueAt } = after.clock;
    const running = status === 'running' || status === 'due_soon';
    const owed = owesFirstTouch(after);
    return [
      ...says(!owed && running, 'it runs for nothing'),
      ...says(owed && dueAt !== null && !running && status !== 'breached', `it is ${status}`),
    ];
  };
};

const aMissStaysAMiss: Law = () => {
  return ({ before, after, asked }) => {
    // Undo takes back also that a decision came late; the clock then finds it late by itself.
    if (asked?.command.do === 'undo') return [];
    const was = before?.clock.status;
    const now = after.clock.status;
    const stays = now === 'breached' || now === 'met_late';
    return says(was === 'breached' && !stays, `a miss became ${now}`);
  };
};

const undoIsTheInverse: Law = () => {
  let decided: Moment | null = null;
  return (moment) => {
    const { after, around, asked, contact } = moment;
    const before = decided?.before ?? null;
    const events = decided?.asked?.events ?? [];
    const undone = asked?.events.at(-1)?.kind === 'undone';
    const leadStatus = decided?.asked?.contactBefore['hs_lead_status'];
    if (asked === null || asked.events.length > 0) decided = asked === null ? decided : moment;
    if (!undone || before === null) return [];
    // Where an edit by hand gave it to somebody first, that stays: only the decision is taken back.
    const was = evolveAll(before, events.slice(0, -1));
    return [
      ...same('state', after.state, was.state),
      ...same('clock', after.clock, was.clock),
      ...same('next step', after.nextStep, was.nextStep),
      ...same('lead status', contact['hs_lead_status'], leadStatus),
      ...same('properties', derived(after, around), derived(was, around)),
    ];
  };
};

/** What people read of a handoff; not the record, which keeps its history, nor when it is looked at again. */
function derived(handoff: Handoff, around: Surroundings): readonly (readonly string[])[] {
  const values = [...handoffValues(handoff, around)].map(([{ name }, value]) => [name, value]);
  return values.filter(([name]) => name !== HANDOFF.record && name !== HANDOFF.checkAt);
}

const twiceIsOnce: Law = () => {
  return ({ after, asked }) => {
    if (asked?.refusal !== null || asked.events.length === 0) return [];
    const { command, context, requestId } = asked;
    if (requestId !== undefined) {
      const known = after.events.some((event) => event.requestId === requestId);
      return says(!known, `${requestId} is not known`);
    }
    // These start from what the contact shows: that it shows them now is the law on edits by hand.
    if (command.do === 'adopt' || command.do === 'edit') return [];
    const again = step(after, command, context);
    const then = again.ok ? evolveAll(after, again.value) : after;
    return same(`${command.do} twice`, progressOf(then), progressOf(after));
  };
};

function progressOf({ state, assignment, clock, touches, nextStep }: Handoff): unknown {
  return { state, assignment, clock, touches, nextStep };
}

const recordReadsBack: Law = () => {
  return ({ before, after, contact }) => {
    const read = decodeHandoff(encodeHandoff(after), contact);
    const shown = decodeHandoff(contact[HANDOFF.record], contact);
    const grown = after.events.length - (before?.events.length ?? 0);
    return [
      ...same('what is read back', JSON.stringify(read), JSON.stringify(shown)),
      ...says(
        read.kind !== 'handoff' || !isDeepStrictEqual(plain(read.handoff), plain(after)),
        'lost',
      ),
      ...same('version', after.version - (before?.version ?? 0), grown),
    ];
  };
};

/** Without the keys that are undefined, which JSON does not have. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

const eventsFoldToTheSame: Law = () => {
  return ({ after }) => {
    const unopened: Handoff = {
      ...after,
      state: { status: 'held_no_owner', dueAt: null },
      assignment: null,
      clock: NO_CLOCK,
      touches: 0,
      nextStep: null,
      events: [],
      version: 0,
      undo: null,
    };
    const folded = evolveAll(unopened, after.events);
    return (['state', 'clock', 'touches', 'nextStep', 'undo', 'version'] as const).flatMap((part) =>
      same(part, folded[part], after[part]),
    );
  };
};

const whatBatonWroteIsNoEdit: Law = () => {
  return ({ before, after, around, contact, byHand, asked }) => {
    const plan = planContact(contact, after, { ...around, causes: ['told'] });
    const wants = plan.kind === 'command' ? plan.command.do : plan.kind;
    if (wants === 'close') {
      const stage = contact['lifecyclestage'] ?? '';
      return says(!['opportunity', 'customer', 'lead'].includes(stage), `it closes at ${stage}`);
    }
    // An owner or an entry that came together with something else is seen with the next look; or a day has come.
    if (wants === 'adopt') {
      return says(!byHand.has('hubspot_owner_id') || asked?.command.do === 'adopt', 'it adopts');
    }
    // A reason that did not fit the decision which was taken back may fit the one before it; then something comes of it.
    if (plan.kind === 'command' && wants === 'edit' && byHand.has(HANDOFF.reasonCode)) {
      const context = { ...around, by: SOMEBODY, leadStatus: null } as const;
      const stepped = step(after, plan.command, context);
      return says(!stepped.ok || stepped.value.length === 0, 'nothing comes of the edit');
    }
    if (wants === 'open') return says(before === null, 'it opens again');
    return says(!['ensure', 'nothing', 'release', 'reconsider', 'join'].includes(wants), wants);
  };
};

const turnsAreGivenBackOnce: Law = () => {
  const taken = new Set<number>();
  const given = new Set<number>();
  let beforeDecision: readonly number[] = [];
  return ({ before, after, around, asked }) => {
    if (before === null) {
      taken.clear();
      given.clear();
    }
    const newest = after.version - (before?.version ?? 0);
    if (newest === 0) return [];
    for (const event of after.events.slice(-newest)) {
      const turn = 'assignment' in event && event.assignment.via === 'pool';
      if (turn) taken.add(event.assignment.nth);
    }
    const was = [...given];
    for (const { nth, givenBack } of turnsGivenBack(after, newest, around.policy)) {
      if (givenBack) given.add(nth);
      else given.delete(nth);
    }
    const undone = asked?.events.at(-1)?.kind === 'undone';
    const all = turnsGivenBack(after, after.events.length, around.policy);
    const inAll = all.filter((turn) => turn.givenBack).map(({ nth }) => nth);
    const wrong = [
      ...says(
        [...given].some((nth) => !taken.has(nth)),
        'a turn that nobody took',
      ),
      ...(undone ? same('after undo', [...given], beforeDecision) : []),
      ...same('told all at once', new Set(inAll), given),
    ];
    beforeDecision = was;
    return wrong;
  };
};

describe('whatever happens to a handoff', () => {
  test.each<readonly [string, Law]>([
    ['nobody is left in limbo', nobodyIsInLimbo],
    ['whoever has to act has one open task, and nobody else has any', whoeverActsHasTheTask],
    ['the clock runs exactly while a first touch is owed', clockRunsWhileATouchIsOwed],
    ['a miss stays one', aMissStaysAMiss],
    ['undo brings back what was, on the handoff and on the contact', undoIsTheInverse],
    ['what comes twice counts once', twiceIsOnce],
    ['the record reads back as it was written', recordReadsBack],
    ['its events, folded again, come to where it stands', eventsFoldToTheSame],
    ['what Baton wrote is never taken for an edit by hand', whatBatonWroteIsNoEdit],
    ['a turn is given back once, and undo takes it again', turnsAreGivenBackOnce],
  ])('%s', (_what, law) => {
    everyLife(law, (broken) => {
      expect(broken).toEqual([]);
    });
  });
});
