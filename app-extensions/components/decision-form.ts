import type { CardView } from '../../src/contract/card-view.ts';
import type { HandoffAction } from './use-handoff.ts';

/** What every form behind a button of the decision panel is given. */
export interface DecisionFormProps {
  readonly view: CardView;
  /** Business time in epoch milliseconds. */
  readonly now: number;
  /** True while the backend is being asked. */
  readonly busy: boolean;
  readonly send: (action: HandoffAction) => void;
  readonly cancel: () => void;
}
