import { conditionsOf } from '../../condition/conditions-of.ts';
import { fieldFault } from '../../condition/lead-fields.ts';
import { faultAt, type PolicyFault } from './policy-fault.ts';
import { sentence } from '../../words/phrases.ts';
import {
  conditionParts,
  namesAt,
  scoredAt,
  valueAt,
  type ReadablePolicy,
} from './readable-policy.ts';

const COUNT = 'decision.count.';

/** Names of pools, calendars, cadences, rules and fields that lead nowhere. */
export function checkReferences(policy: ReadablePolicy): readonly PolicyFault[] {
  const { document } = policy;
  const pools = namesAt(document, ['routing', 'pools']);
  const calendars = namesAt(document, ['calendars']);
  const cadences = namesAt(document, ['cadences']);
  const tracks = new Set(policy.tracks.map(({ value: { id } }) => id));
  const refers = (
    path: readonly PropertyKey[],
    name: unknown,
    names: ReadonlySet<string>,
    what: string,
  ): readonly PolicyFault[] =>
    typeof name !== 'string' || names.has(name)
      ? []
      : [faultAt(path, `There is no ${what} "${name}".`, among(names, what))];
  return [
    ...policy.tiers.flatMap(({ path, value }) =>
      refers([...path, 'cadence'], value.cadence, cadences, 'cadence'),
    ),
    ...policy.routing.flatMap(({ path, value }) =>
      refers([...path, 'pool'], value.pool, pools, 'pool'),
    ),
    ...policy.pools.flatMap(({ path, value }) => [
      ...refers([...path, 'overflow'], value.overflow, pools, 'pool'),
      ...refers([...path, 'calendar'], value.calendar, calendars, 'calendar'),
    ]),
    ...refers(
      ['routing', 'fallback', 'pool'],
      valueAt(document, ['routing', 'fallback', 'pool']),
      pools,
      'pool',
    ),
    ...policy.reasons.flatMap(({ path, value }) =>
      refers([...path, 'track'], value.track, tracks, 'track'),
    ),
    ...countedRules(policy),
    ...requiredFields(document),
  ];
}

function among(names: ReadonlySet<string>, what: string): string {
  return names.size === 0
    ? `Add a ${what} of this name, or leave the reference out.`
    : `Use one of ${[...names].join(', ')}, or add it.`;
}

function countedRules(policy: ReadablePolicy): readonly PolicyFault[] {
  const ids = new Set(
    scoredAt(policy.document).flatMap((at) => {
      const list = valueAt(policy.document, [...at, 'intent', 'rules']);
      return (Array.isArray(list) ? (list as readonly unknown[]) : []).map((rule) =>
        valueAt(rule, ['id']),
      );
    }),
  );
  return conditionParts(policy).flatMap(({ path, value }) =>
    conditionsOf([value])
      .filter(({ field }) => field.startsWith(COUNT) && !ids.has(field.slice(COUNT.length)))
      .map(({ field }) =>
        faultAt(
          path,
          `"${field}" counts an intent rule that does not exist.`,
          'Use the id of an intent rule.',
        ),
      ),
  );
}

/** Facts of every tier, or tier by tier; a list of fields asks for one of them. */
function requiredFields(document: unknown): readonly PolicyFault[] {
  const lists = [['required'], ...TIER_LISTS.map((tiers) => ['required', tiers])];
  return lists.flatMap((at) => {
    const list = valueAt(document, at);
    if (!Array.isArray(list)) return [];
    return (list as readonly unknown[]).flatMap((fields, index) =>
      [fields].flat().flatMap((field) => {
        const fault = typeof field === 'string' ? fieldFault(field, { decision: false }) : null;
        if (fault === null) return [];
        const [what = '', remedy = 'write contact.<property> or company.<property>'] =
          fault.split('; ');
        return [faultAt([...at, index], `${what}.`, `${sentence(remedy)}.`)];
      }),
    );
  });
}

const TIER_LISTS = ['all', 'tier_1', 'tier_2', 'tier_3'];
