import { WATCHED } from '../../src/contract/handoff-names.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CardAnswer } from '../../src/contract/card-answer.ts';
import type { DecideBody, LogAttemptBody } from '../../src/contract/card-request-body.ts';
import type { CardView } from '../../src/contract/card-view.ts';
import type { AskBackend, Reply } from './card-backend.ts';
import type { CardTime } from './card-time.ts';

/** What the card knows of the handoff. */
export type HandoffState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'none'; readonly message: string }
  | {
      readonly kind: 'shown';
      readonly view: CardView;
      /** Epoch milliseconds on the user's clock. */
      readonly receivedAt: number;
    };

/** The result of what the user did last, said at the top of the card until the next thing. */
export interface Notice {
  readonly variant: 'success' | 'warning' | 'danger';
  readonly title: string;
  readonly text: string;
}

/** `Omit` that keeps the members of a union apart. */
type Without<Body, Keys extends PropertyKey> = Body extends unknown ? Omit<Body, Keys> : never;

/** A decision or an attempt without what the card adds itself. */
export type HandoffAction = Without<
  DecideBody | LogAttemptBody,
  'contactId' | 'handoffId' | 'requestId' | 'version'
>;

/** What the host page does for the card. */
export interface CardHost {
  readonly addAlert: (alert: { type: 'success'; message: string }) => void;
  readonly refreshObjectProperties: () => void;
  /** Tells of edits that a person makes on the page; not of writes by the API. */
  readonly onCrmPropertiesUpdate: (
    names: string[],
    onEdit: (values: Record<string, string>, error?: unknown) => void,
  ) => void;
}

const NOTICES: Readonly<Record<CardAnswer['outcome'], Pick<Notice, 'variant' | 'title'>>> = {
  ok: { variant: 'success', title: 'Done' },
  conflict: { variant: 'warning', title: 'This handoff has moved on' },
  forbidden: { variant: 'danger', title: 'Not decided' },
  invalid: { variant: 'warning', title: 'Something is missing' },
};

/** Waits between looks at a contact whose stage was edited a moment ago, in milliseconds. */
const LOOK_AGAIN_AFTER: readonly number[] = [2_000, 5_000, 15_000];

/** Loads the handoff of a contact and carries decisions to the backend. */
export function useHandoff(given: {
  readonly ask: AskBackend;
  readonly contactId: string;
  readonly userId: string;
  readonly host: CardHost;
  readonly time: CardTime;
}): {
  readonly state: HandoffState;
  readonly notice: Notice | null;
  /** Business time now in epoch milliseconds, as of the last minute. */
  readonly now: number;
  readonly reload: () => void;
  /** True when the form that sent it is finished with. */
  readonly act: (action: HandoffAction) => Promise<boolean>;
} {
  const { ask, contactId, userId, host, time } = given;
  const [state, setState] = useState<HandoffState>({ kind: 'loading' });
  const [notice, setNotice] = useState<Notice | null>(null);
  const business = useBusinessNow(state, time);
  // Kept until the backend has answered, so that a click repeated after a broken call counts once.
  const requestId = useRef<string | null>(null);

  // What is on the screen, for callbacks that outlive a rendering.
  const shown = useRef<CardView | null>(null);

  const show = useCallback(
    (reply: Reply) => {
      const next = stateOf(reply, time.now());
      shown.current = next.kind === 'shown' ? next.view : null;
      setState(next);
    },
    [time],
  );
  const load = useCallback(async () => {
    show(await ask({ do: 'open', contactId }));
  }, [ask, contactId, show]);

  useEffect(() => {
    void load();
  }, [load]);

  useEffect(() => {
    let cancel = (): void => undefined;
    // A stage that was set on this page becomes a handoff within seconds, and nobody tells the card of it.
    function lookAgain([wait, ...later]: readonly number[]): void {
      cancel();
      if (wait === undefined) return;
      cancel = time.after(wait, () => {
        void load().then(() => {
          if (!shown.current) lookAgain(later);
        });
      });
    }
    host.onCrmPropertiesUpdate(
      [WATCHED.handoffId, WATCHED.status, 'lifecyclestage'],
      (values, error) => {
        if (error !== undefined) return;
        const view = shown.current;
        const same =
          values[WATCHED.handoffId] === view?.handoffId &&
          values[WATCHED.status] === view?.status.id;
        if (!view) lookAgain(LOOK_AGAIN_AFTER);
        else if (!same) void load();
      },
    );
    return () => {
      cancel();
    };
  }, [host, load, time]);

  async function act(action: HandoffAction): Promise<boolean> {
    if (state.kind !== 'shown') return true;
    requestId.current ??= `${userId}-${time.now()}`;
    const about = {
      contactId,
      handoffId: state.view.handoffId,
      requestId: requestId.current,
      version: state.view.version,
    };
    const reply = await ask({ ...action, ...about });
    if (reply.kind === 'unreachable') {
      setNotice({ variant: 'danger', title: 'Not saved yet', text: reply.message });
      return false;
    }
    requestId.current = null;
    const { outcome, message } = reply.answer;
    setNotice({ ...NOTICES[outcome], text: message });
    if (outcome !== 'invalid') show(reply);
    if (outcome === 'ok') {
      host.addAlert({ type: 'success', message });
      host.refreshObjectProperties();
    }
    return outcome !== 'invalid';
  }

  function reload(): void {
    setState({ kind: 'loading' });
    setNotice(null);
    void load();
  }

  return { state, notice, now: business, reload, act };
}

function stateOf(reply: Reply, receivedAt: number): HandoffState {
  if (reply.kind === 'unreachable') return { kind: 'failed', message: reply.message };
  const { current, message, outcome } = reply.answer;
  if (current) return { kind: 'shown', view: current, receivedAt };
  return outcome === 'ok' ? { kind: 'none', message } : { kind: 'failed', message };
}

/**
 * The backend's clock carried on by ours, as of the last minute. Only the time since the answer counts, so a user's
 * wrong clock and the moved clock of the local portal do no harm.
 */
function useBusinessNow(state: HandoffState, time: CardTime): number {
  const [clock, setClock] = useState(() => time.now());
  useEffect(
    () =>
      time.everyMinute(() => {
        setClock(time.now());
      }),
    [time],
  );
  if (state.kind !== 'shown') return clock;
  return Date.parse(state.view.now) + Math.max(clock - state.receivedAt, 0);
}
