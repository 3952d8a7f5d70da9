import type { LeadFacts } from '../condition/lead-facts.ts';
import type { Verdict } from '../qualification/verdict.ts';

/** What words about a diverted lead are made of. */
export interface AboutDiverted {
  readonly verdict: Pick<Verdict, 'diverted'>;
  readonly facts: LeadFacts;
}

/** What the account is to us. */
type Relation = 'customer' | 'partner' | 'deal' | 'account';

const RELATIONS: readonly (readonly [RegExp, Relation])[] = [
  [/customer|client/i, 'customer'],
  [/partner|reseller|supplier|vendor/i, 'partner'],
  [/deal|opportunit/i, 'deal'],
];

/** After the name of a company. */
const APPOSITIONS: Readonly<Record<Relation, string>> = {
  customer: ', a customer',
  partner: ', a partner',
  deal: ', with whom a deal is running',
  account: '',
};

/** What the lead is, before what it asked for: to whoever has the account, and to everybody else. */
const NOUNS: Readonly<Record<Relation, readonly [theirs: string, anybodys: string]>> = {
  customer: ['Your customer', 'a customer'],
  partner: ['Your partner', 'a partner'],
  deal: ['Somebody in your running deal', 'somebody in a running deal'],
  account: ['Somebody of your account', 'somebody of an account'],
};

/** What a person is there, with their job title and without. */
const PLACES: Readonly<Record<Relation, (whose: 'your' | 'a', title: string | null) => string>> = {
  customer: (whose, title) =>
    title ? `is ${whose} customer's ${title}` : `is with ${whose} customer`,
  partner: (whose, title) =>
    title ? `is ${whose} partner's ${title}` : `is with ${whose} partner`,
  deal: (whose, title) =>
    title ? `is the ${title} in ${whose} running deal` : `is in ${whose} running deal`,
  account: (whose, title) => {
    const account = whose === 'your' ? 'your account' : 'an account';
    return title ? `is the ${title} of ${account}` : `is with ${account}`;
  },
};

/** The rule that diverted the lead says what it is to us; a rule that says neither means any account. */
function relationOf({ diverted }: AboutDiverted['verdict']): Relation {
  const said =
    diverted === null ? '' : [diverted.label, diverted.rule, diverted.reasonCode].join(' ');
  return RELATIONS.find(([words]) => words.test(said))?.[1] ?? 'account';
}

/** The company with what it is to us. */
function accountOf({ verdict, facts }: AboutDiverted): string {
  return `${companyOf(facts) ?? 'the account'}${APPOSITIONS[relationOf(verdict)]}`;
}

function companyOf({ company, properties }: LeadFacts): string | null {
  return company?.properties['name'] || properties['company'] || null;
}

/**
 * Why somebody has a diverted lead.
 *
 * @param about - the lead
 * @param via - how they were found
 * @param name - theirs; null where they read it themselves
 * @example ownsAccount(about, 'account_owner', 'Rafael Ortega') // 'Rafael Ortega owns Alder Bank, a customer.'
 */
export function ownsAccount(about: AboutDiverted, via: string, name: string | null): string {
  const owns = name === null ? 'You own' : `${name} owns`;
  switch (via) {
    case 'contact_owner':
      return `${owns} this contact of ${accountOf(about)}.`;
    case 'deal_owner':
      return `${owns} an open deal with ${accountOf(about)}.`;
    case 'sales_role':
      return `${name === null ? 'You answer' : `${name} answers`} for sales, and nobody else has ${accountOf(about)}.`;
    case 'account_owner':
      return `${owns} ${accountOf(about)}.`;
    default:
      return `It was given to ${name ?? 'you'} by hand.`;
  }
}

/** Why nobody has a diverted lead, and what to do about it. */
export function nobodyHas(about: AboutDiverted, salesNamed: boolean): string {
  const sales = salesNamed
    ? 'whoever answers for sales in the policy had it before or is not active. Assign it by hand.'
    : 'the policy names nobody who answers for sales. Assign it by hand, and name a person for sales in the policy.';
  return `No active owner is left for ${accountOf(about)}, and ${sales}`;
}

/**
 * What the lead did that matters most, as its policy says it.
 *
 * @example askedFor(verdict) // 'asked for a demo'
 */
export function askedFor({
  intent,
  requested,
  signals,
}: Pick<Verdict, 'intent' | 'requested' | 'signals'>): string {
  const acts = intent.contributions.filter(
    ({ rule, points }) => points > 0 && signals.includes(rule),
  );
  const [strongest] = [...acts].sort((a, b) => b.points - a.points);
  return strongest?.label ?? (requested ? 'asked to be contacted' : 'got in touch');
}

/**
 * What happened, to whoever has the account.
 *
 * @example yoursAsked(about) // 'Your customer asked for a demo'
 */
export function yoursAsked(about: AboutDiverted & { readonly verdict: Verdict }): string {
  return `${NOUNS[relationOf(about.verdict)][0]} ${askedFor(about.verdict)}`;
}

/**
 * What has to be done, for anybody to read.
 *
 * @example toAnswer(about) // 'Answer Sam, a customer who asked for a demo'
 */
export function toAnswer(about: AboutDiverted & { readonly verdict: Verdict }): string {
  const noun = NOUNS[relationOf(about.verdict)][1];
  return `Answer ${about.facts.properties['firstname'] ?? 'the lead'}, ${noun} who ${askedFor(about.verdict)}`;
}

/**
 * Who the person is and what they asked for, in one sentence.
 *
 * @example whoAsked(about, 'your') // "Sam is your customer's CFO and asked for a demo."
 */
export function whoAsked(
  about: AboutDiverted & { readonly verdict: Verdict },
  whose: 'your' | 'a',
): string {
  const { firstname, lastname, jobtitle } = about.facts.properties;
  const name = firstname || lastname || 'This person';
  const place = PLACES[relationOf(about.verdict)](whose, jobtitle || null);
  return `${name} ${place} and ${askedFor(about.verdict)}.`;
}
