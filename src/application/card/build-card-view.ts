import type { CardView } from '../../contract/card-view.ts';
import type { Acceptance, ReasonedDecision } from '../../contract/card-words.ts';
import { pathInWords, revisitDay, UNDO_WINDOW } from '../../domain/handoff/apply-decision.ts';
import { TIER_WORDS } from '../../domain/words/tier-words.ts';
import { parseStatus, STATUS_LABELS } from '../../domain/handoff/handoff-status.ts';
import { nextTouch } from '../../domain/handoff/next-touch.ts';
import { parseInstant, toIso, type Instant } from '../../domain/instant.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { sentence } from '../../domain/words/phrases.ts';
import type { Directory } from '../directory.ts';
import { ownerCalendar } from '../owner-calendar.ts';
import { campaignBrief } from './card-brief.ts';
import { contextGroups, fitFacts } from './card-context.ts';
import { instantsInWords } from './instants-in-words.ts';
import { nameOf, refusalFor, type CardPerson } from './card-person.ts';
import { counterfactual, decidedWords, missingFacts, scores } from './card-story.ts';
import type { StandingHandoff } from './read-handoff.ts';

/** What the view is made with. */
export interface ViewContext {
  readonly policy: Policy;
  readonly directory: Directory;
  readonly person: CardPerson;
  readonly now: Instant;
}

const SLA: Readonly<Record<string, NonNullable<CardView['sla']>>> = {
  running: { label: 'First touch owed', tone: 'neutral' },
  due_soon: { label: 'Due soon', tone: 'warning' },
  met: { label: 'Touched in time', tone: 'success' },
  breached: { label: 'First touch is late', tone: 'danger' },
  met_late: { label: 'Touched late', tone: 'warning' },
};

/**
 * Everything the card shows of a handoff (P21). All of it stands in the record or on the contact; nothing is decided
 * here a second time (design §2.5).
 */
export function buildCardView(handoff: StandingHandoff, context: ViewContext): CardView {
  const { contact, record, status } = handoff;
  const { policy, directory, person, now } = context;
  const { decision, facts, route } = record;
  const value = (name: string): string | null => contact.properties[name] || null;
  const timeZone = person.owner?.timeZone ?? directory.account.timeZone;
  const ownerId = value('handoff_owner');
  const refusal = refusalFor(person, ownerId, policy, directory);
  const sla = SLA[value('handoff_sla_status') ?? ''] ?? null;
  const firstTouchOwed =
    status === 'awaiting_decision' && value('handoff_first_touch_at') === null && sla !== null;
  const latest = [...decision.intent.contributions]
    .filter(({ occurredAt }) => occurredAt !== undefined)
    .sort((a, b) => (b.occurredAt ?? '').localeCompare(a.occurredAt ?? ''))[0];
  return {
    contactId: contact.id,
    handoffId: record.handoffId,
    attempt: record.attempt,
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
    tier: decision.tier && { id: decision.tier, label: TIER_WORDS[decision.tier] },
    dueAt: value('handoff_sla_due_at'),
    sla,
    firstTouchOwed,
    status: { id: status, label: STATUS_LABELS[status] },
    ownerName: nameOf(directory, ownerId),
    yours: person.owner !== null && person.owner.ownerId === ownerId,
    reason: decision.reason,
    ownerReason: value('handoff_owner_reason'),
    nextAction: nextActionOf(value('handoff_next_action'), value('handoff_next_action_due_at')),
    decided: decidedWords(handoff, policy, directory),
    latestAction: latest ? { label: sentence(latest.label), at: latest.occurredAt ?? null } : null,
    said: value('message'),
    offer: decision.offer,
    campaign: decision.campaign,
    fitFacts: fitFacts(facts),
    play: decision.playText && {
      label: policy.plays.find(({ id }) => id === decision.play)?.label ?? decision.play ?? '',
      goal: decision.playText.goal,
      opener: decision.playText.opener,
      questions: decision.playText.questions,
      meetingLink: null,
    },
    brief: campaignBrief(policy, decision.campaign),
    // There is nothing to ask a lead that is out.
    missing: status === 'disqualified' ? [] : missingFacts(decision),
    askFirst: decision.askFor,
    earlier: record.earlier.map((attempt) => ({
      attempt: attempt.attempt,
      status: statusLabel(attempt.status),
      ownerName: nameOf(directory, attempt.ownerId),
      decidedAt: attempt.decidedAt,
      reason:
        policy.reasons.find(({ code }) => code === attempt.reasonCode)?.label ?? attempt.reasonCode,
      note: attempt.note,
    })),
    context: contextGroups(handoff, policy, nameOf(directory, ownerId)).map(
      ({ title, facts: lines }) => ({
        title,
        facts: lines.map(({ label, value: text }) => ({
          label,
          value: text && instantsInWords(text, { now, timeZone }),
        })),
      }),
    ),
    evidence: decision.know,
    scores: scores(decision),
    counterfactual: counterfactual(decision),
    routing: route && {
      pool: route.pool && (policy.routing.pools[route.pool]?.label ?? route.pool),
      calendar: route.calendar || null,
      candidates: person.manages
        ? route.trace.map(({ ownerId: candidate, eligible, why, turn }) => ({
            name: nameOf(directory, candidate) ?? candidate,
            eligible,
            why: instantsInWords(why, { now, timeZone }),
            turn,
          }))
        : null,
    },
    policyVersion: record.policyVersion,
    may: refusal === null ? mayDo(handoff, person, now) : [],
    refusal: status === 'disqualified' ? null : refusal,
    accept: acceptance(handoff, context),
    reasons: reasonChoices(policy, now, zoneOf(ownerId, directory)),
    attemptChannel: attemptChannel(handoff, policy),
  };
}

