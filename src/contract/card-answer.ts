import type { CardView } from './card-view.ts';

/**
 * What every verb of `POST /card` answers with HTTP status 200, because `hubspot.fetch` may rewrap any other
 * (design §9). `conflict`: the handoff has moved on. `forbidden`: this user may not. `invalid`: the request lacks
 * something, which `message` names with its remedy.
 */
export interface CardAnswer {
  readonly outcome: 'ok' | 'conflict' | 'forbidden' | 'invalid';
  /** One or two sentences for the person who clicked; empty after a plain `open`. */
  readonly message: string;
  /** What is true now; null where the contact has no handoff. */
  readonly current: CardView | null;
}
