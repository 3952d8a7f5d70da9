import type { Policy } from '../../domain/policy/policy.ts';
import type { Directory } from '../directory.ts';
import type { CrmOwner } from '../ports/crm.ts';

/** The person in front of the card, as HubSpot's signature names them. */
export interface CardPerson {
  /** Null for a user who owns nothing in HubSpot. */
  readonly owner: CrmOwner | null;
  /** May see why colleagues were passed over and may decide in a rep's place. */
  readonly manages: boolean;
}

/**
 * Who is in front of the card. The user id comes from the signed query and is mapped through the owners API
 * (design §6); it is never taken from the body.
 */
export function cardPerson(
  userId: string | null,
  directory: Directory,
  policy: Policy,
): CardPerson {
  const owner =
    userId === null
      ? null
      : (directory.owners.find((one) => one.active && one.userId === userId) ?? null);
  const managers = new Set([
    ...Object.values(policy.roles),
    ...Object.values(policy.routing.pools).flatMap(({ lead }) => lead ?? []),
  ]);
  return { owner, manages: owner !== null && managers.has(owner.ownerId) };
}

/**
 * Why this person may not decide, in words; null when they may (design §6, `decide.who`, default
 * `owner_or_manager`).
 */
export function refusalFor(
  person: CardPerson,
  ownerId: string | null,
  policy: Policy,
  directory: Directory,
): string | null {
  if (!person.owner) {
    return 'Your HubSpot user is no active owner in this portal, so you can look and not decide.';
  }
  const who = policy.decide.who;
  if (who === 'anyone' || person.owner.ownerId === ownerId) return null;
  if (who === 'owner_or_manager' && person.manages) return null;
  const name = nameOf(directory, ownerId);
  return name === null
    ? 'Nobody owns this handoff yet. RevOps assigns it first.'
    : `This handoff belongs to ${name}. Ask them, or a manager, to decide.`;
}

/** An owner's name, or null where there is none. */
export function nameOf(directory: Directory, ownerId: string | null): string | null {
  if (!ownerId) return null;
  return directory.owners.find((one) => one.ownerId === ownerId)?.name ?? `owner ${ownerId}`;
}
