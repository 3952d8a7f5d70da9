/** The plain part of HubSpot's `ExtensionEvent`. */
export interface CardEvent {
  readonly type: string;
  readonly bubbles: boolean;
  readonly timeStamp: number;
  readonly id: string;
}

/**
 * The event a card's handler gets. A DOM or React event cannot cross to the worker (structured clone fails), so only
 * plain values go.
 */
export function cardEvent(type: string): CardEvent {
  return { type, bubbles: true, timeStamp: performance.now(), id: '' };
}
