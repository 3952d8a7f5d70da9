import { toIso, type Instant } from '../../instant.ts';
import type { OwnerId } from '../../ids.ts';
import { ownerOf } from '../evolve.ts';
import { HANDOFF_STATUSES, STATUS_LABELS } from '../handoff-status.ts';
import { type Handoff } from '../handoff.ts';
import { BATON, SOMEBODY, type Acceptance, type Decided } from '../progress.ts';
import { row, type Choice, type PropertyRow } from './property-row.ts';

/** Where the handoff stands; written only when it is live. */
export const PROGRESS_PROPERTIES: readonly PropertyRow[] = [
  {
    ...row(
      'id',
      'Handoff ID',
      'text',
      'Number of this handoff: contact and attempt.',
      ({ handoff }) => handoff.id,
    ),
    hidden: true,
  },
  row(
    'attempt',
    'Handoff attempt',
    'number',
    'How often this contact has been handed to sales, this time included.',
    ({ handoff }) => String(handoff.attempt),
  ),
  row(
    'stage',
    'Handoff stage',
    'choice',
    'Whether an SDR or an AE works the lead.',
    ({ handoff }) => handoff.assignment?.stage ?? 'ae',
    [
      ['sdr', 'SDR'],
      ['ae', 'AE'],
    ],
  ),
  row(
    'status',
    'Handoff status',
    'choice',
    'Where the handoff stands. Every lead in scope is in exactly one state.',
    ({ handoff }) => handoff.state.status,
    HANDOFF_STATUSES.map((status) => [status, STATUS_LABELS[status]]),
  ),
  row(
    'owner',
    'Handed to',
    'owner',
    'Who got this handoff. Baton sets the contact owner to the same person, but a diverted contact keeps its own.',
    ({ handoff }) => handedTo(handoff) ?? '',
  ),
  row(
    'pool',
    'Handoff pool',
    'text',
    'The pool of reps the lead was routed to.',
    ({ handoff }) => handoff.assignment?.pool ?? '',
  ),
  row('ownerReason', 'Why this rep', 'text', 'Why this rep got the lead.', ({ handoff }) =>
    handedTo(handoff) === null ? '' : (handoff.assignment?.reason ?? ''),
  ),
  row('routedAt', 'Handed over at', 'moment', 'When the rep got the lead.', ({ handoff }) =>
    handedTo(handoff) === null ? '' : moment(handoff.assignment?.at ?? null),
  ),
  row(
    'slaDueAt',
    'First touch due at',
    'moment',
    "When the first touch is due, counted in the rep's working time.",
    ({ handoff }) => moment(handoff.clock.dueAt),
  ),
  row(
    'firstTouchAt',
    'First touch at',
    'moment',
    'First real attempt after the handoff: a call, a personal e-mail, a meeting. A changed status does not count.',
    ({ handoff }) => moment(handoff.clock.firstTouchAt),
  ),
  row(
    'decidedAt',
    'Decided at',
    'moment',
    'When sales accepted, rejected or recycled.',
    ({ handoff }) =>
      handoff.state.status === 'disqualified'
        ? toIso(handoff.opened.at)
        : moment(decisionOf(handoff)?.at ?? null),
  ),
  row(
    'checkAt',
    'Next check at',
    'moment',
    'When Baton looks at this handoff again by itself.',
    ({ checkAt }) => moment(checkAt),
  ),
  row(
    'slaStatus',
    'SLA status',
    'choice',
    'Whether the first touch came in time.',
    ({ handoff }) => handoff.clock.status,
    [
      ['running', 'Running'],
      ['due_soon', 'Due soon'],
      ['met', 'Met'],
      ['breached', 'Missed'],
      ['met_late', 'Touched late'],
      ['not_applicable', 'Does not apply'],
    ],
  ),
  row(
    'firstTouchMinutes',
    'Minutes to first touch',
    'number',
    "Working minutes from handover to first touch, in the rep's own hours.",
    ({ handoff }) => numberOrUnset(handoff.clock.firstTouchMinutes),
  ),
  row(
    'slaMissCause',
    'Why the SLA was missed',
    'choice',
    'What kept the first touch from coming in time.',
    () => '',
    [
      ['missing_data', 'Missing data'],
      ['routing_error', 'Routing error'],
      ['wrong_queue', 'Wrong queue'],
      ['coverage_gap', 'Nobody on duty'],
      ['rep', 'Rep'],
    ],
  ),
  row(
    'nextAction',
    'Handoff next action',
    'text',
    'What has to happen next, and by whom.',
    ({ action }) => action.text,
  ),
  row('nextActionDueAt', 'Next action due at', 'moment', 'When that is due.', ({ action }) =>
    moment(action.dueAt),
  ),
  row(
    'touches',
    'Handoff touches',
    'number',
    'Real attempts to reach the lead so far.',
    ({ handoff }) => String(handoff.touches),
  ),
  row('decidedBy', 'Decided by', 'owner', 'The person who decided.', ({ handoff }) => {
    const by = decisionOf(handoff)?.by;
    // An import or a workflow is nobody HubSpot could show.
    return by === undefined || by === SOMEBODY || by === BATON ? '' : by;
  }),
  row(
    'acceptance',
    'Kind of acceptance',
    'choice',
    'What accepting meant.',
    ({ handoff }) => acceptanceOf(handoff)?.acceptance ?? '',
    [
      ['outreach_started', 'Outreach started'],
      ['meeting_booked', 'Meeting booked'],
      ['in_discovery', 'In discovery'],
    ],
  ),
  row(
    'reasonCode',
    'Reject or recycle reason',
    'choice',
    'Why sales did not take the lead. The list follows the policy.',
    ({ handoff }) => reasonOf(handoff),
    ({ reasons }) => reasons.map(({ code, label }) => [code, label]),
  ),
  row(
    'decisionNote',
    'Decision note',
    'long_text',
    'What the rep wrote to the decision.',
    ({ handoff }) => decisionOf(handoff)?.note ?? '',
  ),
  row(
    'revisitOn',
    'Revisit on',
    'day',
    'Day on which a recycled lead comes back to sales.',
    ({ handoff: { state } }) => ('revisitOn' in state ? (state.revisitOn ?? '') : ''),
  ),
  row(
    'outcome',
    'Handoff outcome',
    'choice',
    'What became of the handoff.',
    ({ handoff }) => outcomeOf(handoff),
    outcomes(),
  ),
];

