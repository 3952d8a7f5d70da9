import { faultAt, type PolicyFault } from './policy-fault.ts';
import { valueAt, type ReadablePolicy } from './readable-policy.ts';

/**
 * Lists whose entries need ids of their own. Fit and intent rules share one list of signals in the CRM, so an id may
 * not stand in both.
 */
const ID_SPACES: readonly {
  readonly lists: readonly (readonly string[])[];
  readonly key: string;
}[] = [
  {
    lists: [
      ['fit', 'rules'],
      ['intent', 'rules'],
    ],
    key: 'id',
  },
  { lists: [['disqualify']], key: 'id' },
  { lists: [['tiers']], key: 'id' },
  { lists: [['routing', 'rules']], key: 'id' },
  { lists: [['plays']], key: 'id' },
  { lists: [['reasons']], key: 'code' },
];

/** Ids that stand twice; reads them also from entries that have other faults. */
export function checkIds({ document, pools }: ReadablePolicy): readonly PolicyFault[] {
  const twice = ID_SPACES.flatMap(({ lists, key }) => {
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
  list: readonly string[],
): readonly { readonly path: readonly PropertyKey[]; readonly value: unknown }[] {
  const found = valueAt(document, list);
  return Array.isArray(found)
    ? found.map((value: unknown, index) => ({ path: [...list, index], value }))
    : [];
}
