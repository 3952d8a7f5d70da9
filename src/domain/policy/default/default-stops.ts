import type { Condition } from '../../condition/condition-schema.ts';
import type { PolicyDocument } from '../policy-document.ts';

const ASKED: Condition = { field: 'decision.requested', op: 'eq', value: true };
/** Worth telling whoever has the account: it asked, or shows what would bring any other lead to sales. */
const STIRS: Condition = { any: [ASKED, { field: 'decision.intentLevel', op: 'lte', value: 2 }] };

function flag(field: string, value: boolean): Condition {
  return { field, op: 'eq', value };
}

const RUNNING_DEAL: Condition = { field: 'lead.openDeals', op: 'gte', value: 1 };
const NO_PHONE: Condition = {
  all: [
    { field: 'contact.phone', op: 'unknown' },
    { field: 'contact.mobilephone', op: 'unknown' },
  ],
};
const WROTE_SUPPORT: Condition = { field: 'lead.messageSense', op: 'eq', value: 'support' };

/**
 * Who gets no rep (P1 lines 4, 6, 7 and 8; P16): stopped, diverted to the account's owner where the lead wants something
 * (R73, P6), or held until the data are right.
 */
export const defaultDisqualify: NonNullable<PolicyDocument['disqualify']> = [
  {
    id: 'own_staff',
    label: 'one of our own people',
    when: flag('lead.ownStaff', true),
    reasonCode: 'not_a_lead',
  },
  {
    id: 'competitor',
    label: 'works for a competitor',
    when: {
      any: [
        flag('lead.competitor', true),
        { field: 'lead.companyType', op: 'eq', value: 'competitor' },
      ],
    },
    reasonCode: 'competitor',
  },
  {
    id: 'supplier',
    label: 'a supplier of ours',
    when: { field: 'lead.companyType', op: 'eq', value: 'vendor' },
    reasonCode: 'vendor',
  },
  {
    id: 'pitch',
    label: 'wants to sell something to us',
    when: { field: 'lead.messageSense', op: 'eq', value: 'vendor' },
    reasonCode: 'vendor',
  },
  {
    id: 'job_seeker',
    label: 'looks for a job with us',
    when: {
      any: [
        { field: 'lead.messageSense', op: 'eq', value: 'job' },
        { field: 'lead.recentKind', op: 'eq', value: 'careers' },
      ],
    },
    reasonCode: 'job_seeker',
  },
  {
    id: 'spam',
    label: 'spam',
    when: { field: 'lead.messageSense', op: 'eq', value: 'spam' },
    reasonCode: 'spam',
  },
  {
    id: 'excluded_role',
    label: 'a student, trainee or job seeker',
    when: { field: 'lead.role', op: 'eq', value: 'excluded' },
    reasonCode: 'wrong_icp',
  },
  {
    id: 'throwaway_address',
    label: 'a throw-away e-mail address',
    when: flag('lead.disposableEmail', true),
    reasonCode: 'bad_data',
  },
  {
    id: 'not_permitted',
    label: 'asked not to be contacted',
    when: {
      all: [
        flag('decision.requested', false),
        {
          any: [
            flag('lead.optedOut', true),
            { field: 'lead.messageSense', op: 'eq', value: 'no_contact' },
          ],
        },
      ],
    },
    reasonCode: 'no_permission',
  },
  {
    id: 'quiet_customer',
    label: 'already a customer, and asks for nothing',
    when: { all: [flag('lead.customer', true), { not: STIRS }, { not: WROTE_SUPPORT }] },
    reasonCode: 'customer',
  },
  {
    id: 'quiet_partner',
    label: 'a partner, and asks for nothing',
    when: {
      all: [
        { field: 'lead.companyType', op: 'in', value: ['partner', 'reseller'] },
        { not: STIRS },
      ],
    },
    reasonCode: 'partner',
  },
  {
    id: 'quiet_deal',
    label: 'a deal with this company is running, and the lead asks for nothing',
    when: { all: [RUNNING_DEAL, { not: STIRS }, { not: WROTE_SUPPORT }] },
    reasonCode: 'open_deal',
  },
  {
    id: 'support',
    label: 'has a support question',
    when: {
      any: [WROTE_SUPPORT, { field: 'lead.recentKind', op: 'eq', value: 'support' }],
    },
    reasonCode: 'support',
    then: 'divert',
  },
  {
    id: 'customer',
    label: 'already a customer',
    when: { all: [flag('lead.customer', true), STIRS] },
    reasonCode: 'customer',
    then: 'divert',
  },
  {
    id: 'partner',
    label: 'a partner',
    when: {
      all: [{ field: 'lead.companyType', op: 'in', value: ['partner', 'reseller'] }, STIRS],
    },
    reasonCode: 'partner',
    then: 'divert',
  },
  {
    id: 'open_deal',
    label: 'a deal with this company is running',
    when: { all: [RUNNING_DEAL, STIRS] },
    reasonCode: 'open_deal',
    then: 'divert',
  },
  {
    // A lead that asked and can be called is never held (design §2.7).
    id: 'bad_address',
    label: 'mail to the address bounces, or it is malformed',
    when: {
      all: [
        flag('lead.emailProblem', true),
        { any: [flag('decision.requested', false), NO_PHONE] },
      ],
    },
    reasonCode: 'bad_data',
    then: 'hold',
  },
  {
    // Neither nurture nor sales could write to it (P1 line 1).
    id: 'no_address',
    label: 'no e-mail address',
    when: {
      all: [
        { field: 'contact.email', op: 'unknown' },
        { any: [flag('decision.requested', false), NO_PHONE] },
      ],
    },
    reasonCode: 'bad_data',
    then: 'hold',
  },
];
