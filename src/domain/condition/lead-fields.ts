/** What a derived field is worked out from, so that it can be read, asked for and partitioned. */
export interface DerivedField {
  /** One plain sentence a marketer reads. */
  readonly meaning: string;
  /** The form of its values. */
  readonly form: 'flag' | 'number' | 'text';
  /** CRM properties it is worked out from, by object. */
  readonly contact?: readonly string[];
  readonly company?: readonly string[];
  readonly deal?: readonly string[];
}

const FIRST_CONVERSION = [
  'first_conversion_event_name',
  'first_conversion_date',
  'recent_conversion_event_name',
  'recent_conversion_date',
] as const;

/**
 * The closed list of `lead.<derived>` fields (design §6). A flag reads `true` or `false`; a field with nothing to go
 * on is unset, like a blank property. Fields that HubSpot fills by itself (`lead.recentConversion`, `lead.lastPage`,
 * …) read `none` where HubSpot has recorded nothing: a blank there means "did not happen", not "nobody knows".
 */
export const LEAD_FIELDS = {
  'lead.emailDomain': {
    meaning: 'the part of the e-mail address after the @',
    form: 'text',
    contact: ['email'],
  },
  'lead.freeEmail': {
    meaning: 'the e-mail address is from a free provider',
    form: 'flag',
    contact: ['email'],
  },
  'lead.disposableEmail': {
    meaning: 'the e-mail address is a throw-away one',
    form: 'flag',
    contact: ['email'],
  },
  'lead.roleEmail': {
    meaning: 'the e-mail address belongs to a role such as info@ and not to a person',
    form: 'flag',
    contact: ['email'],
  },
  'lead.emailProblem': {
    meaning: 'HubSpot has seen mail to this address bounce, or the address is malformed',
    form: 'flag',
    contact: ['email', 'hs_email_hard_bounce_reason_enum', 'hs_email_bad_address'],
  },
  'lead.optedOut': {
    meaning: 'the person has opted out of e-mail',
    form: 'flag',
    contact: ['hs_email_optout'],
  },
  'lead.companyMatched': {
    meaning: 'a company record is associated',
    form: 'flag',
    contact: ['associatedcompanyid'],
  },
  'lead.openDeals': {
    meaning: 'number of deals in progress with the person or the company',
    form: 'number',
    contact: ['num_associated_deals'],
    company: ['hs_num_open_deals'],
    deal: ['dealstage', 'hs_is_closed'],
  },
  'lead.customer': {
    meaning: 'the person or the company is a customer already',
    form: 'flag',
    contact: ['lifecyclestage'],
    company: ['lifecyclestage'],
    deal: ['dealstage', 'hs_is_closed_won'],
  },
  'lead.competitor': {
    meaning: "the e-mail or company domain is on the policy's list of competitors",
    form: 'flag',
    contact: ['email'],
    company: ['domain'],
  },
  'lead.ownStaff': {
    meaning: 'the e-mail address is one of our own company',
    form: 'flag',
    contact: ['email'],
  },
  'lead.targetAccount': {
    meaning: 'the company is marked as a target account in HubSpot',
    form: 'flag',
    company: ['hs_is_target_account'],
  },
  'lead.motion': {
    meaning: 'self_serve up to 50 people, mid_market up to 1,000, enterprise above',
    form: 'text',
    company: ['numberofemployees'],
  },
  'lead.channel': {
    meaning: 'where the lead first came from, as HubSpot names it in lower case (paid_search, …)',
    form: 'text',
    contact: ['hs_analytics_source'],
  },
  'lead.recentConversion': {
    meaning: 'name of the form last sent, or none',
    form: 'text',
    contact: ['recent_conversion_event_name'],
  },
  'lead.recentForm': {
    meaning: 'name of the form last sent, without the page it was on, or none',
    form: 'text',
    contact: ['recent_conversion_event_name'],
  },
  'lead.recentPage': {
    meaning: 'title of the page of the form last sent, or none',
    form: 'text',
    contact: ['recent_conversion_event_name'],
  },
  'lead.recentKind': {
    meaning: 'what the form last sent is about (demo, contact, webinar, …), or none',
    form: 'text',
    contact: ['recent_conversion_event_name'],
  },
  'lead.firstForm': {
    meaning:
      'name of the first form ever sent, without its page, if it is not also the last one, or none',
    form: 'text',
    contact: FIRST_CONVERSION,
  },
  'lead.firstPage': {
    meaning:
      'title of the page of the first form ever sent, if it is not also the last one, or none',
    form: 'text',
    contact: FIRST_CONVERSION,
  },
  'lead.firstKind': {
    meaning: 'what the first form ever sent is about, if it is not also the last one, or none',
    form: 'text',
    contact: FIRST_CONVERSION,
  },
  'lead.theme': {
    meaning: 'the subject of what the person chose last, or none',
    form: 'text',
    contact: ['recent_conversion_event_name'],
  },
  'lead.messageSense': {
    meaning:
      'what the message of the person asks for or is (asks_price, question, vendor, …), or none',
    form: 'text',
    contact: ['message'],
  },
  'lead.country': {
    meaning: 'country of the company, else of the person, by its English name',
    form: 'text',
    company: ['country'],
    contact: ['country'],
  },
  'lead.region': {
    meaning: 'EMEA, AMER or APAC, by the country',
    form: 'text',
    company: ['country'],
    contact: ['country'],
  },
  'lead.industry': {
    meaning: "industry of the company, by HubSpot's list",
    form: 'text',
    company: ['industry'],
  },
  'lead.role': {
    meaning: 'the role by the job title',
    form: 'text',
    contact: ['jobtitle'],
  },
  'lead.department': {
    meaning: 'department by the job title (operations, finance, it, …)',
    form: 'text',
    contact: ['jobtitle'],
  },
  'lead.firstConversion': {
    meaning: 'name of the first form ever sent if it is not also the last one, or none',
    form: 'text',
    contact: FIRST_CONVERSION,
  },
  'lead.lastPage': {
    meaning: 'address of the last page seen, or none',
    form: 'text',
    contact: ['hs_analytics_last_url'],
  },
  'lead.message': {
    meaning: 'what the person wrote in a form, or none',
    form: 'text',
    contact: ['message'],
  },
  'lead.eventsRead': {
    meaning: 'page views and other events of this lead have been read',
    form: 'flag',
  },
  'lead.pagesSeen': {
    meaning: 'addresses of all pages seen, where events have been read, or none',
    form: 'text',
  },
  'lead.eventTypes': {
    meaning: 'types of all events, where they have been read, or none',
    form: 'text',
  },
  'lead.lastReply': {
    meaning: 'when the person last replied to an e-mail of ours, or none',
    form: 'text',
    contact: ['hs_sales_email_last_replied'],
  },
  'lead.companyType': {
    meaning: "HubSpot's type of the company in lower case (prospect, partner, …), or none",
    form: 'text',
    company: ['type'],
  },
  'lead.earlierHandoffs': { meaning: 'number of earlier handoffs', form: 'number' },
  'lead.lastStatus': { meaning: 'what the last handoff came to, or none', form: 'text' },
  'lead.lastReason': { meaning: 'reason code of the last handoff, or none', form: 'text' },
} as const satisfies Readonly<Record<string, DerivedField>>;

