import type { RemoteChannel } from '@remote-ui/core';
import type { Reactions } from '@hubspot/ui-extensions';

/** Where HubSpot shows a card; `home`, `pages` and `settings` are pages of the app itself. */
export const CARD_LOCATIONS = [
  'crm.record.tab',
  'crm.record.sidebar',
  'crm.preview',
  'home',
  'pages',
  'settings',
] as const;

/** One of {@link CARD_LOCATIONS}. */
export type CardLocation = (typeof CARD_LOCATIONS)[number];

/** One built card or page that the preview can show. */
export interface CardListing {
  /** Unique among the cards; names the bundle in the address. */
  readonly name: string;
  readonly title: string;
  readonly location: CardLocation;
}

/** What the card is told about who looks at what (HubSpot docs, "UI extensions SDK": context). */
export interface CardContext {
  readonly location: CardLocation;
  readonly user: {
    readonly id: number;
    readonly email: string;
    readonly emails: readonly string[];
    readonly firstName: string;
    readonly lastName: string;
    readonly roles: readonly string[];
    readonly teams: readonly { id: number; name: string; teammates: readonly number[] }[];
    readonly permissions: readonly string[];
    readonly locale: string;
    readonly language: string;
  };
  readonly portal: { readonly id: number; readonly timezone: string };
  /** Absent on the app's own pages. */
  readonly crm?: { readonly objectId: number; readonly objectTypeId: string };
  readonly extension: {
    readonly appId: number;
    readonly appName: string;
    readonly cardTitle: string;
  };
  readonly variables: Readonly<Record<string, string | number | boolean>>;
}

/** A toast that a card asks for with `actions.addAlert`. */
export interface CardAlert {
  readonly type?: 'info' | 'warning' | 'success' | 'danger' | 'tip';
  readonly message: string;
  readonly title?: string;
}

/** What `actions.openIframeModal` is given; sizes in CSS pixels. */
export interface IframeRequest {
  readonly uri: string;
  readonly width: number;
  readonly height: number;
  readonly title?: string;
}

/** `hubspot.fetch` as it crosses from the worker to the page: plain data only. */
export interface CardFetchRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON value, absent when the card sent none. */
  readonly body?: unknown;
  /** Milliseconds; HubSpot's default is 15,000 and its limit 120,000. */
  readonly timeout?: number;
}

/** The answer to a {@link CardFetchRequest}: what the card's `Response` is made of. */
export interface CardFetchAnswer {
  readonly status: number;
  /** JSON text; null for an answer without body. */
  readonly body: string | null;
}

/** Values of CRM properties by internal name; null where nothing is set. */
export type PropertyValues = Readonly<Record<string, string | null>>;

/** Answers a card's question, or says in words why not. */
export type Answer<T> = { readonly data: T } | { readonly error: string };

/** One page of records associated with the one on show, in the shape the SDK checks for. */
export interface AssociationPage {
  readonly results: readonly {
    readonly toObjectId: number;
    readonly associationTypes: readonly { category: string; typeId: number; label: string }[];
    readonly properties: PropertyValues;
  }[];
  readonly hasMore: boolean;
  readonly nextOffset: number;
}

/** What the page offers to the worker. Every call crosses by message, so every answer is a promise. */
export interface HostApi {
  log(level: string, message: string): void;
  addAlert(alert: CardAlert): void;
  reloadPage(): void;
  refreshObjectProperties(): void;
  closeOverlay(id: string): void;
  copyTextToClipboard(text: string): Promise<void>;
  openIframeModal(request: IframeRequest, onClose?: () => void): void;
  readProperties(names: readonly string[] | '*'): Promise<Answer<PropertyValues>>;
  readAssociations(request: {
    readonly toObjectType: string;
    readonly properties?: readonly string[];
    readonly pageLength?: number;
    readonly offset?: number;
  }): Promise<Answer<AssociationPage>>;
  /** Calls back after each edit that a person makes on the page; answers a number to unsubscribe with. */
  subscribeToEdits(
    names: readonly string[] | '*',
    onEdit: (values: PropertyValues) => void,
  ): Promise<number>;
  unsubscribeFromEdits(subscription: number): void;
  fetch(request: CardFetchRequest): Promise<CardFetchAnswer>;
}

/** What the worker offers to the page. */
export interface WorkerApi {
  /**
   * Loads the bundle and draws it into `channel`.
   *
   * @throws Error when the bundle cannot be loaded, fails, or does not call `hubspot.extend()`
   */
  boot(
    bundleUrl: string,
    context: CardContext,
    channel: RemoteChannel,
    host: HostApi,
  ): Promise<void>;
  /** Moves the app's own page to another of its places. */
  navigate(path: string, params: Readonly<Record<string, string>>): void;
}

/** What HubSpot hands to every click handler beside the event: overlays by their id. */
export type CardReactions = Reactions;
