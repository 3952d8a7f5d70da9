import type { CardView } from '../../contract/card-view.ts';
import type { Acceptance, Channel, ReasonedDecision } from '../../contract/card-words.ts';
import { evolve, ownerOf } from '../../domain/handoff/evolve.ts';
import {
  nextAction,
  owesFirstTouch,
  ownersHours,
  touchChannel,
} from '../../domain/handoff/clock/next-action.ts';
import { UNDO_WINDOW } from '../../domain/handoff/steps/undo.ts';
import { revisitDay } from '../../domain/handoff/steps/give-back.ts';
import { answerChannel } from '../../domain/handoff/clock/answer-channel.ts';
import type { Handoff } from '../../domain/handoff/handoff.ts';
import type { SlaStatus } from '../../domain/handoff/progress.ts';
import { ownerId } from '../../domain/ids.ts';
import { PATH_ACTIONS } from '../../domain/words/action-words.ts';
import { TIER_WORDS } from '../../domain/words/tier-words.ts';
import { parseStatus, STATUS_LABELS } from '../../domain/handoff/handoff-status.ts';
import { parseInstant, toIso } from '../../domain/instant.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Verdict } from '../../domain/qualification/verdict.ts';
import { sentence } from '../../domain/words/phrases.ts';
import { campaignBrief } from './card-brief.ts';
import { contextGroups, fitFacts } from './card-context.ts';
import { instantsInWords } from './instants-in-words.ts';
import { nameOf, refusalFor } from './card-person.ts';
import { counterfactual, decidedWords, missingFacts, scores } from './card-story.ts';
import { divertedWords, ownerReason } from './diverted-words.ts';
import type { CardSession } from './card-session.ts';
import { handoffNames } from './handoff-names.ts';

const SLA: Readonly<Record<SlaStatus, CardView['sla']>> = {
  running: { label: 'First touch owed', tone: 'neutral' },
  due_soon: { label: 'Due soon', tone: 'warning' },
  met: { label: 'Touched in time', tone: 'success' },
  breached: { label: 'First touch is late', tone: 'danger' },
  met_late: { label: 'Touched late', tone: 'warning' },
  not_applicable: null,
};

/**
 * Everything the card shows of a handoff (P21). All of it stands in the handoff or on the contact; nothing is judged
 * here a second time (design §2.5).
 */
export function buildCardView(session: CardSession): CardView {
  const { contact, handoff, person, world } = session;
  const { policy, directory, people } = world;
  const { verdict, facts } = handoff.opened;
  const { assignment, clock, state } = handoff;
  const { now } = people;
  const value = (name: string): string | null => contact.properties[name] || null;
  const timeZone = person.owner?.timeZone ?? directory.account.timeZone;
  const owner = ownerOf(handoff);
  const holder = owner ?? assignment?.ownerId ?? null;
  const yours = person.owner !== null && person.owner.ownerId === holder;
  const diverted = divertedWords(handoff, directory, yours);
  const refusal = refusalFor(person, holder, policy, directory);
  const next = nextAction(handoff, world);
  const latest = [...verdict.intent.contributions]
    .filter(({ occurredAt }) => occurredAt !== undefined)
    .sort((a, b) => (b.occurredAt ?? '').localeCompare(a.occurredAt ?? ''))[0];
  return {
    contactId: contact.id,
    handoffId: handoff.id,
    attempt: handoff.attempt,
    version: handoff.version,
    now: toIso(now),
    timeZone,
    person: {
      name:
        [value('firstname'), value('lastname')].filter(Boolean).join(' ') ||
        (value('email') ?? 'Name unknown'),
      title: value('jobtitle'),
      company: facts.company?.properties['name'] ?? value('company'),
      email: value('email'),
      phone: value('phone'),
    },
    diverted,
    // The tiers are those of leads for sales: how urgent a customer is, the due time says.
    tier:
      verdict.tier === null || diverted !== null
        ? null
        : { id: verdict.tier, label: TIER_WORDS[verdict.tier] },
    dueAt: clock.dueAt === null ? null : toIso(clock.dueAt),
    sla: SLA[clock.status],
    firstTouchOwed: owesFirstTouch(handoff) && SLA[clock.status] !== null,
    status: { id: state.status, label: STATUS_LABELS[state.status] },
    ownerName: nameOf(directory, holder),
    yours,
    reason: verdict.reason,
    ownerReason: holder === null ? null : ownerReason(handoff, yours),
    nextAction:
      next.text === ''
        ? null
        : { text: next.text, dueAt: next.dueAt === null ? null : toIso(next.dueAt) },
    decided: decidedWords(handoff, policy, directory),
    latestAction: latest ? { label: sentence(latest.label), at: latest.occurredAt ?? null } : null,
    said: value('message'),
    offer: verdict.offer,
    campaign: verdict.campaign,
    fitFacts: fitFacts(facts),
    play: diverted === null ? play(verdict, policy) : null,
    brief: diverted === null ? campaignBrief(policy, verdict.campaign) : [],
    // There is nothing to ask a lead that is out, nor a customer whom we know.
    missing: state.status === 'disqualified' || diverted !== null ? [] : missingFacts(verdict),
    askFirst: verdict.askFor,
    earlier: handoff.earlier.map((attempt) => ({
      attempt: attempt.attempt,
      status: statusLabel(attempt.status),
      ownerName: nameOf(directory, attempt.ownerId),
      decidedAt: attempt.decidedAt,
      reason:
        policy.reasons.find(({ code }) => code === attempt.reasonCode)?.label ?? attempt.reasonCode,
      note: attempt.note,
    })),
    context: contextGroups(session, handoffNames(world)).map(({ title, facts: lines }) => ({
      title,
      facts: lines.map(({ label, value: text }) => ({
        label,
        value: text && instantsInWords(text, { now, timeZone }),
      })),
    })),
    evidence: verdict.know,
    scores: scores(verdict),
    counterfactual: counterfactual(verdict),
    routing: assignment && {
      pool: assignment.pool && (policy.routing.pools[assignment.pool]?.label ?? assignment.pool),
      calendar: assignment.calendar || null,
      candidates: person.manages
        ? assignment.trace.map(({ ownerId: candidate, eligible, why, turn }) => ({
            name: nameOf(directory, candidate) ?? candidate,
            eligible,
            why: instantsInWords(why, { now, timeZone }),
            turn,
          }))
        : null,
    },
    policyVersion: handoff.opened.policyVersion,
    may: refusal === null ? mayDo(session) : [],
    refusal: state.status === 'disqualified' ? null : refusal,
    accept: acceptance(session),
    reasons: reasonChoices(session),
    attemptChannel: attemptChannel(handoff, policy),
  };
}

