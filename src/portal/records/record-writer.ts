import { toIso } from '../../domain/instant.ts';
import { objectType, type ObjectType, type ObjectTypeName } from '../store/object-types.ts';
import type { OwnerTable } from '../store/owner-table.ts';
import type { PortalClock } from '../store/portal-clock.ts';
import type { PropertyTable } from '../store/property-table.ts';
import type { ChangeSource, RecordTable, StoredRecord } from '../store/record-table.ts';
import { CrmRefusal, invalidValues, validationError } from '../wire/crm-refusal.ts';
import type { ChangeEvent } from './change-event.ts';
import { bornWith, followingValues } from './derived-values.ts';
import { mayMoveStage } from './lifecycle.ts';
import { checkValues, type SentValues } from './property-values.ts';

/** What writing records needs. */
export interface WriterParts {
  readonly records: RecordTable;
  readonly properties: PropertyTable;
  readonly owners: OwnerTable;
  readonly clock: PortalClock;
  readonly portalId: number;
  readonly emit: (event: ChangeEvent) => void;
  /** Called with a record as it was before a write, null when it is new. */
  readonly beforeWrite: (id: string, type: ObjectTypeName, before: StoredRecord | null) => void;
}

/** Writes records the way HubSpot does: checked, stamped, with history and events. */
export interface RecordWriter {
  /** Throws {@link CrmRefusal} 400 for values HubSpot would not take, 409 for a contact's e-mail address in use. */
  create(type: ObjectTypeName, sent: SentValues, source: ChangeSource): StoredRecord;
  /** Throws as `create` does; a lifecycle stage moved backward by the API is silently left alone. */
  update(record: StoredRecord, sent: SentValues, source: ChangeSource): StoredRecord;
  /** Sets values without checking, as HubSpot's own calculations do. */
  setCalculated(record: StoredRecord, values: Readonly<Record<string, string>>): StoredRecord;
  archive(record: StoredRecord, source: ChangeSource): void;
  restore(record: StoredRecord, source: ChangeSource): void;
  /** Deletes for good (privacy request). */
  erase(record: StoredRecord, source: ChangeSource): void;
  /** Archives the loser of a merge under its survivor, without a deletion event. */
  archiveMerged(record: StoredRecord, survivorId: string): void;
}

const CALCULATED: ChangeSource = { type: 'CALCULATED', id: 'portal' };

