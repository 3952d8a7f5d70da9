import { describeCondition } from '../../condition/describe-condition.ts';
import { markdownList, markdownTable } from './markdown.ts';
import { DECIDER_WORDS } from '../decider-words.ts';
import type { Policy, PoolShare, Routing } from '../policy.ts';

/** Playbook: who gets a lead, which pools there are and which of them qualify first, and who stands for what. */
export function playbookRouting(policy: Policy): readonly string[] {
  return [
    '## Who gets the lead',
    '',
    ...(Object.keys(policy.routing.pools).length > 0
      ? routing(policy.routing)
      : ['This policy names no pools, so nobody gets a lead by themselves yet.', '']),
    ...roles(policy),
  ];
}

function routing({
  keepContactOwner,
  keepAccountOwner,
  rules,
  pools,
  fallback,
}: Routing): readonly string[] {
  return [
    'Asked in this order; the first who is there and free to take it gets the lead.',
    '',
    ...markdownList([
      'The host of a meeting that is booked already.',
      ...(keepContactOwner ? ['The owner of the contact, where they work this segment.'] : []),
      'The rep who works another lead of the same company.',
      ...(keepAccountOwner ? ['The owner of the company, then of an open deal.'] : []),
      'Otherwise somebody of the pool, in turn and by weight.',
    ]),
    ...markdownTable(
      ['Pool', 'Gets', 'When'],
      rules.map(({ label, when, pool }) => [pool, label, describeCondition(when)]),
    ),
    ...(fallback
      ? [
          `Leads that no rule sends anywhere go to the pool ${fallback.pool}. Where nobody is free, ${ownerText(fallback.processOwner)} assigns the lead within ${fallback.dueMinutes} working minutes.`,
          '',
        ]
      : []),
    ...markdownTable(
      ['Pool', 'Members', 'First step', 'Hours', 'Overflow'],
      Object.values(pools).map((pool) => [
        pool.label,
        pool.members.map(memberText).join('; '),
        pool.qualifies ? 'qualify, then hand on' : 'work the lead',
        pool.calendar ?? 'office hours',
        pool.overflow ?? 'none',
      ]),
    ),
  ];
}

function memberText({ ownerId, weight, capacity }: PoolShare): string {
  const details = [
    ...(weight === 1 ? [] : [`weight ${weight}`]),
    ...(capacity === null ? [] : [`at most ${capacity} open`]),
  ];
  return `owner ${ownerId}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
}

function ownerText(ownerId: string | null): string {
  return ownerId === null ? 'RevOps' : `owner ${ownerId}`;
}

function roles({ roles: people, decide, publish }: Policy): readonly string[] {
  const lines = [
    ...Object.entries(people).flatMap(([role, ownerId]) =>
      ownerId === null ? [] : [`${role}: owner ${ownerId}`],
    ),
    `accept, reject, recycle: ${DECIDER_WORDS[decide.who]}`,
    ...(publish.who.length > 0
      ? [`publish a policy: ${publish.who.map(ownerText).join(', ')}`]
      : []),
    ...(publish.needs.length > 0
      ? [`a new policy needs the agreement of ${publish.needs.join(' and ')}`]
      : []),
  ];
  return ['## Roles', '', ...markdownList(lines)];
}
