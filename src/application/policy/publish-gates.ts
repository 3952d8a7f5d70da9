import { isSame } from '../../domain/policy/diff/is-same.ts';
import type { Policy, Role } from '../../domain/policy/policy.ts';
import type { PolicyDocument } from '../../domain/policy/policy-document.ts';
import { listed } from '../../domain/words/phrases.ts';
import type { LivePolicy } from '../live-policy.ts';
import type { PolicyDraft } from '../ports/policy-store.ts';
import { ADMIN } from './policy-change.ts';
import { PolicyNotAllowedError, PolicyNotPublishableError } from './policy-errors.ts';

/** Parts of a policy in force whose loss stops a portal; taking one away has to be said. */
export const LOSSES = ['live', 'pools', 'roles', 'calendars'] as const;

/** One of {@link LOSSES}. */
export type Loss = (typeof LOSSES)[number];

/**
 * Only those whom the policy in force names may change it (`publish.who`); where it names nobody, anybody may who gets
 * this far.
 *
 * @throws PolicyNotAllowedError naming who may
 */
export function refuseStrangers(live: LivePolicy | null, by: string): void {
  const who = live?.policy.publish.who ?? [];
  if (who.length === 0 || who.includes(by)) return;
  throw new PolicyNotAllowedError(
    `Only ${listed(who.map(personWords))} may publish (publish.who), and this is ${personWords(by)}. Let them publish it; on the command line --by says who you are.`,
  );
}

/**
 * The roles that the policy in force asks (`publish.needs`) must have agreed to exactly this document. Whoever
 * publishes agrees by doing so; a role that nobody stands for cannot be asked.
 *
 * @throws PolicyNotAllowedError naming who has not agreed
 */
export function refuseWithoutAgreement(
  live: LivePolicy | null,
  document: PolicyDocument,
  { by, draft }: { readonly by: string; readonly draft: PolicyDraft | null },
): void {
  if (live === null) return;
  const { publish, roles } = live.policy;
  const given =
    draft?.base === live.version && isSame(draft.document, document) ? draft.approvals : [];
  const open = publish.needs.filter((role) => {
    const person = roles[role];
    const agreed = given.some((one) => one.role === role && one.by === person);
    return person !== null && person !== by && !agreed;
  });
  if (open.length === 0) return;
  const people = open.map((role) => `${role} (${personWords(roles[role] ?? '')})`);
  throw new PolicyNotAllowedError(
    `A new policy needs the agreement of ${listed(people)} (publish.needs). Save it with "baton policy draft <file> --expected ${live.version}", let each of them approve it with "baton policy approve --by <owner id>", then publish that file.`,
  );
}

/**
 * A portal is not taken offline by a file in which something is missing.
 *
 * @param live - the policy in force
 * @param policy - the one that is to follow
 * @param without - what the author says shall go
 *
 * @throws PolicyNotPublishableError naming what would be lost
 */
export function refuseLosses(
  live: LivePolicy | null,
  policy: Policy,
  without: readonly Loss[],
): void {
  if (live === null) return;
  const lost = LOSSES.filter(
    (part) => HAS[part](live.policy) && !HAS[part](policy) && !without.includes(part),
  );
  if (lost.length === 0) return;
  throw new PolicyNotPublishableError(
    `This would take away what ${live.version} has: ${listed(lost.map((part) => LOSS_WORDS[part]))}. Put it into the file, or publish with --without ${lost.join(',')} if that is what you want.`,
  );
}

/** Roles of the policy in force that a person stands for. */
export function rolesOf({ policy }: LivePolicy, ownerId: string): readonly Role[] {
  return (Object.entries(policy.roles) as [Role, string | null][]).flatMap(([role, person]) =>
    person === ownerId ? [role] : [],
  );
}

const HAS: Readonly<Record<Loss, (policy: Policy) => boolean>> = {
  live: ({ mode }) => mode === 'live',
  pools: ({ routing }) => Object.keys(routing.pools).length > 0,
  roles: ({ roles }) => Object.values(roles).some((person) => person !== null),
  calendars: ({ calendars }) => Object.keys(calendars).length > 0,
};

const LOSS_WORDS: Readonly<Record<Loss, string>> = {
  live: 'that it is live',
  pools: 'its pools',
  roles: 'the people in its roles',
  calendars: 'its calendars',
};

function personWords(by: string): string {
  return by === ADMIN ? 'the admin at this machine' : `owner ${by}`;
}
