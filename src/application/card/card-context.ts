import type { CardFact, ContextGroup } from '../../contract/card-view.ts';
import { checklist, completeness } from '../../domain/handoff/checklist.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { LeadFacts } from '../../domain/condition/lead-facts.ts';
import type { StandingHandoff } from './read-handoff.ts';

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
  handoff: StandingHandoff,
  policy: Policy,
  ownerName: string | null,
): readonly ContextGroup[] {
  const { record, contact } = handoff;
  const { facts, decision } = record;
  const value = (name: string): string | null =>
    facts.properties[name] || contact.properties[name] || null;
  const company = (name: string): string | null => facts.company?.properties[name] || null;
  const openDeals = facts.deals?.filter(({ properties }) => properties['hs_is_closed'] !== 'true');
  return [
    {
      title: 'Source',
      facts: [
        { label: 'Original source', value: words(decision.source) },
        { label: 'Latest source', value: words(value('hs_latest_source')) },
        { label: 'Campaign', value: decision.campaign },
        { label: 'Offer', value: decision.offer },
        { label: 'First page', value: value('hs_analytics_first_url') },
      ],
    },
    {
      title: 'Interest',
      facts: decision.intent.contributions
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
          value: openDeals === undefined ? null : String(openDeals.length),
        },
      ],
    },
    {
      title: 'Handoff',
      facts: [
        { label: 'Opened by', value: record.trigger },
        { label: 'Topic for nurture', value: decision.topic },
        {
          label: 'Cadence',
          value: policy.cadences[decision.cadence ?? '']?.label ?? decision.cadence,
        },
      ],
    },
    checklistGroup(handoff, ownerName),
  ].filter(({ facts: lines }) => lines.length > 0);
}

/** The 20 items of the handoff checklist as they stand, each with its evidence (requirements section 3, R97). */
function checklistGroup(
  { record, contact, status }: StandingHandoff,
  ownerName: string | null,
): ContextGroup {
  const value = (name: string): string | null => contact.properties[name] || null;
  const { route } = record;
  const decided = status === 'accepted' || status === 'rejected' || status === 'recycled';
  const items = checklist(record.decision, {
    ownerId: ownerName,
    rule: route?.rule ?? route?.via ?? null,
    dueAt: value('handoff_sla_due_at'),
    taskCreated: value('handoff_owner') !== null,
    ...(decided ? { outcome: status, outcomeReason: value('handoff_reason_code') } : {}),
    ...(value('handoff_first_touch_at') === null ? {} : { noteWritten: true }),
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
