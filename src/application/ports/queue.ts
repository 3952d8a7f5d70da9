import type { WebhookEvent } from '../../contract/webhook-event.ts';
import type { Cause } from '../../domain/handoff/cause.ts';

/** Why a contact is looked at, as the queue keeps it: what HubSpot told, or another cause and since when. */
export type QueuedCause =
  | { readonly kind: 'told'; readonly event: WebhookEvent }
  | {
      readonly kind: Exclude<Cause, 'told'>;
      /** Epoch milliseconds, business time. */
      readonly at: number;
    };

/** A contact to put in line, and why. */
export interface ContactCause {
  readonly contactId: string;
  readonly cause: QueuedCause;
}

/** A contact that has to be looked at, and why, as the worker gets it. */
export interface ContactWork {
  /** Queue id, to be named again in `done` or `failed`. */
  readonly jobId: string;
  readonly contactId: string;
  /** How often this job was started before; above 0 a crash or a failure went before. */
  readonly retries: number;
  /** In the order in which they came about. */
  readonly causes: readonly QueuedCause[];
}

/** A contact that could not be processed within its retries. */
export interface DeadLetter {
  readonly jobId: string;
  readonly contactId: string;
  readonly reason: string;
  readonly failedAt: string;
}

/**
 * The durable queue between webhook and worker. `accept` stores one row per delivery; the worker fans it out to one
 * job per contact, so that a contact waits in the queue at most once and is worked by at most one worker at a time.
 */
export interface Queue {
  /**
   * Durable when it resolves: the webhook may then be acknowledged. Backlog, sweep and the clock put contacts in line
   * the same way.
   */
  accept(causes: readonly ContactCause[]): Promise<void>;
  /** Fans deliveries out, then takes up to `limit` contacts; `[]` when nothing waits. */
  take(limit: number): Promise<readonly ContactWork[]>;
  done(jobIds: readonly string[]): Promise<void>;
  /** Back in line after a growing delay, or to the dead letters once the retries are used up. */
  failed(failures: readonly { readonly jobId: string; readonly reason: string }[]): Promise<void>;
  deadLetters(): Promise<readonly DeadLetter[]>;
  redrive(jobIds: readonly string[]): Promise<number>;
  /** Resolves when something was accepted or after `timeoutMs`, whichever is first. */
  waitForWork(timeoutMs: number): Promise<void>;
  depth(): Promise<{
    readonly deliveries: number;
    readonly contacts: number;
    readonly dead: number;
  }>;
}
