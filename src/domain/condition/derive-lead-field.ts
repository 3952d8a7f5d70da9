import type { LeadField } from './lead-fields.ts';
import { assertNever } from '../result.ts';
import { readConversion, type Conversion } from '../words/acts/form-kind.ts';
import { senseOf } from '../words/acts/message-sense.ts';
import { themeOf } from '../words/acts/theme.ts';
import { countryOf, regionOf } from '../words/lists/country-of.ts';
import { industryOf } from '../words/lists/industry-of.ts';
import { roleOf } from '../words/lists/role-of.ts';
import { peopleIn } from '../words/lists/size-of.ts';
import type { LeadFacts, RelatedRecord } from './lead-facts.ts';

/** What a maintained list says about e-mail domains. */
export interface EmailDomains {
  /** Free providers such as gmail.com. */
  isFree(domain: string): boolean;
  /** Throw-away addresses. */
  isDisposable(domain: string): boolean;
}

/** What derived fields need besides the facts. */
export interface DerivedFieldSources {
  readonly emailDomains: EmailDomains;
  /** Domains in lower case. */
  readonly competitors: ReadonlySet<string>;
  /** Domains of our own people, in lower case. */
  readonly ownDomains: ReadonlySet<string>;
}

/** What a field reads when HubSpot has recorded nothing. */
export const NONE = 'none';

/** Largest head counts of self-serve and mid-market companies (R57; proposed). */
export const MOTION_LIMITS = { selfServe: 50, midMarket: 1000 } as const;

/** Mailboxes of a role, not of a person. */
const ROLES = new Set(
  'admin billing contact enquiries hello help hr info inquiries jobs mail marketing no-reply noreply office press sales service support team webmaster'.split(
    ' ',
  ),
);

/** Reads a derived field; null where the facts do not tell (unknown). */
export function deriveLeadField(
  field: LeadField,
  facts: LeadFacts,
  sources: DerivedFieldSources,
): string | null {
  const { properties } = facts;
  switch (field) {
    case 'lead.emailDomain':
      return emailDomain(properties['email']);
    case 'lead.freeEmail':
      return flagOf(emailDomain(properties['email']), (it) => sources.emailDomains.isFree(it));
    case 'lead.disposableEmail':
      return flagOf(emailDomain(properties['email']), (it) =>
        sources.emailDomains.isDisposable(it),
      );
    case 'lead.roleEmail':
      return flagOf(properties['email'], (it) => ROLES.has(it.split('@')[0]?.toLowerCase() ?? ''));
    case 'lead.emailProblem':
      return emailProblem(facts);
    case 'lead.optedOut':
      return String(isTrue(properties['hs_email_optout']));
    case 'lead.companyMatched':
      return companyMatched(facts);
    case 'lead.openDeals':
      return openDealsOf(facts)?.toString() ?? null;
    case 'lead.customer':
      return customer(facts);
    case 'lead.competitor':
      return competitor(facts, sources.competitors);
    case 'lead.ownStaff':
      return flagOf(emailDomain(properties['email']), (it) => sources.ownDomains.has(it));
    case 'lead.targetAccount':
      return facts.company === undefined
        ? null
        : String(isTrue(facts.company?.properties['hs_is_target_account']));
    case 'lead.motion':
      return motion(facts.company?.properties['numberofemployees']);
    case 'lead.channel':
      return properties['hs_analytics_source']?.toLowerCase() ?? null;
    case 'lead.recentConversion':
      return orNone(properties['recent_conversion_event_name']);
    case 'lead.firstConversion':
      return firstConversion(facts);
    case 'lead.recentForm':
      return ofConversion(properties['recent_conversion_event_name'], ({ form }) => form);
    case 'lead.recentPage':
      return ofConversion(properties['recent_conversion_event_name'], ({ page }) => page);
    case 'lead.recentKind':
      return ofConversion(properties['recent_conversion_event_name'], ({ kind }) => kind);
    case 'lead.firstForm':
      return ofConversion(firstConversion(facts), ({ form }) => form);
    case 'lead.firstPage':
      return ofConversion(firstConversion(facts), ({ page }) => page);
    case 'lead.firstKind':
      return ofConversion(firstConversion(facts), ({ kind }) => kind);
    case 'lead.theme':
      return ofConversion(properties['recent_conversion_event_name'], ({ title }) =>
        themeOf(title),
      );
    case 'lead.messageSense':
      return properties['message']?.trim() ? senseOf(properties['message']) : NONE;
    case 'lead.country':
      return country(facts);
    case 'lead.region': {
      const known = country(facts);
      return known === null ? null : regionOf(known);
    }
    case 'lead.industry':
      return read(facts.company?.properties['industry'], industryOf);
    case 'lead.role':
      return read(properties['jobtitle'], (title) => roleOf(title)?.seniority ?? null);
    case 'lead.department':
      return read(properties['jobtitle'], (title) => roleOf(title)?.department ?? null);
    case 'lead.lastPage':
      return orNone(properties['hs_analytics_last_url']);
    case 'lead.message':
      return orNone(properties['message']);
    case 'lead.eventsRead':
      return String(facts.events !== undefined);
    case 'lead.pagesSeen':
      return orNone(facts.events?.map(({ properties: it }) => it['url'] ?? '').join(' '));
    case 'lead.eventTypes':
      return orNone(facts.events?.map(({ type }) => type).join(' '));
    case 'lead.lastReply':
      return orNone(properties['hs_sales_email_last_replied']);
    case 'lead.companyType':
      return facts.company === undefined
        ? null
        : orNone(facts.company?.properties['type']?.toLowerCase());
    case 'lead.earlierHandoffs':
      return facts.earlier === undefined ? null : String(facts.earlier.length);
    case 'lead.lastStatus':
      return facts.earlier === undefined ? null : orNone(facts.earlier.at(-1)?.status);
    case 'lead.lastReason':
      return facts.earlier === undefined ? null : orNone(facts.earlier.at(-1)?.reasonCode);
    default:
      return assertNever(field);
  }
}

