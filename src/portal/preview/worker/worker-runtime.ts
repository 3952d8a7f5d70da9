/*
 * Runs inside the Web Worker, before the card's bundle. Recreates the globals that HubSpot's worker offers to a card,
 * as `@hubspot/ui-extensions` 0.17.0 reads them: marker, `extend_V2` and `logger` while the bundle is evaluated, the
 * rest when the card calls it. It is a classic worker, since module workers have no `importScripts`.
 */
import { createRemoteRoot, type RemoteChannel } from '@remote-ui/core';
import * as RemoteUI from '@remote-ui/react';
import { createEndpoint, retain, type MessageEndpoint } from '@remote-ui/rpc';
import * as React from 'react';
import type { CardContext, HostApi } from '../card-protocol.ts';
import { createCardApi, type CardApi } from './create-card-api.ts';
import { createWorkerApi } from './create-worker-api.ts';

type RenderCard = (api: CardApi) => React.ReactElement;

const scope = globalThis as unknown as Record<string, unknown> &
  MessageEndpoint & { importScripts(url: string): void };

/** What HubSpot's lint rules say a card has not got: taken away, so that a card cannot lean on it locally. */
const NOT_FOR_CARDS = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'indexedDB',
  'caches',
] as const;

let host: HostApi | undefined;
let renderCard: RenderCard | undefined;
const workerApi = createWorkerApi(() => {
  if (host === undefined) throw new Error('The card asked the page for something before it ran.');
  return host;
});

Object.assign(scope, {
  __HUBSPOT_EXTENSION_WORKER__: true,
  React,
  RemoteUI,
  extend_V2: (render: RenderCard) => {
    renderCard = render;
  },
  ...workerApi.globals,
});
for (const name of NOT_FOR_CARDS) {
  Object.defineProperty(scope, name, { value: undefined, configurable: true });
}

async function boot(
  bundleUrl: string,
  context: CardContext,
  channel: RemoteChannel,
  hostApi: HostApi,
): Promise<void> {
  // What is kept beyond this call must be retained, or the page forgets the functions behind it.
  retain(channel);
  retain(hostApi);
  host = hostApi;
  scope.importScripts(bundleUrl);
  if (renderCard === undefined) {
    throw new Error('The bundle did not call hubspot.extend(): is this the entry file of a card?');
  }
  const api = createCardApi(context, hostApi, workerApi.navigate);
  const root = createRemoteRoot(channel, { strict: false });
  RemoteUI.createRoot(root).render(
    React.createElement(workerApi.CardApiContext.Provider, { value: api }, renderCard(api)),
  );
  await root.mount();
}

createEndpoint(scope).expose({
  boot,
  navigate: (path: string, params: Readonly<Record<string, string>>) => {
    workerApi.navigate({ path, params });
  },
});
