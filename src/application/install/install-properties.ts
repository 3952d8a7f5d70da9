import { AppError } from '../ports/app-error.ts';
import type { PolicyOptions } from '../../domain/handoff/record/property-row.ts';
import type { CrmSchema, PropertyDefinition } from '../ports/crm.ts';
import {
  contactProperties,
  HANDOFF_GROUP,
  OWNED_BY,
  TASK_GROUP,
  TASK_KEY_PROPERTY,
} from './handoff-properties.ts';

/** What was done, or found, about one property. */
export interface InstalledProperty {
  readonly objectType: 'contacts' | 'tasks';
  readonly name: string;
  readonly label: string;
  readonly state: 'created' | 'updated' | 'present';
}

/** A property of one of our names exists and is somebody else's. Nothing was changed. */
export class ForeignPropertyError extends AppError {
  readonly code = 'foreign-property';
}

/** HubSpot refused some of the properties; the rest stands, and install can be run again. */
export class PropertyRefusedError extends AppError {
  readonly code = 'property-refused';
}

/**
 * Creates the group, the properties and the task key that Baton writes to, and brings labels and options up to date.
 * Running it again changes nothing. A property of the same name that Baton did not create stops it before anything
 * is changed (design §4).
 *
 * @throws {ForeignPropertyError} naming every such property and what to do
 * @throws {PropertyRefusedError} with HubSpot's words for each refusal
 */
export async function installProperties(
  schema: CrmSchema,
  options: PolicyOptions,
): Promise<readonly InstalledProperty[]> {
  const wanted = wantedProperties(options);
  const present = {
    contacts: await schema.readProperties('contacts'),
    tasks: await schema.readProperties('tasks'),
  };
  refuseForeign(wanted, present);

  const done: InstalledProperty[] = [];
  for (const { objectType, group, definitions } of wanted) {
    await schema.createGroup(objectType, group.name, group.label);
    const missing = definitions.filter(({ name }) => !present[objectType].has(name));
    if (missing.length > 0) {
      const outcomes = await schema.createProperties(objectType, missing);
      const refusals = outcomes.filter((outcome) => !outcome.ok);
      if (refusals.length > 0) {
        throw new PropertyRefusedError(
          `HubSpot refused ${refusals.map(({ key, message }) => `${key} (${message})`).join(', ')}. Mend that and run "baton install" again.`,
        );
      }
    }
    for (const definition of definitions) {
      const state = await bringUpToDate(schema, objectType, definition, present[objectType]);
      done.push({ objectType, name: definition.name, label: definition.label, state });
    }
  }
  return done;
}

/**
 * Adds to the option lists what a policy needs, before it decides its first lead: HubSpot refuses a value that is not
 * among a property's options. What is missing or somebody else's is left to install and doctor.
 */
export async function bringOptionsUpToDate(
  schema: CrmSchema,
  options: PolicyOptions,
): Promise<void> {
  const present = await schema.readProperties('contacts');
  for (const definition of contactProperties(options)) {
    const standing = present.get(definition.name);
    if (standing && isOurs(standing)) {
      await bringUpToDate(schema, 'contacts', definition, present);
    }
  }
}

/** What differs between the portal and what Baton needs; empty when install has nothing to do. */
export async function missingProperties(
  schema: CrmSchema,
  options: PolicyOptions,
): Promise<
  readonly { readonly name: string; readonly problem: 'missing' | 'foreign' | 'outdated' }[]
> {
  const found: { name: string; problem: 'missing' | 'foreign' | 'outdated' }[] = [];
  for (const { objectType, definitions } of wantedProperties(options)) {
    const present = await schema.readProperties(objectType);
    for (const definition of definitions) {
      const standing = present.get(definition.name);
      if (!standing) found.push({ name: definition.name, problem: 'missing' });
      else if (!isOurs(standing)) found.push({ name: definition.name, problem: 'foreign' });
      else if (changeNeeded(definition, standing))
        found.push({ name: definition.name, problem: 'outdated' });
    }
  }
  return found;
}

function wantedProperties(options: PolicyOptions) {
  return [
    {
      objectType: 'contacts',
      group: HANDOFF_GROUP,
      definitions: contactProperties(options),
    },
    { objectType: 'tasks', group: TASK_GROUP, definitions: [TASK_KEY_PROPERTY] },
  ] as const;
}

type Present = Readonly<Record<'contacts' | 'tasks', ReadonlyMap<string, PropertyDefinition>>>;

function refuseForeign(wanted: ReturnType<typeof wantedProperties>, present: Present): void {
  const foreign = wanted.flatMap(({ objectType, definitions }) =>
    definitions
      .filter(({ name }) => {
        const standing = present[objectType].get(name);
        return standing !== undefined && !isOurs(standing);
      })
      .map(
        ({ name }) => `${name} (${objectType}, "${present[objectType].get(name)?.label ?? ''}")`,
      ),
  );
  if (foreign.length === 0) return;
  throw new ForeignPropertyError(
    `These properties exist and Baton did not create them: ${foreign.join(', ')}. ` +
      'Nothing was changed. Rename or delete them in HubSpot (Settings, Properties), then run "baton install" again.',
  );
}

function isOurs(property: PropertyDefinition): boolean {
  return property.description.includes(OWNED_BY);
}

async function bringUpToDate(
  schema: CrmSchema,
  objectType: 'contacts' | 'tasks',
  wanted: PropertyDefinition,
  present: ReadonlyMap<string, PropertyDefinition>,
): Promise<InstalledProperty['state']> {
  const standing = present.get(wanted.name);
  if (!standing) return 'created';
  const change = changeNeeded(wanted, standing);
  if (!change) return 'present';
  await schema.updateProperty(objectType, wanted.name, change);
  return 'updated';
}

/**
 * What has to change on a property of ours. An option that the policy no longer has stays, so that old handoffs keep
 * their value ("a code in use cannot be deleted, only retired", P26).
 */
function changeNeeded(
  wanted: PropertyDefinition,
  standing: PropertyDefinition,
): Parameters<CrmSchema['updateProperty']>[2] | null {
  const standingOptions = standing.options ?? [];
  const labels = new Map(standingOptions.map(({ value, label }) => [value, label]));
  const optionsDiffer = (wanted.options ?? []).some(
    ({ value, label }) => labels.get(value) !== label,
  );
  const textDiffers =
    wanted.label !== standing.label || wanted.description !== standing.description;
  if (!optionsDiffer && !textDiffers) return null;
  const wantedValues = new Set(wanted.options?.map(({ value }) => value));
  const retired = standingOptions.filter(({ value }) => !wantedValues.has(value));
  return {
    label: wanted.label,
    description: wanted.description,
    ...(optionsDiffer && wanted.options
      ? {
          options: [...wanted.options, ...retired].map((option, displayOrder) => ({
            ...option,
            displayOrder,
          })),
        }
      : {}),
  };
}
