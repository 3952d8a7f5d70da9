import { HANDOFF_STATUSES, STATUS_LABELS } from '../../domain/handoff/handoff-status.ts';
import type { PropertyDefinition } from '../ports/crm.ts';

/** Group that holds every contact property Baton writes (design §4). */
export const HANDOFF_GROUP = { name: 'lead_handoff', label: 'Lead handoff' } as const;
/** Group of the one property Baton adds to tasks. HubSpot's own groups on tasks differ between portals. */
export const TASK_GROUP = { name: 'lead_handoff', label: 'Lead handoff' } as const;

/** What the option lists that follow the policy have to offer. */
export interface PolicyOptions {
  readonly signals: readonly { readonly id: string; readonly label: string }[];
  readonly reasons: readonly { readonly code: string; readonly label: string }[];
  readonly plays: readonly { readonly id: string; readonly label: string }[];
  readonly required: readonly { readonly field: string; readonly label: string }[];
}

/** Marks a property as ours: install refuses a property of the same name whose description lacks it. */
export const OWNED_BY = 'Written by Baton.';

type Kind = readonly [PropertyDefinition['type'], PropertyDefinition['fieldType']];
const TEXT: Kind = ['string', 'text'];
const LONG_TEXT: Kind = ['string', 'textarea'];
const NUMBER: Kind = ['number', 'number'];
const MOMENT: Kind = ['datetime', 'date'];
const CHOICE: Kind = ['enumeration', 'select'];
const CHOICES: Kind = ['enumeration', 'checkbox'];

type Choice = readonly [value: string, label: string];

