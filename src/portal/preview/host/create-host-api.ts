import { retain, release } from '@remote-ui/rpc';
import type {
  Answer,
  AssociationPage,
  CardAlert,
  CardFetchAnswer,
  HostApi,
  IframeRequest,
  PropertyValues,
} from '../card-protocol.ts';
import type { OverlayRegistry } from './components/overlay-registry.ts';
import type { EditFeed } from './edit-feed.ts';

/** What the page around a card does for it. */
export interface CardSurroundings {
  /** Owner id of the person who is acting. */
  readonly ownerId: string;
  /** The contact on show; undefined on the app's own pages. */
  readonly contactId: string | undefined;
  readonly edits: EditFeed;
  readonly showAlert: (alert: CardAlert) => void;
  readonly showIframe: (request: IframeRequest, onClose: () => void) => void;
  /** Reads the record on the page anew. */
  readonly refreshRecord: () => void;
}

async function ask<T>(path: string, body: unknown): Promise<T> {
  const answer = await fetch(`/_portal/preview/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as T;
}

/**
 * Builds the page's side of a card: every call of the worker ends here.
 *
 * @param around - the page
 * @param overlays - dialogs of the card
 * @param ended - aborted when the card goes; calling back into a worker that is gone would fail
 */
export function createHostApi(
  around: CardSurroundings,
  overlays: OverlayRegistry,
  ended: AbortSignal,
): HostApi {
  const subscriptions = new Map<number, () => void>();
  let lastSubscription = 0;
  const readProperties = (names: readonly string[] | '*'): Promise<Answer<PropertyValues>> =>
    around.contactId === undefined
      ? Promise.resolve({ error: 'This page shows no record, so there are no properties to read.' })
      : ask('properties', { contact: around.contactId, names });
  return {
    log: (level, message) => {
      const write = level === 'error' ? console.warn : console.info;
      write(`[card ${level}] ${message}`);
    },
    addAlert: around.showAlert,
    reloadPage: () => {
      window.location.reload();
    },
    refreshObjectProperties: () => {
      around.refreshRecord();
      around.edits.tell();
    },
    closeOverlay: overlays.close,
    copyTextToClipboard: (text) => navigator.clipboard.writeText(text),
    openIframeModal: (request, onClose) => {
      if (onClose !== undefined) retain(onClose);
      around.showIframe(request, () => onClose?.());
    },
    readProperties,
    readAssociations: (request) =>
      around.contactId === undefined
        ? Promise.resolve({ error: 'This page shows no record, so there are no associations.' })
        : ask<Answer<AssociationPage>>('associations', { contact: around.contactId, request }),
    subscribeToEdits: (names, onEdit) => {
      // Kept beyond this call: without retaining, the second edit would call a function already given back.
      retain(onEdit);
      const listening = new AbortController();
      const end = around.edits.subscribe(() => {
        void readProperties(names).then((answer) => {
          if ('data' in answer && !listening.signal.aborted) onEdit(answer.data);
        });
      });
      const stop = (): void => {
        listening.abort();
        end();
      };
      ended.addEventListener('abort', stop, { once: true });
      lastSubscription += 1;
      subscriptions.set(lastSubscription, () => {
        stop();
        release(onEdit);
      });
      return Promise.resolve(lastSubscription);
    },
    unsubscribeFromEdits: (subscription) => {
      subscriptions.get(subscription)?.();
      subscriptions.delete(subscription);
    },
    fetch: (request) => ask<CardFetchAnswer>('fetch', { owner: around.ownerId, request }),
  };
}
