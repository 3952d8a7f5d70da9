import type { ChecklistItem, Verdict } from '../qualification/verdict.ts';

/** What became of the handoff so far. */
export interface HandoffProgress {
  readonly ownerId?: string | null | undefined;
  /** Routing rule or way by which the owner was found. */
  readonly rule?: string | null | undefined;
  /** ISO 8601. */
  readonly dueAt?: string | null | undefined;
  readonly taskCreated?: boolean | undefined;
  /** A structured note of the first attempt (P9). */
  readonly noteWritten?: boolean | undefined;
  readonly outcome?: 'accepted' | 'rejected' | 'recycled' | null | undefined;
  /** Kind of acceptance or reason code. */
  readonly outcomeReason?: string | null | undefined;
}

/** Items of the gate; the last three measure the follow-through (requirements, section 3). */
export const GATE_ITEMS = 17;

type State = readonly [state: ChecklistItem['state'], evidence: string];

/**
 * The 20 items H1 to H20 as they stand once the lead is handed over.
 *
 * @param decision - gives what was known at the moment of handoff
 * @param handoff - what became of it; leave it out before routing
 */
export function checklist(
  decision: Pick<Verdict, 'checklist' | 'tier'>,
  handoff: HandoffProgress = {},
): readonly ChecklistItem[] {
  const { checklist: opening, tier } = decision;
  const { ownerId, rule, dueAt, taskCreated, outcome, outcomeReason } = handoff;
  const later: Readonly<Record<string, State | null>> = {
    H11: answer(ownerId, (id) => `owner ${id}`, 'nobody could be found'),
    H12: answer(rule, (by) => `by ${by}`, 'no rule matched'),
    H13: answer(tier === null ? null : dueAt, (due) => `due ${due}`, 'no due time'),
    H14:
      taskCreated === undefined
        ? null
        : taskCreated
          ? ['passed', 'open task for the owner']
          : ['failed', 'no task'],
    H18:
      handoff.noteWritten === undefined
        ? null
        : handoff.noteWritten
          ? ['passed', 'note written']
          : ['failed', 'no note'],
    H19: outcome ? ['passed', outcome] : null,
    H20: unworkedState(outcome, outcomeReason),
  };
  return opening.map((entry) => {
    const state = later[entry.id];
    return state ? { ...entry, state: state[0], evidence: state[1] } : entry;
  });
}

/** Completeness (R97): items of the gate that passed, of those required at the handoff. */
export function completeness(items: readonly ChecklistItem[]): {
  readonly passed: number;
  readonly required: number;
  readonly share: number;
} {
  const gate = items.slice(0, GATE_ITEMS);
  const passed = gate.filter(({ state }) => state === 'passed').length;
  return { passed, required: gate.length, share: gate.length === 0 ? 0 : passed / gate.length };
}

/** Undefined says nothing about the item, null says that it failed. */
function answer(
  value: string | null | undefined,
  evidence: (value: string) => string,
  failure: string,
): State | null {
  if (value === undefined) return null;
  return value === null ? ['failed', failure] : ['passed', evidence(value)];
}

function unworkedState(
  outcome: HandoffProgress['outcome'],
  reason: string | null | undefined,
): State | null {
  if (!outcome) return null;
  if (outcome === 'accepted') return ['passed', 'worked'];
  return reason ? ['passed', reason] : ['failed', `${outcome} without a reason`];
}