/** What is possible in this state; who may do it is decided apart. */
function mayDo({ handoff, person, world }: CardSession): CardView['may'] {
  const { undo, state } = handoff;
  const kept = state.status === 'accepted' && world.policy.lifecycle.onAccept !== null;
  const mayUndo =
    undo !== null &&
    !kept &&
    undo.by === person.owner?.ownerId &&
    world.people.now - undo.at <= UNDO_WINDOW;
  const also = mayUndo ? (['undo'] as const) : [];
  if (state.status === 'awaiting_decision') {
    return ['accept', 'reject', 'recycle', 'reassign', 'log_attempt'];
  }
  if (state.status === 'diverted') return ['accept', 'reassign', 'log_attempt'];
  return state.status === 'accepted'
    ? ['reject', 'recycle', 'reassign', 'log_attempt', ...also]
    : also;
}

/** A state in words; one that this version does not know is shown as it is stored. */
function statusLabel(raw: string): string {
  const status = parseStatus(raw);
  return status === null ? raw : STATUS_LABELS[status];
}

/** What HubSpot shows of the rep's own activity since the handoff decides what is preselected (R173). */
function acceptance({ handoff, contact, person, world }: CardSession): CardView['accept'] {
  const happened = (name: string): boolean => {
    const at = parseInstant(contact.properties[name]);
    return at.ok && at.value > handoff.opened.at;
  };
  const meeting = happened('engagements_last_meeting_booked');
  const touched = happened('hs_last_sales_activity_timestamp');
  const kind: Acceptance = meeting ? 'meeting_booked' : 'outreach_started';
  const by = ownerId(person.owner?.ownerId ?? '');
  const base = { at: world.people.now, by, note: '' };
  const accepted =
    handoff.state.status === 'awaiting_decision'
      ? evolve(handoff, { ...base, kind: 'accepted', acceptance: kind, meeting: null })
      : handoff;
  return {
    preselected: kind,
    why: meeting
      ? 'HubSpot shows a meeting booked since the handoff.'
      : touched
        ? 'HubSpot shows activity of yours since the handoff.'
        : 'No activity yet: you say that you will start now.',
    meetingAt: meeting ? (contact.properties['engagements_last_meeting_booked'] ?? null) : null,
    then:
      handoff.state.status === 'diverted'
        ? 'It is closed here, and nothing else is asked of you.'
        : `Next: ${nextAction(accepted, world).text}.`,
  };
}

function reasonChoices({ handoff, world }: CardSession): CardView['reasons'] {
  const { policy, people } = world;
  const hours = ownersHours(handoff, people);
  const of = (kind: ReasonedDecision): CardView['reasons'][ReasonedDecision] =>
    policy.reasons
      .filter((reason) => reason.kind === kind && !reason.retired)
      .map((reason) => {
        const day = revisitDay(reason, null, hours, people.now);
        return {
          code: reason.code,
          label: reason.label,
          noteRequired: reason.noteRequired,
          revisitOn: day.ok ? day.value : null,
          path: reason.pauseDays
            ? `${PATH_ACTIONS[reason.path]}; sales stays silent for ${reason.pauseDays} days.`
            : `${PATH_ACTIONS[reason.path]}.`,
        };
      });
  const decidable = handoff.state.status !== 'diverted';
  return {
    reject: decidable ? of('reject') : [],
    recycle: decidable ? of('recycle') : [],
    reassign: of('reassign'),
  };
}

function attemptChannel(handoff: Handoff, policy: Policy): CardView['attemptChannel'] {
  const channel =
    (handoff.state.status === 'diverted'
      ? answerChannel(handoff.opened.facts.properties)
      : touchChannel(handoff, handoff.touches, policy)) ?? 'phone';
  return CHANNEL_OF_TOUCH[channel] ?? 'phone';
}

function play({ play: id, playText }: Verdict, { plays }: Policy): CardView['play'] {
  return (
    playText && {
      label: plays.find((one) => one.id === id)?.label ?? id ?? '',
      goal: playText.goal,
      opener: playText.opener,
      questions: playText.questions,
      meetingLink: null,
    }
  );
}

/** A touch of the cadence as the card logs it. */
const CHANNEL_OF_TOUCH: Readonly<Record<string, Channel>> = {
  phone: 'phone',
  email: 'email',
  linkedin: 'linkedin',
  sms: 'message',
  video: 'message',
  post: 'message',
};
