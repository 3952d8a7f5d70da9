import { playbookDefinitions } from './playbook-definitions.ts';
import { playbookOutreach } from './playbook-outreach.ts';
import { playbookRouting } from './playbook-routing.ts';
import { playbookTimes } from './playbook-times.ts';
import { toIso } from '../../instant.ts';
import type { Policy } from '../policy.ts';

/**
 * The playbook of both teams in Markdown (R240): definitions, required fields, routing rules, SLA and qualification
 * steps, plays, cadences, reason codes and roles. All of it comes from the policy, so it cannot say anything else
 * than what is done. The version is shown at the top.
 */
export function playbook(policy: Policy, version: string): string {
  return [
    `# Lead handoff playbook: ${policy.name}`,
    '',
    `Written from policy version ${version}. Change the policy and write it anew; do not edit this text.`,
    '',
    policy.mode === 'live'
      ? `Handoffs are live${policy.goLiveAt === null ? '' : ` since ${toIso(policy.goLiveAt)}`}.`
      : 'Handoffs are observed only: Baton decides and records, and nobody gets a lead.',
    '',
    ...playbookDefinitions(policy),
    ...playbookRouting(policy),
    ...playbookTimes(policy),
    ...playbookOutreach(policy),
  ]
    .join('\n')
    .trimEnd();
}
