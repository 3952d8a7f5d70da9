import type { ObjectTypeName } from './object-types.ts';

/** A kind of association between two object types, in one direction. */
export interface AssociationType {
  readonly id: number;
  readonly from: ObjectTypeName;
  readonly to: ObjectTypeName;
  /** null for the plain, unlabelled association. */
  readonly label: string | null;
  /** The id of the same association seen from the other side. */
  readonly inverse: number;
}

/** From, id, to, id of the inverse, label. HUBSPOT_DEFINED ids (hubspot §8.7;
 * those of communications from HubSpot docs, "Associations"). */
const PAIRS: readonly (readonly [
  ObjectTypeName,
  number,
  ObjectTypeName,
  number,
  (string | null)?,
])[] = [
  ['contacts', 279, 'companies', 280],
  ['contacts', 1, 'companies', 2, 'Primary'],
  ['deals', 3, 'contacts', 4],
  ['deals', 341, 'companies', 342],
  ['deals', 5, 'companies', 6, 'Primary'],
  ['tasks', 204, 'contacts', 203],
  ['tasks', 192, 'companies', 191],
  ['tasks', 216, 'deals', 215],
  ['notes', 202, 'contacts', 201],
  ['notes', 190, 'companies', 189],
  ['notes', 214, 'deals', 213],
  ['calls', 194, 'contacts', 193],
  ['calls', 182, 'companies', 181],
  ['calls', 206, 'deals', 205],
  ['emails', 198, 'contacts', 197],
  ['emails', 186, 'companies', 185],
  ['emails', 210, 'deals', 209],
  ['meetings', 200, 'contacts', 199],
  ['meetings', 188, 'companies', 187],
  ['meetings', 212, 'deals', 211],
  ['communications', 81, 'contacts', 82],
  ['communications', 87, 'companies', 88],
  ['communications', 85, 'deals', 86],
];

/** Every association type, both directions. */
export const ASSOCIATION_TYPES: readonly AssociationType[] = PAIRS.flatMap(
  ([from, id, to, inverse, label = null]) => [
    { id, from, to, label, inverse },
    { id: inverse, from: to, to: from, label, inverse: id },
  ],
);

const BY_ID: ReadonlyMap<number, AssociationType> = new Map(
  ASSOCIATION_TYPES.map((type) => [type.id, type]),
);

/** The association type with that id. */
export function findAssociationType(id: number): AssociationType | undefined {
  return BY_ID.get(id);
}

/** The unlabelled association type from one object type to another. */
export function defaultAssociationType(
  from: ObjectTypeName,
  to: ObjectTypeName,
): AssociationType | undefined {
  return ASSOCIATION_TYPES.find(
    (type) => type.from === from && type.to === to && type.label === null,
  );
}

/** The association type that marks the primary company of a contact or deal. */
export function primaryAssociationType(
  from: ObjectTypeName,
  to: ObjectTypeName,
): AssociationType | undefined {
  return ASSOCIATION_TYPES.find(
    (type) => type.from === from && type.to === to && type.label === 'Primary',
  );
}
