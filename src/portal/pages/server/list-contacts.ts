import { HANDOFF } from '../../../domain/property-names.ts';
import type { SearchFilter, SearchQuery } from '../../records/search-records.ts';
import type { PortalStore } from '../../store/portal-store.ts';
import type { StoredRecord } from '../../store/record-table.ts';
import type { ContactPage, ContactQuery, ContactRow } from '../page-data.ts';

/** Contacts shown at once. */
const PAGE_SIZE = 25;

const SORTS: Readonly<Record<ContactQuery['order'], NonNullable<SearchQuery['sort']>>> = {
  changed: { name: 'lastmodifieddate', descending: true },
  created: { name: 'createdate', descending: true },
  name: { name: 'firstname', descending: false },
};

/** Finds the contacts of the list, looking into the names of their companies too, and never behind the writes. */
export function listContacts(store: PortalStore, query: ContactQuery): ContactPage {
  const ids = matching(store, query);
  const pages = Math.max(1, Math.ceil(ids.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, query.page), pages);
  const shown = ids.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const contacts = store.getMany('contacts', shown);
  const companies = store.getMany('companies', companyIds([...contacts.values()]));
  return {
    rows: shown.flatMap((id) => {
      const contact = contacts.get(id);
      return contact === undefined ? [] : [toRow(contact, companies)];
    }),
    total: ids.length,
    all: store.count('contacts'),
    page,
    pageSize: PAGE_SIZE,
  };
}

function matching(store: PortalStore, query: ContactQuery): readonly string[] {
  const filters: SearchFilter[] = [
    ...equals('lifecyclestage', query.stage),
    ...equals(HANDOFF.tier, query.tier),
    ...equals(HANDOFF.status, query.status),
    ...(query.owner === 'none'
      ? [{ propertyName: 'hubspot_owner_id', operator: 'NOT_HAS_PROPERTY' as const }]
      : equals('hubspot_owner_id', query.owner)),
  ];
  const ids = store.search({ type: 'contacts', groups: [filters], sort: SORTS[query.order] });
  const text = query.text.trim();
  if (text === '') return ids;
  const byOwnText = store.search({ type: 'contacts', groups: [[]], text });
  const found = new Set([...byOwnText, ...contactsOfCompanies(store, text)]);
  return ids.filter((id) => found.has(id));
}

function equals(propertyName: string, value: string): readonly SearchFilter[] {
  return value === '' ? [] : [{ propertyName, operator: 'EQ', value }];
}

function contactsOfCompanies(store: PortalStore, text: string): readonly string[] {
  const values = store.search({ type: 'companies', groups: [[]], text });
  if (values.length === 0) return [];
  const filter: SearchFilter = { propertyName: 'associatedcompanyid', operator: 'IN', values };
  return store.search({ type: 'contacts', groups: [[filter]] });
}

function companyIds(contacts: readonly StoredRecord[]): readonly string[] {
  return contacts.flatMap(({ properties }) => properties['associatedcompanyid'] ?? []);
}

function toRow(contact: StoredRecord, companies: ReadonlyMap<string, StoredRecord>): ContactRow {
  const { properties } = contact;
  const company = companies.get(properties['associatedcompanyid'] ?? '');
  return {
    id: contact.id,
    name: contactName(contact),
    email: properties['email'] ?? '',
    jobTitle: properties['jobtitle'] ?? '',
    company: company?.properties['name'] ?? properties['company'] ?? '',
    stage: properties['lifecyclestage'] ?? '',
    ownerId: properties['hubspot_owner_id'] ?? '',
    tier: properties[HANDOFF.tier] ?? '',
    status: properties[HANDOFF.status] ?? '',
    changedAt: contact.updatedAt,
  };
}

/** First and last name, else the e-mail address, else the id. */
export function contactName({ id, properties }: StoredRecord): string {
  const name = `${properties['firstname'] ?? ''} ${properties['lastname'] ?? ''}`.trim();
  return name === '' ? (properties['email'] ?? `Contact ${id}`) : name;
}
