import { toIso } from '../../../domain/instant.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import { columns } from '../command-context.ts';
import { tierText } from '../offline/evaluation-text.ts';

/** A policy on one screen: what it is, its lines, its tiers and its pools. `playbook` tells all of it. */
export function policyOutline(version: string, policy: Policy): readonly string[] {
  const { cutoffs, fit, intent, mode, goLiveAt } = policy;
  const pools = Object.entries(policy.routing.pools);
  return [
    `${policy.name}, version ${version}`,
    mode === 'live'
      ? `Mode: live${goLiveAt === null ? '' : ` since ${toIso(goLiveAt)}`}`
      : 'Mode: observe. It decides and records; nobody gets a lead.',
    `Starts a handoff: ${policy.trigger.stages.join(', ')}`,
    `Fit: ${scoredBy(fit)}; A from ${cutoffs.fit.A}, B from ${cutoffs.fit.B}`,
    `Intent: ${scoredBy(intent)}; level 1 from ${cutoffs.intent['1']}, level 2 from ${cutoffs.intent['2']}`,
    '',
    ...columns([
      ['entry', 'tier', 'for'],
      ...policy.tiers.map(({ id, tier, label }) => [id, tierText(tier), label === id ? '' : label]),
    ]),
    '',
    ...(pools.length === 0
      ? ['No pools: nobody would get a lead.']
      : columns([
          ['pool', 'people', 'calendar', 'overflow'],
          ...pools.map(([id, { members, calendar, overflow }]) => [
            id,
            String(members.length),
            calendar ?? '',
            overflow ?? '',
          ]),
        ])),
  ];
}

function scoredBy(model: Policy['fit'] | Policy['intent']): string {
  return model.source === 'property'
    ? `HubSpot's score in ${model.property}`
    : `${model.rules.length} rules`;
}
