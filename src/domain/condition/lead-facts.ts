/** HubSpot property values as the API returns them: text, or null where unset. */
export type PropertyValues = Readonly<Record<string, string | null>>;

/** A company or deal as far as the policy may look at it. */
export interface RelatedRecord {
  readonly id: string;
  readonly properties: PropertyValues;
}

/** Membership of a HubSpot list; `joinedAt` is ISO 8601. */
export interface SegmentMembership {
  readonly id: string;
  readonly joinedAt: string;
}

/** Something that happened, such as a page view; `occurredAt` is ISO 8601. */
export interface LeadEvent {
  readonly type: string;
  readonly occurredAt: string;
  readonly properties: PropertyValues;
}

/** A value that a property took; `at` is ISO 8601. */
export interface DatedValue {
  readonly value: string;
  readonly at: string;
}

/** What an earlier attempt at this lead came to, newest last. */
export interface EarlierHandoff {
  readonly attempt: number;
  readonly status: string;
  readonly reasonCode?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly decidedAt?: string | undefined;
}

/**
 * Everything known about one lead when it is decided. Nothing else may influence a decision.
 *
 * For `company`, null means "no company is associated" and undefined means "not looked up". For `segments`,
 * `events`, `deals` and the lists of `history`, an absent list is unknown and an empty one is "none" (design §9).
 */
export interface LeadFacts {
  readonly id: string;
  readonly properties: PropertyValues;
  /** Values that a property took, in any order; only of what the person wrote it is read. */
  readonly history?: { readonly message?: readonly DatedValue[] | undefined } | undefined;
  readonly company?: RelatedRecord | null | undefined;
  readonly segments?: readonly SegmentMembership[] | undefined;
  readonly events?: readonly LeadEvent[] | undefined;
  readonly deals?: readonly RelatedRecord[] | undefined;
  readonly earlier?: readonly EarlierHandoff[] | undefined;
}
