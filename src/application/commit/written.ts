import type { HandoffEvent } from '../../domain/handoff/events.ts';
import type { Handoff } from '../../domain/handoff/handoff.ts';
import type { Actor } from '../../domain/handoff/progress.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { NewActivity } from '../ports/crm.ts';
import type { Seen } from './change.ts';

/** A change that is decided: what to write, and what has to stand beside it. */
export interface Written {
  readonly contactId: ContactId;
  readonly seen: Seen;
  readonly what: string;
  /** As it is after the change; null where the contact has none. */
  readonly handoff: Handoff | null;
  /** What happened to it now. */
  readonly events: readonly HandoffEvent[];
  readonly properties: Readonly<Record<string, string>>;
  /** `new`: certainly none exists yet; `check`: read by key first. */
  readonly tasks: 'new' | 'check' | 'none';
  readonly activity: NewActivity | null;
  readonly requestId: string | undefined;
  readonly by: Actor;
}
