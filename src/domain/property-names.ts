/**
 * The names of the contact properties that Baton writes (design §4), here and nowhere else: the lint refuses such a name
 * as text in any other file. What each holds is in the table of `handoff/record/handoff-properties.ts`.
 */
export const HANDOFF = {
  id: 'handoff_id',
  attempt: 'handoff_attempt',
  stage: 'handoff_stage',
  status: 'handoff_status',
  tier: 'handoff_tier',
  slaClass: 'handoff_sla_class',
  fitScore: 'handoff_fit_score',
  intentScore: 'handoff_intent_score',
  reason: 'handoff_reason',
  signals: 'handoff_signals',
  trigger: 'handoff_trigger',
  source: 'handoff_source',
  campaign: 'handoff_campaign',
  offer: 'handoff_offer',
  topic: 'handoff_topic',
  owner: 'handoff_owner',
  pool: 'handoff_pool',
  ownerReason: 'handoff_owner_reason',
  routedAt: 'handoff_routed_at',
  slaDueAt: 'handoff_sla_due_at',
  firstTouchAt: 'handoff_first_touch_at',
  decidedAt: 'handoff_decided_at',
  checkAt: 'handoff_check_at',
  slaStatus: 'handoff_sla_status',
  firstTouchMinutes: 'handoff_first_touch_minutes',
  slaMissCause: 'handoff_sla_miss_cause',
  nextAction: 'handoff_next_action',
  nextActionDueAt: 'handoff_next_action_due_at',
  touches: 'handoff_touches',
  decidedBy: 'handoff_decided_by',
  acceptance: 'handoff_acceptance',
  reasonCode: 'handoff_reason_code',
  decisionNote: 'handoff_decision_note',
  revisitOn: 'handoff_revisit_on',
  outcome: 'handoff_outcome',
  play: 'handoff_play',
  missing: 'handoff_missing',
  complete: 'handoff_complete',
  fitOverride: 'handoff_fit_override',
  fitOverrideReason: 'handoff_fit_override_reason',
  policyVersion: 'handoff_policy_version',
  record: 'handoff_record',
} as const;

/** Short name of a contact property that Baton writes. */
export type HandoffProperty = keyof typeof HANDOFF;

/** The property by which a task is known (design §4). */
export const TASK_KEY = 'handoff_task_key';
