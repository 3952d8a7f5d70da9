/**
 * The door of the local portal: whatever the rest of Baton uses of it. What only `npm start` needs is loaded when it is
 * called, because it brings bundlers and HubSpot's own builder.
 */
import type { mountPages as MountPages } from './pages/mount-pages.ts';
import type { buildCards as BuildCards } from './preview/build-cards.ts';
import type { mountPreview as MountPreview } from './preview/mount-preview.ts';

export { createPortal, type Portal } from './create-portal.ts';
export { importContacts } from './import/import-contacts.ts';
export { TEAMS } from './seed/seed-people.ts';
export type { PortalStore } from './store/portal-store.ts';
export type { WebhooksConfig } from './webhooks/subscriptions.ts';

/**
 * For tests that disturb the portal as it disturbs itself.
 *
 * @internal
 */
export { NO_FAULTS, seededRandom, shuffled } from './controls/portal-settings.ts';
/**
 * For tests that speak as one of the made-up owners.
 *
 * @internal
 */
export { OWNERS } from './seed/seed-people.ts';
/**
 * For tests that look into the portal's tables.
 *
 * @internal
 */
export type { Property } from './store/property-table.ts';
/**
 * For tests that look into the portal's tables.
 *
 * @internal
 */
export type { StoredRecord } from './store/record-table.ts';

/** Serves the pages for people; see `pages/mount-pages.ts`. */
export const mountPages: typeof MountPages = async (...given) => {
  const pages = await import('./pages/mount-pages.ts');
  await pages.mountPages(...given);
};

/** Serves what the card preview needs; see `preview/mount-preview.ts`. */
export const mountPreview: typeof MountPreview = async (...given) => {
  const preview = await import('./preview/mount-preview.ts');
  await preview.mountPreview(...given);
};

/** Builds every card as HubSpot will; see `preview/build-cards.ts`. */
export const buildCards: typeof BuildCards = async (...given) => {
  const cards = await import('./preview/build-cards.ts');
  return cards.buildCards(...given);
};
