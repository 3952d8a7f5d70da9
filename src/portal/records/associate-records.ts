import { instant, toIso } from '../../domain/instant.ts';
import type { AssociationTable } from '../store/association-table.ts';
import {
  defaultAssociationType,
  findAssociationType,
  primaryAssociationType,
  type AssociationType,
} from '../store/association-types.ts';
import type { PortalClock } from '../store/portal-clock.ts';
import type { RecordTable, StoredRecord } from '../store/record-table.ts';
import type { RecordWriter } from './record-writer.ts';

/** What associating records needs. */
export interface AssociationParts {
  readonly records: RecordTable;
  readonly associations: AssociationTable;
  readonly writer: RecordWriter;
  readonly clock: PortalClock;
}

/** Associates records and keeps the properties that count or follow associations. */
export interface AssociationWriter {
  associate(from: StoredRecord, to: StoredRecord, type: AssociationType): void;
  dissociate(from: StoredRecord, to: StoredRecord): void;
  /** Counts the open deals of a deal's companies again, after the deal changed. */
  recountOpenDeals(deal: StoredRecord): void;
}

/** Binds the association writer to its tables. */
export function createAssociationWriter(parts: AssociationParts): AssociationWriter {
  const { associations, records, writer, clock } = parts;

  function link(from: StoredRecord, to: StoredRecord, type: AssociationType): boolean {
    const fresh = associations.add(from.id, to.type, to.id, type.id);
    associations.add(to.id, from.type, from.id, type.inverse);
    return fresh;
  }

  function current(record: StoredRecord): StoredRecord {
    return records.find(record.id) ?? record;
  }

  /** The first company of a contact or deal becomes its primary one. */
  function linkPrimary(from: StoredRecord, to: StoredRecord, type: AssociationType): void {
    const primary = primaryAssociationType(from.type, to.type);
    if (primary === undefined) return;
    const present = associations.of(from.id, to.type).find(({ typeId }) => typeId === primary.id);
    if (type.id === primary.id && present !== undefined && present.toId !== to.id) {
      const old = records.find(present.toId);
      const plain = defaultAssociationType(from.type, to.type);
      if (old !== undefined && plain !== undefined) {
        associations.remove(from.id, old.type, old.id);
        associations.remove(old.id, from.type, from.id);
        link(from, old, plain);
      }
    } else if (present !== undefined) return;
    link(from, to, primary);
    if (from.type === 'contacts')
      writer.setCalculated(current(from), { associatedcompanyid: to.id });
  }

  function count(record: StoredRecord, toType: 'contacts' | 'deals'): string {
    return String(new Set(associations.of(record.id, toType).map(({ toId }) => toId)).size);
  }

  /** As HubSpot's rollup `hs_num_open_deals`. */
  function openDeals(company: StoredRecord): string {
    const ids = associations.of(company.id, 'deals').map(({ toId }) => toId);
    const deals = [...records.findMany([...new Set(ids)]).values()];
    const open = deals.filter(
      ({ archivedAt, properties }) => archivedAt === null && properties['hs_is_closed'] !== 'true',
    );
    return String(open.length);
  }

  function recount(record: StoredRecord): void {
    if (record.type === 'contacts' || record.type === 'companies')
      writer.setCalculated(current(record), {
        num_associated_deals: count(record, 'deals'),
        ...(record.type === 'companies'
          ? {
              num_associated_contacts: count(record, 'contacts'),
              hs_num_open_deals: openDeals(record),
            }
          : {}),
      });
  }

  return {
    associate: (from, to, type) => {
      const fresh = link(from, to, type);
      const plain = defaultAssociationType(from.type, to.type);
      if (plain !== undefined && plain.id !== type.id) link(from, to, plain);
      if (to.type === 'companies') linkPrimary(from, to, type);
      else if (from.type === 'companies') {
        const inverse = findAssociationType(type.inverse);
        if (inverse !== undefined) linkPrimary(to, from, inverse);
      }
      if (!fresh) return;
      if (to.type === 'deals' || from.type === 'contacts') recount(to);
      if (to.type === 'deals' || to.type === 'contacts') recount(from);
      if (from.type === 'deals') recount(to);
      if (to.type === 'contacts') noteActivity(from, current(to));
      else if (from.type === 'contacts') noteActivity(to, current(from));
    },
    recountOpenDeals: (deal) => {
      for (const { toId } of associations.of(deal.id, 'companies')) {
        const company = records.find(toId);
        if (company !== undefined) recount(company);
      }
    },
    dissociate: (from, to) => {
      if (!associations.remove(from.id, to.type, to.id)) return;
      associations.remove(to.id, from.type, from.id);
      for (const [one, other] of [
        [from, to],
        [to, from],
      ] as const) {
        recount(one);
        if (one.type === 'contacts' && one.properties['associatedcompanyid'] === other.id)
          writer.setCalculated(current(one), { associatedcompanyid: '' });
      }
    },
  };

  /** Keeps a contact's "last contacted" family up to date when an activity is logged on it. */
  function noteActivity(activity: StoredRecord, contact: StoredRecord): void {
    const kind = activity.type;
    const isOutreach =
      kind === 'calls' || kind === 'emails' || kind === 'meetings' || kind === 'communications';
    if (!isOutreach && kind !== 'notes') return;
    const now = clock.now();
    const at = Date.parse(activity.properties['hs_timestamp'] ?? toIso(now));
    const done = Math.min(at, now);
    const values: Record<string, string> = {
      notes_last_updated: toIso(now),
      num_notes: String(Number(contact.properties['num_notes'] ?? 0) + 1),
    };
    if (at > now) values['notes_next_activity_date'] = toIso(instant(at));
    const incoming = activity.properties['hs_email_direction'] === 'INCOMING_EMAIL';
    if (incoming) values['hs_sales_email_last_replied'] = toIso(instant(done));
    if (isOutreach && !incoming) {
      const before = Date.parse(contact.properties['notes_last_contacted'] ?? '') || 0;
      const latest = toIso(instant(Math.max(before, done)));
      values['notes_last_contacted'] = latest;
      values['num_contacted_notes'] = String(
        Number(contact.properties['num_contacted_notes'] ?? 0) + 1,
      );
      values['hs_last_sales_activity_timestamp'] = latest;
      values['hs_is_unworked'] = 'false';
      if (kind === 'meetings') values['engagements_last_meeting_booked'] = toIso(now);
      if (contact.properties['hs_sa_first_engagement_date'] === undefined) {
        values['hs_sa_first_engagement_date'] = toIso(instant(done));
        values['hs_sa_first_engagement_object_type'] = kind.slice(0, -1).toUpperCase();
      }
    }
    writer.setCalculated(contact, values);
  }
}
