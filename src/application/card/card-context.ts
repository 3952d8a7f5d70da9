import type { CardFact, ContextGroup } from '../../contract/card-view.ts';
import { checklist, completeness } from '../../domain/handoff/checklist.ts';
import { openDealsOf } from '../../domain/condition/derive-lead-field.ts';
import { describeEvent, type Names } from '../../domain/handoff/describe.ts';
import { ownerOf } from '../../domain/handoff/evolve.ts';
import type { Handoff } from '../../domain/handoff/handoff.ts';
import { toIso } from '../../domain/instant.ts';
import type { LeadFacts } from '../../domain/condition/lead-facts.ts';
import type { CardSession } from './card-session.ts';

const MONEY = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** The firmographics the rep sees at once, unknown ones too (P21, R76). */
export function fitFacts(facts: LeadFacts): readonly CardFact[] {
  const company = (name: string): string | null => facts.company?.properties[name] || null;
  return [
    { label: 'Industry', value: words(company('industry')) },
    { label: 'Employees', value: company('numberofemployees') },
    { label: 'Country', value: company('country') ?? (facts.properties['country'] || null) },
    { label: 'Revenue', value: money(company('annualrevenue')) },
  ];
}

/** The context package by group (P3, R75 to R93), from what was frozen at handoff. */
export function contextGroups(
  { handoff, contact, world }: CardSession,
  names: Names,
): readonly ContextGroup[] {
  const { facts, verdict, trigger } = handoff.opened;
  const { policy } = world;
  const value = (name: string): string | null =>
    facts.properties[name] || contact.properties[name] || null;
  const company = (name: string): string | null => facts.company?.properties[name] || null;
  const openDeals = openDealsOf(facts);
  return [
    {
      title: 'Source',
      facts: [
        { label: 'Original source', value: words(verdict.source) },
        { label: 'Latest source', value: words(value('hs_latest_source')) },
        { label: 'Campaign', value: verdict.campaign },
        { label: 'Offer', value: verdict.offer },
        { label: 'First page', value: value('hs_analytics_first_url') },
      ],
    },
    {
      title: 'Interest',
      facts: verdict.intent.contributions
        .filter(({ rule }) => rule !== 'rounding' && rule !== 'limit')
        .map(({ label, occurredAt }) => ({ label: capital(label), value: occurredAt ?? 'yes' })),
    },
    {
      title: 'Company',
      facts: [
        { label: 'Website', value: company('domain') },
        { label: 'City', value: company('city') },
        {
          label: 'Target account',
          value: company('hs_is_target_account') === 'true' ? 'yes' : null,
        },
        { label: 'Customer', value: company('lifecyclestage') === 'customer' ? 'yes' : 'no' },
        {
          label: 'Open deals',
          value: openDeals === null ? null : String(openDeals),
        },
      ],
    },
    {
      title: 'Handoff',
      facts: [
        { label: 'Opened by', value: trigger },
        { label: 'Topic for nurture', value: verdict.topic },
        {
          label: 'Cadence',
          value: policy.cadences[verdict.cadence ?? '']?.label ?? verdict.cadence,
        },
      ],
    },
    historyGroup(handoff, names),
    checklistGroup(handoff, names),
  ].filter(({ facts: lines }) => lines.length > 0);
}

/** What happened to it, newest first (R121, R10). */
function historyGroup({ events }: Handoff, names: Names): ContextGroup {
  return {
    title: 'What happened',
    facts: events.toReversed().map((event) => {
      const { what, why, by } = describeEvent(event, names);
      return {
        label: what,
        value: [toIso(event.at), `by ${by}`, why].filter(Boolean).join(', '),
      };
    }),
  };
}

/** The 20 items of the handoff checklist as they stand, each with its evidence (H1 to H20, R97). */
function checklistGroup(handoff: Handoff, names: Names): ContextGroup {
  const { state, assignment, clock, opened } = handoff;
  const { status } = state;
  const holder = ownerOf(handoff) ?? assignment?.ownerId ?? null;
  const decided = status === 'accepted' || status === 'rejected' || status === 'recycled';
  const items = checklist(opened.verdict, {
    ownerId: names.owner(holder),
    rule: assignment?.rule ?? assignment?.via ?? null,
    dueAt: clock.dueAt === null ? null : toIso(clock.dueAt),
    taskCreated: holder !== null,
    ...(decided
      ? { outcome: status, outcomeReason: 'reasonCode' in state ? state.reasonCode : null }
      : {}),
    ...(clock.firstTouchAt === null ? {} : { noteWritten: true }),
  });
  const { passed, required } = completeness(items);
  return {
    title: `Checklist: ${passed} of ${required} at handoff`,
    facts: items.map(({ label, state, evidence }) => ({
      label,
      value: `${CHECK_WORDS[state]}: ${evidence}`,
    })),
  };
}

const CHECK_WORDS = { passed: 'yes', failed: 'no', not_yet: 'not yet' } as const;

function money(raw: string | null): string | null {
  return raw !== null && Number.isFinite(Number(raw)) ? MONEY.format(Number(raw)) : raw;
}

/** HubSpot's upper-case codes as words: `ORGANIC_SEARCH` is "Organic search". */
function words(code: string | null): string | null {
  return code === null ? null : capital(code.replaceAll('_', ' ').toLowerCase());
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
