import fc from 'fast-check';
import type { PropertyValues } from '../domain/condition/lead-facts.ts';
import { parseDay, type Day } from '../domain/day.ts';
import type { Command } from '../domain/handoff/command.ts';
import { ACCEPTANCES, SOMEBODY, type Actor } from '../domain/handoff/progress.ts';
import { HANDOFF_STATUSES } from '../domain/handoff/handoff-status.ts';
import { HANDOFF } from '../domain/property-names.ts';
import type { SlaTarget } from '../domain/sla/sla-target.ts';
import type { Verdict } from '../domain/qualification/verdict.ts';
import { ADA, BEN, CLEO } from './surroundings.ts';

/** Something that can happen to a handoff, as data, so that fast-check can shrink a life. */
export type Act =
  | { readonly act: 'asks'; readonly by: Actor; readonly command: Command; readonly to: Way }
  /** The last decision is taken back by whoever made it. */
  | { readonly act: 'undoes' }
  /** The same request once more, with the same input. */
  | { readonly act: 'asks_again' }
  | {
      readonly act: 'edits';
      readonly by: Actor;
      readonly values: PropertyValues;
      readonly to: Way;
      readonly found: Partial<Verdict>;
    }
  /** Baton looks again: at a hold whose facts may be there, or at a lead for whom somebody is free. */
  | { readonly act: 'looks'; readonly to: Way; readonly found: Partial<Verdict> }
  | { readonly act: 'waits'; readonly minutes: number };

/** Where routing sends the lead when an act needs it routed. */
export interface Way {
  /** Null where nobody can take it. */
  readonly owner: string | null;
  readonly via: string;
}

/** A handoff's life: how it begins, and what happens to it. */
export interface Life {
  readonly opening: { readonly found: Partial<Verdict>; readonly to: Way };
  /** Whether accepting moves HubSpot's lifecycle stage, and so cannot be undone. */
  readonly acceptMovesStage: boolean;
  readonly acts: readonly Act[];
}

const dayOf = (raw: string): Day => {
  const day = parseDay(raw);
  if (day === null) throw new Error(`Not a day: ${raw}`);
  return day;
};
const rep = fc.constantFrom(ADA, BEN, CLEO);
const day = fc.constantFrom('2026-11-18', '2026-11-23', '2026-12-24', '2027-03-01').map(dayOf);
const dayOrNone = fc.option(day, { freq: 3 });
const note = fc.constantFrom('', 'They asked for a call next week.', 'Wrong “region” & team');
const reasonCode = fc.constantFrom(
  ...['wrong_icp', 'unclear_fit', 'other', 'timing', 'no_response', 'wrong_owner'],
  ...['no_longer_used', 'no_such_reason', ''],
);
const way: fc.Arbitrary<Way> = fc.oneof(
  { weight: 4, arbitrary: rep.map((owner) => ({ owner, via: 'pool' })) },
  { weight: 1, arbitrary: rep.map((owner) => ({ owner, via: 'meeting_host' })) },
  { weight: 1, arbitrary: fc.constant({ owner: null, via: 'nobody_eligible' }) },
);
const acceptance = fc.oneof(
  fc
    .constantFrom(ACCEPTANCES[0], ACCEPTANCES[2])
    .map((kind) => ({ acceptance: kind, meeting: null })),
  dayOrNone.map((meeting) => ({ acceptance: ACCEPTANCES[1], meeting })),
);

const toSales = fc.constantFrom<Partial<Verdict>>(
  {},
  { tier: 'tier_2', cadence: 'tier-2', sla: { businessDays: 1 } },
  { tier: 'tier_2', cadence: null, sla: null },
);
const toNobody = fc.constantFrom<Partial<Verdict>>(
  { status: 'held_needs_data', tier: null, sla: null, missing: ['company.name'] },
  { status: 'held_needs_data', tier: null, sla: null, missing: ['contact.email'] },
  { status: 'held_for_review', tier: 'tier_1' },
  { status: 'nurture', tier: 'tier_3', cadence: 'tier-3', sla: { businessDays: 3 } },
  {
    status: 'disqualified',
    tier: null,
    sla: null,
    disqualified: { rule: 'free', reasonCode: 'wrong_icp', label: 'a private address' },
  },
);
const toAccount: fc.Arbitrary<Partial<Verdict>> = fc
  .constantFrom<SlaTarget | null>({ minutes: 60 }, { businessDays: 1 }, null)
  .map((sla) => ({
    status: 'diverted',
    sla,
    diverted: { rule: 'customer', reasonCode: 'customer', label: 'already a customer' },
  }));
const verdict = fc.oneof(
  { weight: 2, arbitrary: toSales },
  { weight: 1, arbitrary: toNobody },
  { weight: 1, arbitrary: toAccount },
);

const command: fc.Arbitrary<Command> = fc.oneof(
  fc
    .record({ do: fc.constant('accept' as const), note, kind: acceptance })
    .map(({ kind, ...one }) => ({
      ...one,
      ...kind,
    })),
  fc.record({ do: fc.constant('reject' as const), reasonCode, note }),
  fc.record({ do: fc.constant('recycle' as const), reasonCode, note, revisitOn: dayOrNone }),
  fc.record({ do: fc.constant('pass_on' as const), reasonCode, note, routed: fc.constant(null) }),
  fc.constant({ do: 'undo' as const }),
  fc.record({
    do: fc.constant('log_attempt' as const),
    channel: fc.constantFrom('phone', 'email'),
    result: fc.constantFrom('connected', 'no_answer', 'bounced'),
    noted: fc.boolean(),
    nextStep: fc.constantFrom('Call again', 'Send the offer'),
    nextStepOn: dayOrNone,
  }),
);

