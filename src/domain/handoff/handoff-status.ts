/** The states of design §5. A contact in scope is always in exactly one of them. */
export const HANDOFF_STATUSES = [
  'awaiting_decision',
  'held_no_owner',
  'held_needs_data',
  'held_for_review',
  'nurture',
  'disqualified',
  'diverted',
  'accepted',
  'rejected',
  'recycled',
  'closed',
] as const;

/** One state of design §5. */
export type HandoffStatus = (typeof HANDOFF_STATUSES)[number];

/** The state in words, as screens and the HubSpot property show it. */
export const STATUS_LABELS: Readonly<Record<HandoffStatus, string>> = {
  awaiting_decision: 'Waiting for the rep to decide',
  held_no_owner: 'On hold: nobody free to own it',
  held_needs_data: 'On hold: facts missing',
  held_for_review: 'On hold: waits for review',
  nurture: 'In nurture',
  disqualified: 'Disqualified',
  diverted: "Diverted to the account's owner",
  accepted: 'Accepted by sales',
  rejected: 'Rejected by sales',
  recycled: 'Recycled: not now',
  closed: 'Closed',
};

/** Somebody still has to act on this attempt before it has a result; another entry joins it (P16). */
const LIVE: ReadonlySet<string> = new Set<HandoffStatus>([
  'awaiting_decision',
  'held_no_owner',
  'held_needs_data',
  'held_for_review',
  'diverted',
  'accepted',
]);

/** Whether an attempt in this state is still running, so that a new entry joins it instead of opening another. */
export function isLive(status: string | null | undefined): boolean {
  return LIVE.has(status ?? '');
}

/** Reads a state from a HubSpot property; anything unknown or unset is null. */
export function parseStatus(raw: string | null | undefined): HandoffStatus | null {
  return HANDOFF_STATUSES.find((status) => status === raw) ?? null;
}
