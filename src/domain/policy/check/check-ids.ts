import { faultAt, type PolicyFault } from './policy-fault.ts';
import { scoredAt, valueAt, type ReadablePolicy } from './readable-policy.ts';

interface IdSpace {
  readonly lists: readonly (readonly PropertyKey[])[];
  readonly key: string;
}

/** Lists whose entries need ids of their own. */
const ID_SPACES: readonly IdSpace[] = [
  { lists: [['models']], key: 'id' },
  { lists: [['tracks']], key: 'id' },
  { lists: [['disqualify']], key: 'id' },
  { lists: [['tiers']], key: 'id' },
  { lists: [['routing', 'rules']], key: 'id' },
  { lists: [['plays']], key: 'id' },
  { lists: [['reasons']], key: 'code' },
];

/** Ids that stand twice; reads them also from entries that have other faults. */
export function checkIds({ document, pools }: ReadablePolicy): readonly PolicyFault[] {
  // Fit and intent rules share one list of signals in the CRM, so an id may not stand in both; a model has its own rules
  // for what the policy calls the same.
  const scored = scoredAt(document).map((at): IdSpace => ({
    lists: [
      [...at, 'fit', 'rules'],
      [...at, 'intent', 'rules'],
    ],
    key: 'id',
  }));
  const twice = [...scored, ...ID_SPACES].flatMap(({ lists, key }) => {
    const seen = new Map<string, string>();
    return lists
      .flatMap((list) => entries(document, list))
      .flatMap(({ path, value }) => {
        const id = valueAt(value, [key]);
        if (typeof id !== 'string') return [];
        const first = seen.get(id);
        if (first === undefined) {
          seen.set(id, path.join('.'));
          return [];
        }
        return [
          faultAt(
            [...path, key],
            `The ${key} "${id}" stands at ${first} already.`,
            'Give each entry its own.',
          ),
        ];
      });
  });
  const members = pools.flatMap(({ path, value }) => {
    const ids = value.members.map(({ ownerId }) => ownerId);
    return ids.flatMap((id, index) =>
      ids.indexOf(id) === index
        ? []
        : [
            faultAt(
              [...path, 'members', index],
              `Owner ${id} is in this pool already.`,
              'Remove one of the two.',
            ),
          ],
    );
  });
  return [...twice, ...members];
}

function entries(
  document: unknown,
  list: readonly PropertyKey[],
): readonly { readonly path: readonly PropertyKey[]; readonly value: unknown }[] {
  const found = valueAt(document, list);
  return Array.isArray(found)
    ? found.map((value: unknown, index) => ({ path: [...list, index], value }))
    : [];
}