/** The contact properties of design §4, labelled and described for a marketer. */
export function contactProperties(options: PolicyOptions): readonly PropertyDefinition[] {
  return [
    {
      ...property('handoff_id', 'Handoff ID', TEXT, 'Number of this handoff: contact and attempt.'),
      hidden: true,
    },
    property(
      'handoff_attempt',
      'Handoff attempt',
      NUMBER,
      'How often this contact has been handed to sales, this time included.',
    ),
    property('handoff_stage', 'Handoff stage', CHOICE, 'Whether an SDR or an AE works the lead.', [
      ['sdr', 'SDR'],
      ['ae', 'AE'],
    ]),
    property(
      'handoff_status',
      'Handoff status',
      CHOICE,
      'Where the handoff stands. Every lead in scope is in exactly one state.',
      HANDOFF_STATUSES.map((status) => [status, STATUS_LABELS[status]]),
    ),
    property(
      'handoff_tier',
      'Handoff tier',
      CHOICE,
      'How urgent the lead is, decided when it was handed over and frozen then.',
      [
        ['tier_1', 'Tier 1: call now'],
        ['tier_2', 'Tier 2: review today'],
        ['tier_3', 'Tier 3: nurture'],
      ],
    ),
    property(
      'handoff_sla_class',
      'Handoff SLA class',
      TEXT,
      'Which response time applies inside the tier.',
    ),
    property(
      'handoff_fit_score',
      'Handoff fit score',
      NUMBER,
      'How well the company and role fit, 0 to 100, frozen at handoff.',
    ),
    property(
      'handoff_intent_score',
      'Handoff intent score',
      NUMBER,
      'How strongly the lead showed interest in buying, 0 to 100, frozen at handoff.',
    ),
    property(
      'handoff_reason',
      'Why this lead',
      LONG_TEXT,
      'Why this lead was handed to sales, in words: what it did and why it fits.',
    ),
    property(
      'handoff_signals',
      'Handoff signals',
      CHOICES,
      'Which scoring rules matched. Use it to report which signals lead to meetings and deals.',
      options.signals.map(({ id, label }) => [id, label]),
    ),
    property(
      'handoff_trigger',
      'Handoff trigger',
      TEXT,
      'What opened this handoff: reaching the stage, a new signal, a revisit date, a hand-on.',
    ),
    property(
      'handoff_source',
      'Handoff source',
      TEXT,
      'Original source of the lead, frozen at handoff.',
    ),
    property('handoff_campaign', 'Handoff campaign', TEXT, 'Campaign, frozen at handoff.'),
    property(
      'handoff_offer',
      'Handoff offer',
      TEXT,
      'Form or offer behind the conversion, frozen at handoff.',
    ),
    property('handoff_topic', 'Handoff topic', TEXT, 'Theme on which nurture continues.'),
    {
      ...property(
        'handoff_owner',
        'Handed to',
        CHOICE,
        'The rep who got this handoff. Baton sets the contact owner to the same person.',
        [],
      ),
      externalOptions: true,
      referencedObjectType: 'OWNER',
    },
    property('handoff_pool', 'Handoff pool', TEXT, 'The pool of reps the lead was routed to.'),
    property('handoff_owner_reason', 'Why this rep', TEXT, 'Why this rep got the lead.'),
    property('handoff_routed_at', 'Handed over at', MOMENT, 'When the rep got the lead.'),
    property(
      'handoff_sla_due_at',
      'First touch due at',
      MOMENT,
      "When the first touch is due, counted in the rep's working time.",
    ),
    property(
      'handoff_first_touch_at',
      'First touch at',
      MOMENT,
      'First real attempt after the handoff: a call, a personal e-mail, a meeting. A changed status does not count.',
    ),
    property(
      'handoff_decided_at',
      'Decided at',
      MOMENT,
      'When sales accepted, rejected or recycled.',
    ),
    property(
      'handoff_check_at',
      'Next check at',
      MOMENT,
      'When Baton looks at this handoff again by itself.',
    ),
    property('handoff_sla_status', 'SLA status', CHOICE, 'Whether the first touch came in time.', [
      ['running', 'Running'],
      ['due_soon', 'Due soon'],
      ['met', 'Met'],
      ['breached', 'Missed'],
      ['met_late', 'Touched late'],
      ['not_applicable', 'Does not apply'],
    ]),
    property(
      'handoff_first_touch_minutes',
      'Minutes to first touch',
      NUMBER,
      'Working minutes from handoff to first touch.',
    ),
    property(
      'handoff_sla_miss_cause',
      'SLA miss cause',
      CHOICE,
      'Why the first touch came late, read from the record.',
      [
        ['missing_data', 'Missing data'],
        ['routing_error', 'Routing error'],
        ['wrong_queue', 'Wrong queue'],
        ['coverage_gap', 'Nobody on duty'],
        ['rep', 'Rep'],
      ],
    ),
    property(
      'handoff_next_action',
      'Handoff next action',
      TEXT,
      'What has to happen next, and by whom.',
    ),
    property('handoff_next_action_due_at', 'Next action due at', MOMENT, 'When that is due.'),
    property(
      'handoff_touches',
      'Handoff touches',
      NUMBER,
      'Real attempts to reach the lead so far.',
    ),
    {
      ...property('handoff_decided_by', 'Decided by', CHOICE, 'The person who decided.', []),
      externalOptions: true,
      referencedObjectType: 'OWNER',
    },
    property('handoff_acceptance', 'Kind of acceptance', CHOICE, 'What accepting meant.', [
      ['outreach_started', 'Outreach started'],
      ['meeting_booked', 'Meeting booked'],
      ['in_discovery', 'In discovery'],
    ]),
    property(
      'handoff_reason_code',
      'Reject or recycle reason',
      CHOICE,
      'Why sales did not take the lead. The list follows the policy.',
      options.reasons.map(({ code, label }) => [code, label]),
    ),
    property(
      'handoff_decision_note',
      'Decision note',
      LONG_TEXT,
      'What the rep wrote to the decision.',
    ),
    property(
      'handoff_revisit_on',
      'Revisit on',
      ['date', 'date'],
      'Day on which a recycled lead comes back to sales.',
    ),
    property('handoff_outcome', 'Handoff outcome', CHOICE, 'What became of the handoff.', OUTCOMES),
    property(
      'handoff_play',
      'First-touch play',
      CHOICE,
      'How to open the conversation. The list follows the policy.',
      options.plays.map(({ id, label }) => [id, label]),
    ),
    property(
      'handoff_missing',
      'Facts missing at handoff',
      CHOICES,
      'Required facts that were not known when the lead was handed over.',
      options.required.map(({ field, label }) => [field, label]),
    ),
    property(
      'handoff_complete',
      'Complete at handoff',
      ['bool', 'booleancheckbox'],
      'Whether every required fact was known.',
      [
        ['true', 'Yes'],
        ['false', 'No'],
      ],
    ),
    property(
      'handoff_fit_override',
      'Fit exception',
      CHOICE,
      'Set this to overrule the fit score, and give the reason in the next field. The lead is decided again.',
      [
        ['icp_exception', 'Treat as a fit'],
        ['not_icp', 'Treat as no fit'],
      ],
    ),
    property(
      'handoff_fit_override_reason',
      'Fit exception reason',
      TEXT,
      'Why the fit score is overruled. Without a reason the exception does not count.',
    ),
    property(
      'handoff_policy_version',
      'Policy version',
      TEXT,
      'The version of the rules that decided this handoff.',
    ),
    {
      ...property(
        'handoff_record',
        'Handoff record',
        LONG_TEXT,
        'The whole decision, for Baton itself. Please do not edit.',
      ),
      hidden: true,
    },
  ];
}

/** The one property on tasks: it makes creating a task twice impossible (design §4). */
export const TASK_KEY_PROPERTY: PropertyDefinition = {
  name: 'handoff_task_key',
  label: 'Handoff task key',
  description: `Keeps one task per handoff step. ${OWNED_BY}`,
  groupName: TASK_GROUP.name,
  type: 'string',
  fieldType: 'text',
  hasUniqueValue: true,
};

const OUTCOMES: readonly Choice[] = [
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

function property(
  name: string,
  label: string,
  [type, fieldType]: Kind,
  description: string,
  choices?: readonly Choice[],
): PropertyDefinition {
  const definition: PropertyDefinition = {
    name,
    label,
    description: `${description} ${OWNED_BY}`,
    groupName: HANDOFF_GROUP.name,
    type,
    fieldType,
  };
  if (!choices) return definition;
  return {
    ...definition,
    options: choices.map(([value, text], displayOrder) => ({ label: text, value, displayOrder })),
  };
}
