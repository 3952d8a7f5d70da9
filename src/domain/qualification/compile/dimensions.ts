import type { DerivedFieldSources } from '../../condition/derive-lead-field.ts';
import { readerOf, type Atom, type FactTable, type Slot } from '../../condition/fact-table.ts';
import { derivedField } from '../../condition/lead-fields.ts';
import type { LeadFacts } from '../../condition/lead-facts.ts';
import { fieldsIn } from '../../condition/condition-schema.ts';
import type { Instant } from '../../instant.ts';
import { createPartition, type Partition } from '../../condition/partition.ts';

/**
 * One thing that can be unknown, and every field that follows from it. An e-mail address decides its domain and
 * whether it is free; those are not unknown independently of each other.
 */
export interface Dimension {
  readonly index: number;
  /** What to ask for: `contact.<property>`, `company.<property>`, a derived field or `segment.<id>`. */
  readonly base: string;
  readonly slots: readonly Slot[];
  /** Comparisons that can change the tier, of all its slots. */
  readonly atoms: readonly Atom[];
  /** The atoms that the tier table itself uses. */
  readonly tierAtoms: readonly Atom[];
  /** Every value it could take, as far as the policy can tell values apart. */
  readonly partition: (now: Instant) => Partition;
  /** Slot of the base itself. */
  readonly baseSlot: number;
  /**
   * Dimensions that are worked out from some of the same things, so that not every value goes with every value of
   * theirs.
   */
  readonly entangled: readonly number[];
}

/** Derived fields that one property alone decides, once it is set. */
const FOLLOWS: Readonly<Record<string, string>> = {
  'lead.emailDomain': 'contact.email',
  'lead.freeEmail': 'contact.email',
  'lead.disposableEmail': 'contact.email',
  'lead.roleEmail': 'contact.email',
  'lead.emailProblem': 'contact.email',
  'lead.ownStaff': 'contact.email',
  'lead.motion': 'company.numberofemployees',
  'lead.channel': 'contact.hs_analytics_source',
  'lead.country': 'company.country',
  'lead.region': 'company.country',
  'lead.industry': 'company.industry',
  'lead.role': 'contact.jobtitle',
  'lead.department': 'contact.jobtitle',
};

/** Fields that earlier handoffs of the lead decide together. */
const HISTORY: ReadonlySet<string> = new Set([
  'lead.earlierHandoffs',
  'lead.lastStatus',
  'lead.lastReason',
]);

/** Groups the fields that can change the tier into dimensions, in the order the policy names them. */
export function createDimensions(of: {
  readonly facts: FactTable;
  readonly deciding: readonly Atom[];
  readonly tierAtoms: readonly Atom[];
  /** Raw values at which HubSpot's own score changes something, by the slot that holds it. */
  readonly scoreSlots: ReadonlyMap<number, readonly number[]>;
  readonly sources: DerivedFieldSources;
}): {
  readonly dimensions: readonly Dimension[];
  readonly dimensionOf: (slot: number) => number;
} {
  const groups = new Map<string, Slot[]>();
  const deciding = new Set(of.deciding);
  for (const slot of of.facts.slots) {
    const decides =
      slot.dated || of.scoreSlots.has(slot.index) || slot.atoms.some((atom) => deciding.has(atom));
    if (!decides) continue;
    // Of several fields the answer is given in the first.
    const [field = slot.field] = fieldsIn(slot.field);
    const base = FOLLOWS[field] ?? field;
    groups.set(base, [...(groups.get(base) ?? []), slot]);
  }
  const bases = [...groups.keys()];
  const dimensions = [...groups].map(([base, slots], index): Dimension => {
    const atoms = slots.flatMap((slot) => slot.atoms.filter((atom) => deciding.has(atom)));
    return {
      index,
      base,
      slots,
      atoms,
      tierAtoms: atoms.filter((atom) => of.tierAtoms.includes(atom)),
      partition: createPartition({
        base,
        slots,
        atoms,
        readAs: (slot, value) =>
          slot.field === base ? value : readerOf(slot.field, of.sources)(madeUp(base, value)),
        scores: slots.map(({ index: slot }) => of.scoreSlots.get(slot)).find(Boolean) ?? null,
        emailDomains: of.sources.emailDomains,
      }),
      baseSlot: of.facts.slot(base).index,
      entangled: bases.flatMap((other, at) =>
        at !== index && sharesSource(base, other) ? [at] : [],
      ),
    };
  });
  const bySlot = new Map(
    dimensions.flatMap(({ index, slots }) => slots.map((slot) => [slot.index, index] as const)),
  );
  return { dimensions, dimensionOf: (slot) => bySlot.get(slot) ?? -1 };
}

/** Can a person be asked for this? Only what a field of the CRM holds, never a list, an event or a derived field. */
export function isAskable({ base }: Dimension): boolean {
  return base.startsWith('contact.') || base.startsWith('company.');
}

/** Are both worked out from the same property, record or history? */
function sharesSource(a: string, b: string): boolean {
  const [ofA, ofB] = [sourcesOf(a), sourcesOf(b)];
  const company = (sources: readonly string[]): boolean =>
    sources.some((source) => source.startsWith('company.'));
  return (
    ofA.some((source) => ofB.includes(source)) ||
    (a === 'lead.companyMatched' && company(ofB)) ||
    (b === 'lead.companyMatched' && company(ofA))
  );
}

/** What a base is worked out from. Deals are left out: what they say of one field leaves the others open. */
function sourcesOf(base: string): readonly string[] {
  if (HISTORY.has(base)) return ['history'];
  const { contact = [], company = [] } = derivedField(base) ?? {};
  return [
    base,
    ...contact.map((property) => `contact.${property}`),
    ...company.map((property) => `company.${property}`),
  ];
}

function madeUp(base: string, value: string): LeadFacts {
  const [object = '', property = ''] = base.split('.');
  return object === 'company'
    ? { id: '', properties: {}, company: { id: '', properties: { [property]: value } } }
    : { id: '', properties: { [property]: value } };
}
