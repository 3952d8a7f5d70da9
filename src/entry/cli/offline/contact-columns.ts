import { HANDOFF } from '../../../domain/property-names.ts';
/** Where the cells of one column of a contact export go. */
export interface ContactColumn {
  readonly header: string;
  /** Fields of the lead that the cell fills, as `contact.<property>` or `company.<property>`. */
  readonly fields: readonly string[];
}

/** The record's own id, which is no property of the lead. */
export const RECORD_ID = 'record.id';

/**
 * Labels of HubSpot's contact export whose internal name is not the label in snake case. A contact carries copies of
 * some facts about its company, which in a portal stand on the company: they fill both, so that rules about the company
 * have something to look at.
 */
const FIELDS_BY_LABEL: Readonly<Record<string, readonly string[]>> = {
  'record id': [RECORD_ID],
  'contact id': [RECORD_ID],
  id: [RECORD_ID],
  vid: [RECORD_ID],
  hs_object_id: [RECORD_ID],
  'e-mail': ['contact.email'],
  'email address': ['contact.email'],
  'first name': ['contact.firstname'],
  'last name': ['contact.lastname'],
  'job title': ['contact.jobtitle'],
  'phone number': ['contact.phone'],
  'mobile phone number': ['contact.mobilephone'],
  'state/region': ['contact.state'],
  'postal code': ['contact.zip'],
  'country/region': ['contact.country'],
  'contact owner': ['contact.hubspot_owner_id'],
  'lifecycle stage': ['contact.lifecyclestage'],
  'lead status': ['contact.hs_lead_status'],
  'preferred language': ['contact.hs_language'],
  'time zone': ['contact.hs_timezone'],
  'buying role': ['contact.hs_buying_role'],
  persona: ['contact.hs_persona'],
  'hubspot score': ['contact.hubspotscore'],
  'original source': ['contact.hs_analytics_source'],
  'original traffic source': ['contact.hs_analytics_source'],
  'original source drill-down 1': ['contact.hs_analytics_source_data_1'],
  'original traffic source drill-down 1': ['contact.hs_analytics_source_data_1'],
  'original source drill-down 2': ['contact.hs_analytics_source_data_2'],
  'original traffic source drill-down 2': ['contact.hs_analytics_source_data_2'],
  'latest source': ['contact.hs_latest_source'],
  'latest traffic source': ['contact.hs_latest_source'],
  'first page seen': ['contact.hs_analytics_first_url'],
  'last page seen': ['contact.hs_analytics_last_url'],
  'time first seen': ['contact.hs_analytics_first_timestamp'],
  'time last seen': ['contact.hs_analytics_last_timestamp'],
  'number of pageviews': ['contact.hs_analytics_num_page_views'],
  'number of sessions': ['contact.hs_analytics_num_visits'],
  'recent conversion': ['contact.recent_conversion_event_name'],
  'first conversion': ['contact.first_conversion_event_name'],
  'unsubscribed from all email': ['contact.hs_email_optout'],
  'opted out of email: all email': ['contact.hs_email_optout'],
  'email hard bounce reason': ['contact.hs_email_hard_bounce_reason_enum'],
  'invalid email address': ['contact.hs_email_bad_address'],
  'number of associated deals': ['contact.num_associated_deals'],
  'fit override': [`contact.${HANDOFF.fitOverride}`],
  'primary associated company id': ['contact.associatedcompanyid'],
  'associated company id': ['contact.associatedcompanyid'],
  'associated company ids': ['contact.associatedcompanyid'],
  'company id': ['contact.associatedcompanyid'],
  // Facts about the company.
  'company name': ['contact.company', 'company.name'],
  company: ['contact.company', 'company.name'],
  'associated company': ['company.name'],
  'associated company (primary)': ['company.name'],
  'company domain name': ['company.domain'],
  'company domain': ['company.domain'],
  industry: ['contact.industry', 'company.industry'],
  'company industry': ['company.industry'],
  'number of employees': ['contact.numemployees', 'company.numberofemployees'],
  numemployees: ['contact.numemployees', 'company.numberofemployees'],
  numberofemployees: ['company.numberofemployees'],
  'company size': ['contact.company_size', 'company.numberofemployees'],
  company_size: ['contact.company_size', 'company.numberofemployees'],
  'annual revenue': ['contact.annualrevenue', 'company.annualrevenue'],
  annualrevenue: ['contact.annualrevenue', 'company.annualrevenue'],
  'company country': ['company.country'],
  'company country/region': ['company.country'],
  'company type': ['company.type'],
  'company owner': ['company.hubspot_owner_id'],
  'target account': ['company.hs_is_target_account'],
  'ideal customer profile tier': ['company.hs_ideal_customer_profile'],
};

/**
 * Matches the headers of a contact export with fields of the lead: HubSpot's labels as listed here, `contact.<property>`
 * and `company.<property>` as a policy writes them, and for anything else the internal name, or the name HubSpot gives
 * a custom property with that label (`Budget 2026` is `budget_2026`). Where two columns fill one field, the first wins.
 */
export function contactColumns(headers: readonly string[]): readonly ContactColumn[] {
  const taken = new Set<string>();
  return headers.map((raw) => {
    const header = raw.trim();
    const fields = fieldsOf(header).filter((field) => !taken.has(field));
    for (const field of fields) taken.add(field);
    return { header, fields };
  });
}

function fieldsOf(header: string): readonly string[] {
  const label = header.toLowerCase().replaceAll(/\s+/g, ' ');
  if (label === '') return [];
  const known = FIELDS_BY_LABEL[label];
  if (known) return known;
  if (/^(contact|company)\.[a-z0-9_]+$/.test(label)) return [label];
  const name = label.replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^_+|_+$/g, '');
  return name === '' ? [] : [`contact.${name}`];
}