/**
 * The domain of an address in lower case; null where the address is unset or malformed.
 *
 * @example emailDomain('Ann@Example.com') // 'example.com'
 */
export function emailDomain(email: string | null | undefined): string | null {
  if (!email) return null;
  const at = email.lastIndexOf('@');
  const domain = email
    .slice(at + 1)
    .trim()
    .toLowerCase();
  return at > 0 && domain.includes('.') && !domain.endsWith('.') && !domain.startsWith('.')
    ? domain
    : null;
}

/** Is a deal still in progress? HubSpot's own flag wins, else the two closed stages of its default pipeline. */
export function isOpenDeal({ properties }: RelatedRecord): boolean {
  const closed = properties['hs_is_closed'];
  if (closed) return closed !== 'true';
  return !['closedwon', 'closedlost'].includes(properties['dealstage'] ?? '');
}

/**
 * Deals in progress with the person or its company, whichever is more: a company's own count (`hs_num_open_deals`) knows of
 * a colleague's deal. Null where neither is known.
 */
export function openDealsOf({ company, deals, properties }: LeadFacts): number | null {
  const none = properties['num_associated_deals'] === '0' ? 0 : null;
  const own = deals ? deals.filter(isOpenDeal).length : none;
  const counted = Number(company?.properties['hs_num_open_deals'] || NaN);
  if (Number.isNaN(counted)) return own;
  return Math.max(own ?? 0, counted);
}

function flagOf(
  value: string | null | undefined,
  holds: (value: string) => boolean,
): string | null {
  return value ? String(holds(value)) : null;
}

function isTrue(value: string | null | undefined): boolean {
  return value?.toLowerCase() === 'true' || value?.toLowerCase() === 'yes';
}

function orNone(value: string | null | undefined): string {
  return value?.trim() ? value : NONE;
}

function emailProblem({ properties }: LeadFacts): string | null {
  if (properties['hs_email_hard_bounce_reason_enum']) return 'true';
  if (isTrue(properties['hs_email_bad_address'])) return 'true';
  return flagOf(properties['email'], (it) => emailDomain(it) === null);
}

function companyMatched({ company, properties }: LeadFacts): string | null {
  if (company !== undefined) return String(company !== null);
  return properties['associatedcompanyid'] ? 'true' : null;
}

function customer({ company, deals, properties }: LeadFacts): string | null {
  const stages = [properties['lifecyclestage'], company?.properties['lifecyclestage']];
  if (stages.includes('customer')) return 'true';
  if (deals?.some(isWonDeal)) return 'true';
  return company !== undefined || deals || stages[0] ? 'false' : null;
}

function isWonDeal({ properties }: RelatedRecord): boolean {
  return properties['hs_is_closed_won'] === 'true' || properties['dealstage'] === 'closedwon';
}

function competitor(
  { company, properties }: LeadFacts,
  competitors: ReadonlySet<string>,
): string | null {
  if (competitors.size === 0) return 'false';
  const domains = [emailDomain(properties['email']), company?.properties['domain']?.toLowerCase()];
  if (domains.some((domain) => domain && competitors.has(domain))) return 'true';
  return domains.some(Boolean) ? 'false' : null;
}

/** Null also where a range such as "11 to 200" lies in two motions. */
function motion(numberOfEmployees: string | null | undefined): string | null {
  const people = numberOfEmployees ? peopleIn(numberOfEmployees) : null;
  if (people === null) return null;
  const least = motionOf(people.low);
  return least === motionOf(people.high) ? least : null;
}

function motionOf(people: number): string {
  if (people <= MOTION_LIMITS.selfServe) return 'self_serve';
  return people <= MOTION_LIMITS.midMarket ? 'mid_market' : 'enterprise';
}

function country({ company, properties }: LeadFacts): string | null {
  return read(company?.properties['country'], countryOf) ?? read(properties['country'], countryOf);
}

/** What a list makes of a text; null where nothing is set, or no list knows it. */
function read(text: string | null | undefined, by: (text: string) => string | null): string | null {
  return text?.trim() ? by(text) : null;
}

function ofConversion(
  name: string | null | undefined,
  part: (conversion: Conversion) => string | null,
): string {
  return name?.trim() && name !== NONE ? orNone(part(readConversion(name))) : NONE;
}

/** HubSpot repeats the only conversion as first and recent one; counted once, it is the recent one. */
function firstConversion({ properties }: LeadFacts): string {
  const first = properties['first_conversion_event_name'];
  const same =
    first === properties['recent_conversion_event_name'] &&
    properties['first_conversion_date'] === properties['recent_conversion_date'];
  return same ? NONE : orNone(first);
}