/** What is possible in this state; who may do it is decided apart. */
function mayDo(
  { record, status }: StandingHandoff,
  person: CardPerson,
  now: Instant,
): CardView['may'] {
  const at = parseInstant(record.undo?.at);
  const mayUndo =
    record.undo !== null &&
    record.undo.by === person.owner?.ownerId &&
    record.status === status &&
    at.ok &&
    now - at.value <= UNDO_WINDOW;
  if (status === 'awaiting_decision')
    return ['accept', 'reject', 'recycle', 'reassign', 'log_attempt'];
  if (status === 'accepted')
    return ['recycle', 'log_attempt', ...(mayUndo ? ['undo' as const] : [])];
  return mayUndo ? ['undo'] : [];
}

/** A state in words; one that this version does not know is shown as it is stored. */
function statusLabel(raw: string): string {
  const status = parseStatus(raw);
  return status === null ? raw : STATUS_LABELS[status];
}

function nextActionOf(text: string | null, dueAt: string | null): CardView['nextAction'] {
  return text === null ? null : { text, dueAt };
}

/** Days are counted in the owner's zone, else in the account's. */
function zoneOf(ownerId: string | null, directory: Directory): string {
  return (
    directory.owners.find((one) => one.ownerId === ownerId)?.timeZone ?? directory.account.timeZone
  );
}

/** The kind of acceptance that the activity since the handoff speaks for (R173, P17 point 6). */
function acceptance(
  handoff: StandingHandoff,
  { policy, directory, now }: ViewContext,
): CardView['accept'] {
  const { contact, record } = handoff;
  const since = parseInstant(record.openedAt);
  const happened = (name: string): boolean => {
    const at = parseInstant(contact.properties[name]);
    return at.ok && since.ok && at.value >= since.value;
  };
  const meeting = happened('engagements_last_meeting_booked');
  const touched = happened('hs_last_sales_activity_timestamp');
  const kind: Acceptance = meeting ? 'meeting_booked' : 'outreach_started';
  const ownerId = contact.properties['handoff_owner'] ?? null;
  const calendar = ownerCalendar(ownerId, record, { policy, directory, now });
  const next = nextTouch(record, policy.cadences, {
    calendar,
    touches: Number(contact.properties['handoff_touches'] ?? 0),
    now,
  });
  return {
    preselected: kind,
    why: meeting
      ? 'HubSpot shows a meeting booked since the handoff.'
      : touched
        ? 'HubSpot shows activity of yours since the handoff.'
        : 'No activity yet: you say that you will start now.',
    meetingAt: meeting ? (contact.properties['engagements_last_meeting_booked'] ?? null) : null,
    then: `Next: ${next.text}.`,
  };
}

function reasonChoices(policy: Policy, now: Instant, timeZone: string): CardView['reasons'] {
  const of = (kind: ReasonedDecision): CardView['reasons'][ReasonedDecision] =>
    policy.reasons
      .filter((reason) => reason.kind === kind && !reason.retired)
      .map((reason) => ({
        code: reason.code,
        label: reason.label,
        noteRequired: reason.noteRequired,
        revisitOn: reason.pauseDays ? revisitDay(now, reason.pauseDays, timeZone) : null,
        path: reason.pauseDays
          ? `${pathInWords(reason.path)}; sales stays silent for ${reason.pauseDays} days.`
          : `${pathInWords(reason.path)}.`,
      }));
  return { reject: of('reject'), recycle: of('recycle'), reassign: of('reassign') };
}

function attemptChannel({ record }: StandingHandoff, policy: Policy): CardView['attemptChannel'] {
  const channel = policy.cadences[record.decision.cadence ?? '']?.touches[0]?.channel;
  switch (channel) {
    case 'email':
    case 'linkedin':
      return channel;
    case 'sms':
    case 'video':
    case 'post':
      return 'message';
    case 'phone':
    case undefined:
      return 'phone';
  }
}