/** Who has it, or had it before it went back or ended. */
function handedTo(handoff: Handoff): OwnerId | null {
  return ownerOf(handoff) ?? handoff.assignment?.ownerId ?? null;
}

function decisionOf({ state }: Handoff): Decided | null {
  if (state.status === 'closed') return state.accepted;
  return 'by' in state ? state : null;
}

function acceptanceOf({ state }: Handoff): Acceptance | null {
  if (state.status === 'closed') return state.accepted;
  return state.status === 'accepted' ? state : null;
}

/** While a reason is owed, what a person began to enter stays. */
function reasonOf({ state, opened }: Handoff): string | undefined {
  if (state.status === 'disqualified') return opened.verdict.disqualified?.reasonCode ?? '';
  if (state.status === 'rejected' || state.status === 'recycled') {
    return state.reasonCode ?? undefined;
  }
  return '';
}

function outcomeOf({ state }: Handoff): string {
  switch (state.status) {
    case 'disqualified':
    case 'diverted':
      return state.status;
    case 'rejected':
    case 'recycled':
      return state.owes === null ? state.status : '';
    case 'closed':
      return state.outcome ?? '';
    case 'accepted':
      return state.acceptance === 'meeting_booked' ? 'meeting_booked' : '';
    case 'awaiting_decision':
    case 'held_no_owner':
    case 'held_needs_data':
    case 'held_for_review':
    case 'nurture':
      return '';
  }
}

/** P19. */
function outcomes(): readonly Choice[] {
  return [
    ['no_reply', 'No reply after the cadence'],
    ['connected', 'Connected'],
    ['meeting_booked', 'Meeting booked'],
    ['meeting_held', 'Meeting held'],
    ['no_show', 'No-show'],
    ['qualified', 'Qualified (SQL)'],
    ['opportunity', 'Opportunity created'],
    ['won', 'Won'],
    ['lost', 'Lost'],
    ['rejected', 'Rejected'],
    ['recycled', 'Recycled'],
    ['disqualified', 'Disqualified'],
    ['diverted', 'Diverted to the account owner'],
    ['duplicate', 'Duplicate'],
    ['returned', 'Returned after recycling'],
  ];
}

function moment(at: Instant | null): string {
  return at === null ? '' : toIso(at);
}

function numberOrUnset(value: number | null): string {
  return value === null ? '' : String(value);
}