/** A derived field by name. */
export type LeadField = keyof typeof LEAD_FIELDS;

/** Fields of the decision itself, usable in tiers, plays and routing; `decision.count.<ruleId>` comes on top. */
export const DECISION_FIELDS = [
  'decision.fit',
  'decision.intent',
  'decision.fitGrade',
  'decision.intentLevel',
  'decision.tier',
  'decision.requested',
  'decision.kinds',
] as const;

const PROPERTY = /^(contact|company)\.[a-z0-9_]+$/i;
const COUNT = /^decision\.count\.[A-Za-z0-9_-]+$/;

/** Is this the name of a derived field? */
export function isLeadField(field: string): field is LeadField {
  return Object.hasOwn(LEAD_FIELDS, field);
}

/** Is this derived field a plain yes or no? */
export function isFlag(field: string): boolean {
  return derivedField(field)?.form === 'flag';
}

/** Derived field by name; undefined for any other field. */
export function derivedField(field: string): DerivedField | undefined {
  return isLeadField(field) ? LEAD_FIELDS[field] : undefined;
}

/** Is this `contact.<property>` or `company.<property>`? */
export function isPropertyField(field: string): boolean {
  return PROPERTY.test(field);
}

/** Is this a field of the decision, `decision.count.<ruleId>` included? */
export function isDecisionField(field: string): boolean {
  return (DECISION_FIELDS as readonly string[]).includes(field) || COUNT.test(field);
}

/**
 * Why a field name cannot be used, or null when it can.
 *
 * @param field - as written in the policy
 * @param options - where the field is used
 * @param options.decision - are fields of the decision allowed here?
 */
export function fieldFault(field: string, options: { readonly decision: boolean }): string | null {
  if (isPropertyField(field) || isLeadField(field)) return null;
  if (isDecisionField(field)) {
    return options.decision
      ? null
      : `"${field}" is only known once the lead is scored; use it in tiers, plays or routing`;
  }
  return `"${field}" is not a field; write contact.<property>, company.<property>${
    options.decision ? ', decision.<field>' : ''
  } or one of ${Object.keys(LEAD_FIELDS).join(', ')}`;
}
