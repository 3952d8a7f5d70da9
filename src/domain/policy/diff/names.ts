import type { Policy } from '../policy.ts';

/** What a policy calls the things its values refer to by id; an id that leads nowhere is said as it is. */
export interface Names {
  readonly pool: (id: string) => string;
  readonly cadence: (id: string) => string;
  readonly reason: (code: string) => string;
  readonly intentRule: (id: string) => string;
}

/** The names of one policy; what it does not know is called as in the `other`. */
export function namesOf(policy: Policy, other: Policy): Names {
  const label = (labels: (policy: Policy) => Iterable<readonly [string, string]>) => {
    const known = new Map([...labels(other), ...labels(policy)]);
    return (id: string): string => known.get(id) ?? id;
  };
  const ofRecord = (
    record: Readonly<Record<string, { readonly label: string }>>,
  ): Iterable<readonly [string, string]> =>
    Object.entries(record).map(([id, entry]) => [id, entry.label] as const);
  return {
    pool: label(({ routing }) => ofRecord(routing.pools)),
    cadence: label(({ cadences }) => ofRecord(cadences)),
    reason: label(({ reasons }) => reasons.map((reason) => [reason.code, reason.label])),
    intentRule: label(({ intent }) => intent.rules.map((rule) => [rule.id, rule.label])),
  };
}