/** Binds the writer to its tables. */
export function createRecordWriter(parts: WriterParts): RecordWriter {
  const { records, properties, clock, emit } = parts;

  function checked(type: ObjectType, sent: SentValues, present?: StoredRecord): Values {
    const { values, problems } = checkValues(sent, {
      type,
      properties,
      portalId: parts.portalId,
      ownerExists: (id) => parts.owners.find(id) !== undefined,
      ...(present === undefined ? {} : { present: present.properties }),
    });
    if (problems.length > 0) throw invalidValues(problems);
    return values;
  }

  function uniqueNames(type: ObjectTypeName, values: Values): readonly string[] {
    return Object.keys(values).filter(
      (name) => properties.find(type, name)?.hasUniqueValue === true,
    );
  }

  function refuseTaken(type: ObjectType, values: Values, id: string | undefined): void {
    for (const name of uniqueNames(type.name, values)) {
      const value = values[name] ?? '';
      const holder = value === '' ? undefined : records.idByUniqueValue(type.name, name, value);
      if (holder === undefined || holder === id) continue;
      if (type.name === 'contacts' && name === 'email')
        throw new CrmRefusal(409, `Contact already exists. Existing ID: ${holder}`, {
          category: 'CONFLICT',
        });
      throw validationError(
        `Cannot set PropertyValueCoordinates{portalId=${parts.portalId}, objectTypeId=${type.id}, ` +
          `propertyName=${name}, value=${value}} on ${id ?? 'a new record'}. ${holder} already has that value.`,
      );
    }
  }

  function claimUnique(record: StoredRecord, values: Values): void {
    for (const name of uniqueNames(record.type, values)) {
      const before = record.properties[name];
      const value = values[name] ?? '';
      if (before !== undefined) records.dropUniqueValue(record.type, name, before);
      if (value !== '') records.setUniqueValue(record.type, name, value, record.id);
    }
  }

  /** Keeps values that really change, adds what follows from them, saves, and tells. */
  function apply(record: StoredRecord, wanted: Values, source: ChangeSource): StoredRecord {
    const now = clock.now();
    const own = changesIn(record.properties, wanted);
    const following = followingValues(record.type, record.properties, own, now);
    const changed = { ...own, ...changesIn(record.properties, { ...following, ...own }) };
    if (Object.keys(changed).length === 0) return record;
    claimUnique(record, changed);
    const next = { ...record.properties };
    for (const [name, value] of Object.entries(changed))
      if (value === '') Reflect.deleteProperty(next, name);
      else next[name] = value;
    next[objectType(record.type).modifiedProperty] = toIso(now);
    parts.beforeWrite(record.id, record.type, record);
    const saved: StoredRecord = { ...record, properties: next, updatedAt: now };
    records.save(saved);
    records.appendChange(record.id, { at: now, source, values: changed });
    tell(saved, changed, source, now);
    return saved;
  }

  function tell(record: StoredRecord, changed: Values, source: ChangeSource, at: number): void {
    const { type, id } = record;
    for (const [name, value] of Object.entries(changed))
      emit({ kind: 'propertyChange', type, id, at, source, name, value });
  }

  return {
    create: (typeName, sent, source) => {
      const type = objectType(typeName);
      const values = checked(type, sent);
      const missing = type.required.filter((name) => (values[name] ?? '') === '');
      if (missing.length > 0)
        throw validationError(
          `Error creating ${type.singular.toUpperCase()}. Some required properties were not set.`,
          { properties: missing },
        );
      refuseTaken(type, values, undefined);
      const now = clock.now();
      const initial = changesIn({}, { ...bornWith(typeName), ...values });
      const all: Record<string, string> = {
        ...changesIn({}, followingValues(typeName, {}, initial, now)),
        ...initial,
        [type.createdProperty]: initial[type.createdProperty] ?? toIso(now),
        [type.modifiedProperty]: toIso(now),
        hs_object_source: source.type,
        hs_object_source_id: source.id,
        hs_object_source_label: source.type,
      };
      const inserted = records.insert({
        type: typeName,
        properties: all,
        createdAt: Date.parse(all[type.createdProperty] ?? toIso(now)),
        updatedAt: now,
      });
      const record = {
        ...inserted,
        properties: { ...all, hs_object_id: inserted.id },
      };
      records.save(record);
      claimUnique({ ...record, properties: {} }, initial);
      parts.beforeWrite(record.id, typeName, null);
      records.appendChange(record.id, { at: now, source, values: record.properties });
      emit({ kind: 'creation', type: typeName, id: record.id, at: now, source });
      tell(record, record.properties, source, now);
      return record;
    },
    update: (record, sent, source) => {
      const type = objectType(record.type);
      const values = { ...checked(type, sent, record) };
      refuseTaken(type, values, record.id);
      const stage = values['lifecyclestage'];
      if (stage !== undefined && source.type !== 'CRM_UI') {
        const order = (properties.find(record.type, 'lifecyclestage')?.options ?? []).map(
          ({ value }) => value,
        );
        if (!mayMoveStage(record.properties['lifecyclestage'], stage, order))
          Reflect.deleteProperty(values, 'lifecyclestage');
      }
      return apply(record, values, source);
    },
    setCalculated: (record, values) => apply(record, values, CALCULATED),
    archive: (record, source) => {
      const at = clock.now();
      parts.beforeWrite(record.id, record.type, record);
      records.save({ ...record, archivedAt: at, updatedAt: at });
      for (const name of uniqueNames(record.type, record.properties))
        records.dropUniqueValue(record.type, name, record.properties[name] ?? '');
      emit({ kind: 'deletion', type: record.type, id: record.id, at, source });
    },
    restore: (record, source) => {
      const at = clock.now();
      refuseTaken(objectType(record.type), record.properties, record.id);
      parts.beforeWrite(record.id, record.type, record);
      const restored = { ...record, archivedAt: null, mergedInto: null, updatedAt: at };
      records.save(restored);
      claimUnique({ ...restored, properties: {} }, record.properties);
      emit({ kind: 'restore', type: record.type, id: record.id, at, source });
    },
    erase: (record, source) => {
      const at = clock.now();
      for (const name of uniqueNames(record.type, record.properties))
        records.dropUniqueValue(record.type, name, record.properties[name] ?? '');
      records.erase(record.id);
      emit({ kind: 'deletion', type: record.type, id: record.id, at, source });
      emit({ kind: 'privacyDeletion', type: record.type, id: record.id, at, source });
    },
    archiveMerged: (record, survivorId) => {
      const at = clock.now();
      parts.beforeWrite(record.id, record.type, record);
      for (const name of uniqueNames(record.type, record.properties))
        records.dropUniqueValue(record.type, name, record.properties[name] ?? '');
      records.save({ ...record, archivedAt: at, updatedAt: at, mergedInto: survivorId });
    },
  };
}

type Values = Readonly<Record<string, string>>;

function changesIn(present: Values, wanted: Values): Record<string, string> {
  const changes: Record<string, string> = {};
  for (const [name, value] of Object.entries(wanted))
    if ((present[name] ?? '') !== value) changes[name] = value;
  return changes;
}
