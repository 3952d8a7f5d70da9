import type { Command, Refusal } from '../../domain/handoff/command.ts';
import type { ContactPlan } from '../../domain/handoff/plan-contact.ts';
import type { HandoffEvent } from '../../domain/handoff/events.ts';
import type { Handoff } from '../../domain/handoff/handoff.ts';
import type { Actor } from '../../domain/handoff/progress.ts';
import type { TaskContext } from '../../domain/handoff/tasks/wanted-tasks.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { Directory } from '../directory.ts';
import type { LivePolicy } from '../live-policy.ts';
import type { Crm, CrmRecord, NewActivity } from '../ports/crm.ts';
import type { Notify } from '../ports/notify.ts';
import type { Ledger, LedgerEntry } from '../ports/ledger.ts';

/** What committing needs. */
export interface CommitDeps {
  readonly crm: Crm;
  readonly ledger: Ledger;
  /** Rings where HubSpot does not. */
  readonly notify: Notify;
  readonly livePolicy: () => Promise<LivePolicy>;
  readonly directory: () => Promise<Directory>;
}

/** The policy and the people of one commit, with its business time (`people.now`). */
export interface CommitWorld extends TaskContext {
  readonly live: LivePolicy;
  readonly directory: Directory;
}

/** What was found of a contact once nobody else could change it. */
export interface Seen {
  readonly contact: CrmRecord;
  /** The handoff of its record, of any mode; null where there is none. */
  readonly handoff: Handoff | null;
  /** How far the ledger has followed it. */
  readonly entry: LedgerEntry | undefined;
  /** What happened to it after the request had arrived and before its turn came, oldest first. */
  readonly meanwhile: readonly HandoffEvent[];
}

/** What shall happen to a contact, decided from what was found: a plan, a refusal in words, or nothing. */
export type Proposal =
  | ContactPlan
  | {
      readonly kind: 'command';
      readonly command: Command;
      readonly byHand: true;
      /** What has to stand on the timeline because of it. */
      readonly activity: NewActivity | null;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal | Forbidden }
  /** The same request was carried out before. */
  | { readonly kind: 'repeated' };

/** Somebody asks who may not. */
export interface Forbidden {
  readonly outcome: 'forbidden';
  readonly message: string;
}

/** A change of one contact's handoff, by whoever asks: worker, card, clock, command line. */
export interface Change {
  readonly contactId: ContactId;
  /** Whoever asks, or edited the contact by hand. What Baton finds to do by itself is its own. */
  readonly by: Actor;
  /** Properties to read beyond those that committing needs, for whoever shows the contact afterwards. */
  readonly alsoRead?: readonly string[] | undefined;
  /** Chosen by whoever asks; the same one on the same handoff is carried out once (design §9). */
  readonly requestId?: string | undefined;
  readonly propose: (seen: Seen, world: CommitWorld) => Proposal;
}

/** What became of one change. */
export type Outcome = { readonly contactId: ContactId } & (
  | {
      readonly kind: 'done';
      /** What was done, for counting: `open`, `ensure`, or the command's name. */
      readonly what: string;
      readonly contact: CrmRecord;
      /** As it is now; null where nothing was opened. */
      readonly handoff: Handoff | null;
      /** What happened to it now. */
      readonly events: readonly HandoffEvent[];
    }
  /** The same request was carried out before; nothing was done again that stood. */
  | { readonly kind: 'repeated'; readonly contact: CrmRecord; readonly handoff: Handoff }
  | {
      readonly kind: 'refused';
      readonly refusal: Refusal | Forbidden;
      readonly contact: CrmRecord;
      readonly handoff: Handoff | null;
    }
  /** HubSpot did not take it, or the record is damaged; it may be tried again. */
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'gone' }
);