const anyEdit: fc.Arbitrary<PropertyValues> = fc.record(
  {
    [HANDOFF.status]: fc.constantFrom(...HANDOFF_STATUSES),
    [HANDOFF.acceptance]: fc.constantFrom(...ACCEPTANCES),
    [HANDOFF.reasonCode]: reasonCode,
    [HANDOFF.decisionNote]: note,
    [HANDOFF.revisitOn]: day,
    hubspot_owner_id: rep,
    lifecyclestage: fc.constantFrom('opportunity', 'customer', 'lead', 'marketingqualifiedlead'),
    hs_v2_date_entered_marketingqualifiedlead: fc.constantFrom(
      '2026-11-20T09:00:00.000Z',
      '2026-11-27T09:00:00.000Z',
      '2026-12-27T09:00:00.000Z',
    ),
  },
  { requiredKeys: [] },
);

/** What people do on their phones: the state first, then the reason, then a correction. */
const edited = fc.oneof(
  anyEdit,
  fc.record({
    [HANDOFF.status]: fc.constantFrom('accepted', 'awaiting_decision'),
  }),
  fc.record({ [HANDOFF.status]: fc.constantFrom('rejected', 'recycled') }),
  {
    weight: 2,
    arbitrary: fc.record({
      [HANDOFF.reasonCode]: fc.constantFrom('wrong_icp', 'timing', 'no_response'),
    }),
  },
  fc.record({ [HANDOFF.acceptance]: fc.constantFrom(...ACCEPTANCES) }),
  fc.record({ hubspot_owner_id: rep }),
);

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constant('asks' as const),
      by: rep,
      command,
      to: way,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ act: 'asks_again' as const }) },
  { weight: 4, arbitrary: fc.constant({ act: 'undoes' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('edits' as const),
      by: fc.constantFrom<Actor>(SOMEBODY, ADA),
      values: edited,
      to: way,
      found: verdict,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('looks' as const), to: way, found: verdict }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('waits' as const),
      minutes: fc.constantFrom(1, 4, 6, 45, 8 * 60, 24 * 60, 9 * 24 * 60, 100 * 24 * 60),
    }),
  },
);

/** Lives of up to twenty acts, allowed and not, by whoever may and whoever may not. */
export const aLife: fc.Arbitrary<Life> = fc.record({
  opening: fc.record({ found: verdict, to: way }),
  acceptMovesStage: fc.boolean(),
  acts: fc.array(act, { maxLength: 20, size: 'max' }),
});

function attempt(result: string): Command {
  const nextStep = 'Call again';
  return { do: 'log_attempt', channel: 'phone', result, noted: false, nextStep, nextStepOn: null };
}

const toAda: Way = { owner: ADA, via: 'pool' };
const asks = (wanted: Command): Act => ({ act: 'asks', by: ADA, command: wanted, to: toAda });
const edits = (values: PropertyValues): Act => ({
  act: 'edits',
  by: SOMEBODY,
  values,
  to: toAda,
  found: {},
});

/** A customer's request: passed on, missed by mail and answered. */
export const A_CUSTOMERS_LIFE: Life = {
  opening: {
    found: {
      status: 'diverted',
      diverted: { rule: 'customer', reasonCode: 'customer', label: 'already a customer' },
    },
    to: toAda,
  },
  acceptMovesStage: true,
  acts: [
    edits({ hubspot_owner_id: BEN }),
    edits({ lifecyclestage: 'customer' }),
    asks({ do: 'pass_on', reasonCode: 'wrong_owner', note: '', routed: null }),
    asks({ do: 'reject', reasonCode: 'wrong_icp', note: '' }),
    asks(attempt('bounced')),
    asks(attempt('no_answer')),
  ],
};

/** A life in which every kind of event happens. */
export const A_FULL_LIFE: Life = {
  opening: { found: {}, to: toAda },
  acceptMovesStage: false,
  acts: [
    asks(attempt('no_answer')),
    edits({ hubspot_owner_id: BEN }),
    asks({ do: 'pass_on', reasonCode: 'wrong_owner', note: '', routed: null }),
    edits({ hs_v2_date_entered_marketingqualifiedlead: '2026-11-27T09:00:00.000Z' }),
    asks({ do: 'accept', acceptance: 'outreach_started', meeting: null, note: '' }),
    edits({ [HANDOFF.acceptance]: 'in_discovery' }),
    asks({ do: 'recycle', reasonCode: 'timing', note: '', revisitOn: null }),
    { act: 'undoes' },
    edits({ [HANDOFF.status]: 'rejected' }),
    edits({ [HANDOFF.reasonCode]: 'wrong_icp' }),
    edits({ [HANDOFF.status]: 'held_needs_data' }),
    { act: 'looks', to: toAda, found: {} },
    edits({ lifecyclestage: 'opportunity' }),
  ],
};
