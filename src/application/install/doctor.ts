import { toIso } from '../../domain/instant.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Directory } from '../directory.ts';
import type { LivePolicy } from '../live-policy.ts';
import { AppError } from '../ports/app-error.ts';
import type { CrmOwner, CrmSchema } from '../ports/crm.ts';
import type { PolicyStore } from '../ports/policy-store.ts';
import type { Queue } from '../ports/queue.ts';
import { missingProperties } from './install-properties.ts';
import { policyOptions } from './policy-options.ts';

/** One thing doctor looked at. `fail` stops handoffs or makes them wrong; `warn` deserves a look. */
export interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly message: string;
  /** What to do about it; empty when all is well. */
  readonly remedy: string;
}

/** What doctor needs. */
export interface DoctorDeps {
  readonly schema: CrmSchema;
  readonly policies: PolicyStore;
  readonly queue: Queue;
  readonly directory: () => Promise<Directory>;
  readonly preparePolicy: (version: string, document: unknown) => LivePolicy;
}

const ROLES = ['revops', 'marketing', 'sales', 'leadership'] as const;

/** Says what is missing for handoffs to work and how to mend it. Reads only. */
export async function doctor(deps: DoctorDeps): Promise<readonly Finding[]> {
  const connection = await attempt('HubSpot answers', deps.directory, (directory) => [
    fine(
      'HubSpot answers',
      `${directory.owners.length} owners in portal ${directory.account.portalId}`,
    ),
  ]);
  const live = await deps.policies.live();
  if (!live) {
    return [
      ...connection,
      failed('Policy', 'No policy is published.', 'Run "baton install".'),
      ...(await queueFindings(deps.queue)),
    ];
  }
  const policy = await attempt(
    'Policy',
    () => Promise.resolve(deps.preparePolicy(live.version, live.document)),
    ({ policy }) => [modeFinding(policy, live.version)],
  );
  if (policy.some(({ state }) => state === 'fail')) {
    return [...connection, ...policy, ...(await queueFindings(deps.queue))];
  }
  const prepared = deps.preparePolicy(live.version, live.document).policy;
  return [
    ...connection,
    ...policy,
    ...(await attempt(
      'Properties',
      () => missingProperties(deps.schema, policyOptions(prepared)),
      propertyFindings,
    )),
    ...(await attempt(
      'Trigger stages',
      () => deps.schema.readProperties('contacts'),
      (present) =>
        stageFindings(
          prepared,
          present.get('lifecyclestage')?.options?.map(({ value }) => value) ?? [],
        ),
    )),
    ...(await attempt('People', deps.directory, ({ owners }) => peopleFindings(prepared, owners))),
    ...(await queueFindings(deps.queue)),
  ];
}

/** Runs one look; an error of ours becomes a finding, because the other looks still help. */
async function attempt<T>(
  check: string,
  look: () => Promise<T>,
  findings: (value: T) => readonly Finding[],
): Promise<readonly Finding[]> {
  try {
    return findings(await look());
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [failed(check, error.message, 'Mend what the message names, then run doctor again.')];
  }
}

function modeFinding(policy: Policy, version: string): Finding {
  if (policy.mode === 'live') {
    const since = policy.goLiveAt === null ? 'its publication' : toIso(policy.goLiveAt);
    return fine('Policy', `${version} is live since ${since}.`);
  }
  return warning(
    'Policy',
    `${version} only observes: it decides and records, and assigns nobody.`,
    'Run "baton go-live" when the decisions look right.',
  );
}

function propertyFindings(
  problems: readonly { readonly name: string; readonly problem: string }[],
): readonly Finding[] {
  if (problems.length === 0) return [fine('Properties', 'All there and up to date.')];
  const foreign = problems.filter(({ problem }) => problem === 'foreign');
  const ours = problems.filter(({ problem }) => problem !== 'foreign');
  return [
    ...(foreign.length > 0
      ? [
          failed(
            'Properties',
            `${names(foreign)}: made by somebody else.`,
            'Rename or delete them in HubSpot (Settings, Properties), then run "baton install".',
          ),
        ]
      : []),
    ...(ours.length > 0
      ? [failed('Properties', `${names(ours)}: missing or outdated.`, 'Run "baton install".')]
      : []),
  ];
}

function stageFindings(policy: Policy, stages: readonly string[]): readonly Finding[] {
  const unknown = policy.trigger.stages.filter((stage) => !stages.includes(stage));
  return unknown.length === 0
    ? [fine('Trigger stages', policy.trigger.stages.join(', '))]
    : [
        failed(
          'Trigger stages',
          `This portal has no lifecycle stage ${unknown.join(', ')}.`,
          'Correct trigger.stages in the policy; custom stages have numeric ids.',
        ),
      ];
}

function peopleFindings(policy: Policy, owners: readonly CrmOwner[]): readonly Finding[] {
  const byId = new Map(owners.map((owner) => [owner.ownerId, owner]));
  const pools = Object.entries(policy.routing.pools);
  const members = [
    ...new Set(pools.flatMap(([, pool]) => pool.members.map(({ ownerId }) => ownerId))),
  ];
  const gone = members.filter((id) => byId.get(id)?.active !== true);
  const withoutHours = members.filter((id) => {
    const owner = byId.get(id);
    return owner?.active === true && (owner.timeZone === null || owner.workingHours === null);
  });
  const empty = pools.filter(
    ([, pool]) => !pool.members.some(({ ownerId }) => byId.get(ownerId)?.active),
  );
  const unnamed = ROLES.filter((role) => byId.get(policy.roles[role] ?? '')?.active !== true);
  return [
    pools.length === 0
      ? failed('Pools', 'The policy has no pool.', 'Add routing.pools with members to the policy.')
      : empty.length > 0
        ? failed(
            'Pools',
            `Nobody active in ${empty.map(([id]) => id).join(', ')}.`,
            'Add members in routing.pools, or give the pool an overflow.',
          )
        : fine('Pools', `${pools.length} pools, ${members.length} people.`),
    ...(gone.length > 0
      ? [
          warning(
            'Pool members',
            `Owners ${gone.join(', ')} are not active in HubSpot and get nothing.`,
            'Take them out of routing.pools.',
          ),
        ]
      : []),
    ...(withoutHours.length > 0
      ? [
          warning(
            'Working hours',
            `Owners ${withoutHours.join(', ')} have no working hours in HubSpot: the pool's count.`,
            'Each of them sets time zone and hours in HubSpot (profile, Availability).',
          ),
        ]
      : []),
    unnamed.length === 0
      ? fine('Roles', 'All four have a person.')
      : warning(
          'Roles',
          `Nobody active is named for ${unnamed.join(', ')}.`,
          'Set their owner ids under roles in the policy: handoffs on hold go to them.',
        ),
  ];
}

async function queueFindings(queue: Queue): Promise<readonly Finding[]> {
  const { deliveries, contacts, dead } = await queue.depth();
  return [
    dead === 0
      ? fine('Queue', `${deliveries + contacts} waiting.`)
      : failed(
          'Queue',
          `${dead} contacts could not be processed.`,
          'Read them with "baton dead-letters list", mend the cause, then "baton dead-letters redrive".',
        ),
  ];
}

function names(problems: readonly { readonly name: string }[]): string {
  return problems.map(({ name }) => name).join(', ');
}

function fine(check: string, message: string): Finding {
  return { check, state: 'ok', message, remedy: '' };
}

function warning(check: string, message: string, remedy: string): Finding {
  return { check, state: 'warn', message, remedy };
}

function failed(check: string, message: string, remedy: string): Finding {
  return { check, state: 'fail', message, remedy };
}
