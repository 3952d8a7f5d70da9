import type { PolicyDocument } from '../domain/policy/policy-document.ts';

const ASKED = { field: 'decision.requested', op: 'eq', value: true } as const;
const CUSTOMER = { field: 'lead.customer', op: 'eq', value: true } as const;

/** Rules of a policy that keeps customers, partners and running deals from the reps, and mends addresses first. */
export const DETOURS: PolicyDocument['disqualify'] = [
  {
    id: 'customer_reads',
    label: 'already a customer',
    when: { all: [CUSTOMER, { not: ASKED }] },
    reasonCode: 'customer',
  },
  {
    id: 'customer',
    label: 'already a customer',
    when: { all: [CUSTOMER, ASKED] },
    reasonCode: 'customer',
    then: 'divert',
  },
  {
    id: 'partner',
    label: 'a partner of ours',
    when: { all: [{ field: 'lead.companyType', op: 'eq', value: 'partner' }, ASKED] },
    reasonCode: 'out_of_segment',
    then: 'divert',
  },
  {
    id: 'running_deal',
    label: 'in a running deal',
    when: { all: [{ field: 'lead.openDeals', op: 'gte', value: 1 }, ASKED] },
    reasonCode: 'duplicate',
    then: 'divert',
  },
  {
    id: 'bounced',
    label: 'the address bounced',
    when: {
      all: [
        { field: 'contact.hs_email_bounce', op: 'gte', value: 1 },
        { not: { all: [ASKED, { field: 'contact.phone', op: 'known' }] } },
      ],
    },
    reasonCode: 'bad_data',
    then: 'hold',
  },
];
