import type { QueuedCause } from '../../application/ports/queue.ts';

/**
 * Causes in the order in which they came about; HubSpot promises no order (hubspot §5.3). Those of one moment stay as
 * they are.
 */
export function inOrder(causes: readonly QueuedCause[]): readonly QueuedCause[] {
  return causes.toSorted((a, b) => cameAbout(a) - cameAbout(b));
}

/** Epoch milliseconds. */
function cameAbout(cause: QueuedCause): number {
  return cause.kind === 'told' ? cause.event.occurredAt : cause.at;
}
