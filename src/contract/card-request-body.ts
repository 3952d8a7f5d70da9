import type {
  Acceptance,
  AttemptResult,
  CallNotes,
  Channel,
  ReasonedDecision,
} from './card-words.ts';

/** Which handoff a request is about, and the id that makes a repeat of it harmless. */
interface AboutHandoff {
  readonly contactId: string;
  readonly handoffId: string;
  readonly requestId: string;
  /** Of the view that the person decided on; a decision made since is then told instead of overruled. */
  readonly version?: number;
}

/** A decision as the card sends it; days are `YYYY-MM-DD`. */
export type DecideBody = AboutHandoff & { readonly do: 'decide'; readonly note?: string } & (
    | {
        readonly decision: 'accept';
        readonly acceptance: Acceptance;
        readonly meetingAt?: string;
      }
    | {
        readonly decision: ReasonedDecision;
        readonly reasonCode: string;
        readonly revisitOn?: string;
      }
    | { readonly decision: 'hand_on' | 'undo' }
  );

/** An attempt to reach the lead as the card sends it (P9). */
export type LogAttemptBody = AboutHandoff & {
  readonly do: 'log_attempt';
  readonly channel: Channel;
  readonly result: AttemptResult;
  readonly nextStep: string;
  readonly nextStepOn?: string;
  readonly notes?: CallNotes;
};

/** What the card sends to `POST /card`; `card-request.ts` reads the same on the other side, checked by its types. */
export type CardRequestBody =
  { readonly do: 'open'; readonly contactId: string } | DecideBody | LogAttemptBody;
