import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { NO_CLOCK } from '../src/domain/handoff/evolve.ts';
import { handEdit } from '../src/domain/handoff/hand-edit.ts';
import type { Handoff } from '../src/domain/handoff/handoff.ts';
import type { HandoffState } from '../src/domain/handoff/progress.ts';
import { contactId, handoffId, ownerId } from '../src/domain/ids.ts';
import { fieldsIn } from '../src/domain/condition/condition-schema.ts';
import { normalisePolicy } from '../src/domain/policy/normalise-policy.ts';
import { requiredFields } from '../src/domain/policy/policy-properties.ts';
import { defaultPolicy } from '../src/domain/policy/default/default-policy.ts';
import { HANDOFF } from '../src/domain/property-names.ts';
import { readSubscriptions, type WebhooksConfig } from '../src/portal/webhooks/subscriptions.ts';
import { aVerdict } from '../src/testing/a-verdict.ts';
import { at } from '../src/testing/at.ts';

const OWNER = ownerId('1');
const DECIDED = { at: at('2026-11-20T10:00:00Z'), by: OWNER, note: '' };

/** One of each kind of state that an edit by hand is told apart in. */
const STATES: readonly HandoffState[] = [
  { status: 'awaiting_decision', owner: OWNER },
  { status: 'held_needs_data', dueAt: null },
  {
    status: 'accepted',
    owner: OWNER,
    acceptance: 'outreach_started',
    meeting: null,
    ...DECIDED,
  },
  { status: 'rejected', reasonCode: 'wrong_icp', owes: null, revisitOn: null, ...DECIDED },
  { status: 'recycled', reasonCode: 'timing', owes: null, revisitOn: null, ...DECIDED },
  { status: 'closed', outcome: null, accepted: null },
];

function aHandoff(state: HandoffState): Handoff {
  return {
    id: handoffId('101', 1),
    contactId: contactId('101'),
    attempt: 1,
    opened: {
      at: at('2026-11-20T09:01:00Z'),
      trigger: 'became Marketing Qualified Lead',
      mode: 'live',
      policyVersion: 'v1',
      verdict: aVerdict(),
      facts: { id: '101', properties: {}, company: null },
    },
    entries: [],
    state,
    assignment: null,
    clock: NO_CLOCK,
    touches: 0,
    nextStep: null,
    events: [],
    version: 0,
    undo: null,
    earlier: [],
    shed: [],
  };
}

/** Properties of the contact that tell an edit by hand, whatever the state. */
function readByHandEdit(): readonly string[] {
  const read = new Set<string>();
  const contact: Readonly<Record<string, string | null>> = new Proxy(
    {},
    {
      get: (_values, name) => {
        read.add(String(name));
        return null;
      },
    },
  );
  for (const state of STATES) handEdit(aHandoff(state), contact);
  return [...read];
}

describe('webhooks-hsmeta.json', () => {
  let watched: readonly string[];

  beforeAll(async () => {
    const file = path.join(import.meta.dirname, 'webhooks/webhooks-hsmeta.json');
    const { config } = JSON.parse(await readFile(file, 'utf8')) as { config: WebhooksConfig };
    const object = { contacts: 'contact', companies: 'company' } as const;
    watched = readSubscriptions(config).flatMap(({ objectType, propertyName }) =>
      propertyName !== null && (objectType === 'contacts' || objectType === 'companies')
        ? `${object[objectType]}.${propertyName}`
        : [],
    );
  });

  test('watches every fact that the default policy requires', () => {
    const required = requiredFields(normalisePolicy(defaultPolicy)).flatMap(fieldsIn);
    expect(required).not.toHaveLength(0);
    expect(watched).toEqual(expect.arrayContaining(required));
  });

  test('watches every way to reach a lead, without which it waits for data', () => {
    expect(watched).toEqual(
      expect.arrayContaining(['contact.email', 'contact.phone', 'contact.mobilephone']),
    );
  });

  test('watches every property by which a person may decide', () => {
    const read = readByHandEdit();
    expect(read).toContain(HANDOFF.status);
    expect(watched).toEqual(expect.arrayContaining(read.map((name) => `contact.${name}`)));
  });

  test('watches the exception to the fit, and the reason without which it counts for nothing', () => {
    const names = [HANDOFF.fitOverride, HANDOFF.fitOverrideReason];
    expect(watched).toEqual(expect.arrayContaining(names.map((name) => `contact.${name}`)));
  });

  test('watches nothing twice, so that HubSpot tells once', () => {
    expect(watched).toEqual([...new Set(watched)]);
  });
});
