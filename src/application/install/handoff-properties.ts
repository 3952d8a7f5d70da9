import { HANDOFF_PROPERTIES } from '../../domain/handoff/record/handoff-properties.ts';
import type {
  PolicyOptions,
  PropertyKind,
  PropertyRow,
} from '../../domain/handoff/record/property-row.ts';
import { TASK_KEY } from '../../domain/property-names.ts';
import type { PropertyDefinition } from '../ports/crm.ts';

/** Group that holds every contact property Baton writes (design §4). */
export const HANDOFF_GROUP = { name: 'lead_handoff', label: 'Lead handoff' } as const;
/** Group of the one property Baton adds to tasks. HubSpot's own groups on tasks differ between portals. */
export const TASK_GROUP = { name: 'lead_handoff', label: 'Lead handoff' } as const;

/** Marks a property as ours: install refuses a property of the same name whose description lacks it. */
export const OWNED_BY = 'Written by Baton.';

/** HubSpot's type and form of a kind. */
const TYPES: Readonly<
  Record<PropertyKind, readonly [PropertyDefinition['type'], PropertyDefinition['fieldType']]>
> = {
  text: ['string', 'text'],
  long_text: ['string', 'textarea'],
  number: ['number', 'number'],
  moment: ['datetime', 'date'],
  day: ['date', 'date'],
  choice: ['enumeration', 'select'],
  choices: ['enumeration', 'checkbox'],
  yes_no: ['bool', 'booleancheckbox'],
  owner: ['enumeration', 'select'],
};

const WITH_OPTIONS: ReadonlySet<PropertyKind> = new Set(['choice', 'choices', 'yes_no', 'owner']);

/** The contact properties of design §4 as HubSpot defines properties. */
export function contactProperties(options: PolicyOptions): readonly PropertyDefinition[] {
  return HANDOFF_PROPERTIES.map((row) => definitionOf(row, options));
}

function definitionOf(row: PropertyRow, options: PolicyOptions): PropertyDefinition {
  const [type, fieldType] = TYPES[row.kind];
  return {
    name: row.name,
    label: row.label,
    description: `${row.description} ${OWNED_BY}`,
    groupName: HANDOFF_GROUP.name,
    type,
    fieldType,
    ...(row.hidden ? { hidden: true } : {}),
    ...(row.kind === 'owner' ? { externalOptions: true, referencedObjectType: 'OWNER' } : {}),
    ...(WITH_OPTIONS.has(row.kind)
      ? {
          options: row
            .choices(options)
            .map(([value, label], displayOrder) => ({ label, value, displayOrder })),
        }
      : {}),
  };
}

/** The one property on tasks: it makes creating a task twice impossible (design §4). */
export const TASK_KEY_PROPERTY: PropertyDefinition = {
  name: TASK_KEY,
  label: 'Handoff task key',
  description: `Keeps one task per handoff step. ${OWNED_BY}`,
  groupName: TASK_GROUP.name,
  type: 'string',
  fieldType: 'text',
  hasUniqueValue: true,
};
