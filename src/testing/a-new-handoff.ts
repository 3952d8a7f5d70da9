import type { NewHandoff } from '../domain/handoff/new-handoff.ts';
import { aVerdict } from './a-verdict.ts';
import { at } from './at.ts';

/** A lead that entered MQL at nine and was routed to owner 1 a minute later, with what a test wants different. */
export function aNewHandoff(override: Partial<NewHandoff> = {}): NewHandoff {
  return {
    facts: {
      id: '101',
      properties: { email: 'mia.sommer@example.com', handoff_fit_override: null },
      company: null,
    },
    decision: aVerdict(),
    attempt: 1,
    entry: { stage: 'marketingqualifiedlead', enteredAt: at('2026-11-20T09:00:00Z') },
    trigger: 'became Marketing Qualified Lead',
    previous: null,
    mode: 'live',
    policyVersion: 'v1',
    status: 'awaiting_decision',
    route: {
      ownerId: '1',
      pool: 'global',
      via: 'pool',
      rule: null,
      reason: 'It was your turn in the pool global.',
      dueAt: '2026-11-20T09:31:00.000Z',
      warnAt: '2026-11-20T09:06:00.000Z',
      blocks: [],
      calendar: "the rep's own hours (Europe/Berlin)",
      trace: [],
    },
    nextAction: { text: 'Call, then decide', dueAt: at('2026-11-20T09:31:00Z') },
    checkAt: at('2026-11-20T09:06:00Z'),
    assigned: { ownerId: '1', dueAt: at('2026-11-20T09:31:00Z'), slaStatus: 'running' },
    stage: 'ae',
    now: at('2026-11-20T09:01:00Z'),
    ...override,
  };
}
