import { fieldsIn, type FieldCondition } from './condition-schema.ts';
import { isLeadField } from './lead-fields.ts';
import { deriveLeadField, type DerivedFieldSources } from './derive-lead-field.ts';
import type { LeadFacts } from './lead-facts.ts';
import { asFieldSpells } from './known-values.ts';
import { compileTest, type ValueTest } from './value-test.ts';

/** One comparison of one field; conditions that share it look at the same entry. */
export interface Atom {
  readonly index: number;
  readonly slot: number;
  readonly source: FieldCondition;
  readonly test: ValueTest;
  /** True for `known` and `unknown`, the ops that an unset field answers. */
  readonly asksIfSet: boolean;
}

/** One field the policy looks at. */
export interface Slot {
  readonly index: number;
  readonly field: string;
  readonly read: (facts: LeadFacts) => string | null;
  readonly atoms: Atom[];
  /** Does an intent rule date its evidence by this field? */
  dated: boolean;
}

/** Every field and comparison of a policy, each once. */
export interface FactTable {
  readonly slots: readonly Slot[];
  readonly atoms: readonly Atom[];
  /** The entry of a comparison, made on first use. */
  atom(condition: FieldCondition): Atom;
  /** The entry of a field, made on first use. */
  slot(field: string): Slot;
}

/** Field name that stands for membership of a HubSpot list. */
export function segmentField(segmentId: string): string {
  return `segment.${segmentId}`;
}

/** Starts an empty table; compiling conditions fills it. */
export function createFactTable(sources: DerivedFieldSources): FactTable {
  const slots: Slot[] = [];
  const atoms: Atom[] = [];
  const slotByField = new Map<string, Slot>();
  const atomByKey = new Map<string, Atom>();

  function slot(field: string): Slot {
    const present = slotByField.get(field);
    if (present) return present;
    const made: Slot = {
      index: slots.length,
      field,
      read: readerOf(field, sources),
      atoms: [],
      dated: false,
    };
    slots.push(made);
    slotByField.set(field, made);
    return made;
  }

  function atom(condition: FieldCondition): Atom {
    const key = JSON.stringify([condition.field, condition.op, condition.value]);
    const present = atomByKey.get(key);
    if (present) return present;
    const owner = slot(condition.field);
    const made: Atom = {
      index: atoms.length,
      slot: owner.index,
      source: condition,
      test: compileTest(condition.op, asFieldSpells(condition.field, condition.value)),
      asksIfSet: condition.op === 'known' || condition.op === 'unknown',
    };
    atoms.push(made);
    owner.atoms.push(made);
    atomByKey.set(key, made);
    return made;
  }

  return { slots, atoms, atom, slot };
}

/**
 * How to read a field from the facts.
 *
 * @param field - one field, or several joined by `|`, of which the first that is set is read
 * @param sources - lists that derived fields need
 * @returns a reader that gives null where the field is unset or was not looked up
 */
export function readerOf(
  field: string,
  sources: DerivedFieldSources,
): (facts: LeadFacts) => string | null {
  const fields = fieldsIn(field);
  if (fields.length > 1) {
    const readers = fields.map((one) => readerOf(one, sources));
    return (facts) => {
      for (const read of readers) {
        const value = read(facts);
        if (value !== null) return value;
      }
      return null;
    };
  }
  if (isLeadField(field)) return (facts) => deriveLeadField(field, facts, sources);
  const name = field.slice(field.indexOf('.') + 1);
  // What the person entered as company names it as well.
  if (field === 'company.name') {
    return ({ company, properties }) =>
      setOrNull(company?.properties['name']) ?? setOrNull(properties['company']);
  }
  if (field.startsWith('company.')) return ({ company }) => setOrNull(company?.properties[name]);
  if (field.startsWith('segment.')) {
    return ({ segments }) =>
      segments === undefined ? null : String(segments.some(({ id }) => id === name));
  }
  return ({ properties }) => setOrNull(properties[name]);
}

function setOrNull(value: string | null | undefined): string | null {
  if (value === undefined || value === null) return null;
  const trimmed = value.trim();
  return trimmed === '' ? null : trimmed;
}
