import type { HandoffStatus } from '../../domain/handoff/handoff-status.ts';
import type { Actor } from '../../domain/handoff/progress.ts';
import type { ContactId, HandoffId, OwnerId, PoolId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PoolStanding } from '../../domain/routing/routing.ts';
import type { NewActivity } from './crm.ts';

/** Live handoffs, and those of observe mode that are decided and routed as if (design §5); each has its own rotation. */
export type Mode = 'live' | 'observe';

/** A handoff as the ledger has it: where it stood when HubSpot was last told, or is about to be. */
export interface LedgerEntry {
  readonly handoffId: HandoffId;
  readonly contactId: ContactId;
  /** Company of the lead, so that its next lead goes to the same rep; null where none is known. */
  readonly companyId: string | null;
  readonly mode: Mode;
  readonly status: HandoffStatus;
  /** Null where nobody owns it: held, nurture, disqualified. */
  readonly ownerId: OwnerId | null;
  /** When something must happen to it by itself; null: never. */
  readonly checkAt: Instant | null;
  readonly openedAt: Instant;
  readonly policyVersion: string;
  /** Events of the handoff so far: how far the ledger has followed it. */
  readonly version: number;
  /** The handoff as `encodeHandoff` writes it. */
  readonly record: string;
  /** Contact properties as last written, so that HubSpot's echo is known by its value. */
  readonly written: Readonly<Record<string, string>>;
}

/** One routing of a handoff, taken once under its key however often the work is redone. */
export interface Turn {
  readonly handoffId: HandoffId;
  /** From 1: the first routing, the second after "not mine" … */
  readonly nth: number;
  /** Pool whose rotation gave it; null where nobody got it or somebody who already knew the lead. */
  readonly pool: PoolId | null;
  readonly ownerId: OwnerId | null;
  /** The routing as it was decided, JSON; used again as it is when the work is redone. */
  readonly routing: unknown;
}

/** What is known when leads are routed. */
export interface RoutingKnown {
  /** Entries stored before for the handoffs asked about. */
  readonly entries: ReadonlyMap<HandoffId, LedgerEntry>;
  /** Turns taken before, by {@link turnKey}. */
  readonly turns: ReadonlyMap<string, Turn>;
  /** The rotation of every pool, of the mode asked for. */
  readonly standings: ReadonlyMap<string, PoolStanding>;
  /** Handoffs in `awaiting_decision` by owner id, for capacity. */
  readonly openByOwner: ReadonlyMap<string, number>;
  /** Owner of the newest handoff in `awaiting_decision` or `accepted` at each company asked about. */
  readonly ownerInFlightByCompany: ReadonlyMap<string, string>;
}

/** Key of a turn in {@link RoutingKnown}. */
export function turnKey(of: Pick<Turn, 'handoffId' | 'nth'>): string {
  return `${of.handoffId}#${of.nth}`;
}

/** A request of a person, known by its id so that it is carried out once (design §9). */
export interface LedgerRequest {
  readonly handoffId: HandoffId;
  readonly requestId: string;
  readonly by: Actor;
  /** What has to stand on the timeline because of it; kept until it is finished. */
  readonly activity: NewActivity | null;
  /** What the person was told; null while it is not finished. */
  readonly message: string | null;
}

/** What the ledger follows once HubSpot shows it. */
export interface Followed {
  readonly entry: LedgerEntry;
  /** Turns given back (`true`) or taken again (`false`), once each. */
  readonly turns: readonly { readonly nth: number; readonly givenBack: boolean }[];
  readonly finished: readonly LedgerRequest[];
}

/**
 * Handoffs, turns and requests of one portal. The contacts are the record (design §2.1): handoffs here are a projection
 * of them. What only the ledger holds are the turns of the rotation and the requests that were carried out.
 */
export interface Ledger {
  /**
   * Runs `work` while nobody else works these contacts, in this process or another that shares the ledger; others wait.
   * On HubSpot's own hosting nothing can exclude: there it runs at once, and the last one wins (design §1).
   *
   * @throws ContactsBusyError when somebody holds one of them for longer than a person would wait
   */
  exclusively<T>(contactIds: readonly ContactId[], work: () => Promise<T>): Promise<T>;
  /** The newest entry of each contact; contacts that never had one are absent. */
  newest(contactIds: readonly ContactId[]): Promise<ReadonlyMap<ContactId, LedgerEntry>>;
  /**
   * Runs `route` with what is known, and stores the entries, turns and standings it returns, in one transaction; callers
   * wait for each other. `route` is pure and may be called again. Entries and turns that exist are left as they are.
   */
  assign(
    about: {
      readonly mode: Mode;
      readonly handoffs: readonly Pick<Turn, 'handoffId' | 'nth'>[];
      readonly companyIds: readonly string[];
    },
    route: (known: RoutingKnown) => {
      readonly entries: readonly LedgerEntry[];
      readonly turns: readonly Turn[];
      readonly standings: readonly PoolStanding[];
    },
  ): Promise<void>;
  /** Requests of these handoffs that have these ids, finished or not; and all unfinished ones of the handoffs. */
  requests(
    about: readonly { readonly handoffId: HandoffId; readonly requestId?: string | undefined }[],
  ): Promise<readonly LedgerRequest[]>;
  /** Remembers requests before HubSpot is told, so that what they ask for is finished by whoever looks next. */
  begin(requests: readonly LedgerRequest[]): Promise<void>;
  /** Follows the contacts: stores entries (new or known), gives turns back, finishes requests, in one transaction. */
  follow(changes: readonly Followed[]): Promise<void>;
  /** Live handoffs whose `checkAt` has come, the longest overdue first. */
  due(now: Instant, limit: number): Promise<readonly LedgerEntry[]>;
  /** Live holds for missing facts at these companies: what a change of the company may release. */
  heldAt(companyIds: readonly string[]): Promise<readonly ContactId[]>;
  /** Everything opened at or after an instant, oldest first, read in portions. */
  history(since: Instant): AsyncIterable<LedgerEntry>;
  /** All that is kept about a contact, as JSON can hold it. */
  export(contactId: ContactId): Promise<unknown>;
  /** Removes all that is kept about contacts (privacy deletion). */
  forget(contactIds: readonly ContactId[]): Promise<void>;
}
