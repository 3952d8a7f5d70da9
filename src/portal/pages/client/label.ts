import type { Choice } from '../page-data.ts';

/** The label of a value, or the value itself where the choice is gone. */
export function labelOf(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? value;
}

/** The colour class of a handoff tier or status: what is urgent or ended stands out. */
export function toneOf(value: string): string {
  switch (value) {
    case 'tier_1':
    case 'breached':
    case 'held_no_owner':
      return 'error';
    case 'tier_2':
    case 'awaiting_decision':
    case 'diverted':
    case 'due_soon':
    case 'held_needs_data':
    case 'held_for_review':
      return 'warning';
    case 'accepted':
    case 'met':
      return 'success';
    case 'nurture':
    case 'tier_3':
      return 'info';
    default:
      return 'default';
  }
}
