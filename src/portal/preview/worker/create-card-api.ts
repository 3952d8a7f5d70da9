import { retain } from '@remote-ui/rpc';
import type {
  CardAlert,
  CardContext,
  HostApi,
  IframeRequest,
  PropertyValues,
} from '../card-protocol.ts';

/** A place inside the app's own page. */
export interface PageLocation {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
}

/** What `hubspot.extend` hands to a card: context and actions. */
export interface CardApi {
  readonly context: CardContext;
  readonly actions: Readonly<Record<string, unknown>>;
  readonly runServerlessFunction: () => Promise<{ status: 'ERROR'; message: string }>;
}

/** The answer to every attempt to run an app function: Baton's cards never do (design §1). */
export const NO_APP_FUNCTIONS =
  'App functions do not run in the local preview: call the app with hubspot.fetch().';

/**
 * Builds the actions of a card on top of what the page offers.
 *
 * The app's own pages get only the alerts and the platform's actions; a card on a record gets the record's as well
 * (HubSpot docs, "UI extensions SDK": actions).
 */
export function createCardApi(
  context: CardContext,
  host: HostApi,
  navigate: (to: PageLocation) => void,
): CardApi {
  const everywhere = {
    addAlert: (alert: CardAlert) => {
      host.addAlert(alert);
    },
    closeOverlay: (id: string) => {
      host.closeOverlay(id);
    },
    copyTextToClipboard: (text: string) => host.copyTextToClipboard(text),
    navigateToPage: (target: { to: string; params?: Record<string, string> }) => {
      navigate({ path: target.to, params: target.params ?? {} });
    },
    openIframeModal: (request: IframeRequest, onClose?: () => void) => {
      host.openIframeModal(request, onClose);
    },
    reloadPage: () => {
      host.reloadPage();
    },
  };
  const onRecords = {
    fetchCrmObjectProperties: async (names: string[] | '*') => {
      const answer = await host.readProperties(names);
      if ('error' in answer) throw new Error(answer.error);
      return answer.data;
    },
    refreshObjectProperties: () => {
      host.refreshObjectProperties();
    },
    onCrmPropertiesUpdate: (names: string[] | '*', onUpdate: (values: PropertyValues) => void) => {
      retain(onUpdate);
      void host.subscribeToEdits(names, onUpdate);
    },
  };
  return {
    context,
    actions: context.crm === undefined ? everywhere : { ...everywhere, ...onRecords },
    runServerlessFunction: () => Promise.resolve({ status: 'ERROR', message: NO_APP_FUNCTIONS }),
  };
}
