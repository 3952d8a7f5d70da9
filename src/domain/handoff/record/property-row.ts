import type { Instant } from '../../instant.ts';
import { parseInstant } from '../../instant.ts';
import { parseDay } from '../../day.ts';
import { HANDOFF, type HandoffProperty } from '../../property-names.ts';
import type { NextAction } from '../clock/next-action.ts';
import type { Handoff } from '../handoff.ts';

/** What HubSpot keeps in a property, in a word; install turns it into HubSpot's types. */
export type PropertyKind =
  'text' | 'long_text' | 'number' | 'moment' | 'day' | 'choice' | 'choices' | 'yes_no' | 'owner';

/** One option of a choice: the value stored and what people read. */
export type Choice = readonly [value: string, label: string];

/** What the option lists that follow the policy have to offer. */
export interface PolicyOptions {
  readonly signals: readonly { readonly id: string; readonly label: string }[];
  readonly reasons: readonly { readonly code: string; readonly label: string }[];
  readonly plays: readonly { readonly id: string; readonly label: string }[];
  readonly required: readonly { readonly field: string; readonly label: string }[];
}

/** What a property is written from: the handoff, and what is derived from it. */
export interface Shown {
  readonly handoff: Handoff;
  readonly action: NextAction;
  readonly checkAt: Instant | null;
}

/** One contact property of design §4: what people read of it, and how it is written. */
export interface PropertyRow {
  readonly name: string;
  readonly label: string;
  /** For a marketer, in the property's settings. */
  readonly description: string;
  readonly kind: PropertyKind;
  /** Not offered in HubSpot's pages; for Baton itself. */
  readonly hidden: boolean;
  readonly choices: (options: PolicyOptions) => readonly Choice[];
  /** Text to write, `''` clears; undefined leaves what is there; null: only people write it. */
  readonly write: ((shown: Shown) => string | undefined) | null;
}

/** A row of the table, with what most rows have in common left out. */
export function row(
  key: HandoffProperty,
  label: string,
  kind: PropertyKind,
  description: string,
  write: PropertyRow['write'],
  choices: readonly Choice[] | PropertyRow['choices'] = [],
): PropertyRow {
  return {
    name: HANDOFF[key],
    label,
    description,
    kind,
    hidden: false,
    choices: typeof choices === 'function' ? choices : () => choices,
    write,
  };
}

/** Whether two texts are the same value of a kind: HubSpot writes a moment or a day in more than one way. */
export function sameValue(kind: PropertyKind, one: string, other: string): boolean {
  if (one === other) return true;
  if (one === '' || other === '') return false;
  switch (kind) {
    case 'moment': {
      const [a, b] = [parseInstant(one), parseInstant(other)];
      return a.ok && b.ok && a.value === b.value;
    }
    case 'day':
      return parseDay(one) === parseDay(other);
    case 'number':
      return Number(one) === Number(other);
    case 'choices':
      return one.split(';').sort().join(';') === other.split(';').sort().join(';');
    case 'text':
    case 'long_text':
    case 'choice':
    case 'yes_no':
    case 'owner':
      return false;
  }
}
