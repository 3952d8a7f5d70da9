import { dayAt } from '../../day.ts';
import { hoursOf } from '../../routing/hours-of.ts';
import { ok, type Result } from '../../result.ts';
import { workingMinutesBetween } from '../../sla/working-time.ts';
import type { Command, Happenings, Refusal, StepContext } from '../command.ts';
import { ownerOf } from '../evolve.ts';
import type { Handoff } from '../handoff.ts';
import { conflict, invalid } from '../refusals.ts';
import { answered } from './answered.ts';

/** Results after which the lead was not reached and no attempt to reach this person was made (R139). */
const NOT_REAL: ReadonlySet<string> = new Set(['bounced', 'wrong_person']);

/**
 * An attempt to reach the lead, as its owner logs it (P9). A real one counts, and the first stops the clock (R138); what
 * bounced or reached somebody else does neither. After a talk a note is asked for (R179). It is all that a diverted lead
 * waits for.
 */
export function logAttempt(
  handoff: Handoff,
  command: Extract<Command, { do: 'log_attempt' }>,
  { people }: Pick<StepContext, 'people'>,
): Result<Happenings, Refusal> {
  const { status } = handoff.state;
  if (status !== 'awaiting_decision' && status !== 'accepted' && status !== 'diverted') {
    return conflict('This handoff has ended, so there is no attempt to log.');
  }
  const { channel, result, noted, nextStep, nextStepOn } = command;
  if (channel === 'phone' && result === 'connected' && !noted) {
    return invalid('After a talk, write down what was said: need, timing and who leads it.');
  }
  const calendar = hoursOf(ownerOf(handoff), handoff.assignment?.pool ?? null, people);
  if (nextStepOn !== null && nextStepOn < dayAt(people.now, calendar.timeZone)) {
    return invalid(`${nextStepOn} has passed. Choose today or a later day for the next step.`);
  }
  const real = !NOT_REAL.has(result);
  const first = real && handoff.clock.firstTouchAt === null;
  const from = handoff.assignment?.at ?? handoff.opened.at;
  return ok([
    {
      kind: 'attempted',
      channel,
      result,
      real,
      nextStep,
      nextStepOn,
      minutes: first ? Math.floor(workingMinutesBetween(from, people.now, calendar)) : null,
    },
    ...(real && status === 'diverted' ? [answered('The owner got in touch')] : []),
  ]);
}
