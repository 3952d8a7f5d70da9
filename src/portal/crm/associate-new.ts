import { findAssociationType } from '../store/association-types.ts';
import { objectType } from '../store/object-types.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { StoredRecord } from '../store/record-table.ts';
import { validationError } from '../wire/crm-refusal.ts';
import { listOf, objectOf, textOf } from './read-body.ts';

/**
 * Associates a new record as its create call asked (`[{to: {id}, types: [{associationCategory, associationTypeId}]}]`).
 * The answer of a create does not show associations (recorded).
 *
 * @returns the record, with what followed from the associations
 */
export function associateNew(
  store: PortalStore,
  record: StoredRecord,
  associations: unknown,
): StoredRecord {
  const wanted = listOf(associations);
  for (const raw of wanted) {
    const association = objectOf(raw);
    const toId = textOf(objectOf(association['to'])['id']);
    for (const rawType of listOf(association['types'])) {
      const typeId = Number(objectOf(rawType)['associationTypeId']);
      const type = findAssociationType(typeId);
      if (type?.from !== record.type)
        throw validationError(
          `association type id ${typeId} doesn't exist from ${objectType(record.type).singular.toUpperCase()}`,
        );
      const to = store.get(type.to, toId);
      if (to === undefined)
        throw validationError(`${objectType(type.to).singular.toUpperCase()}=${toId} is not valid`);
      store.associate(record, to, type);
    }
  }
  return wanted.length === 0 ? record : (store.get(record.type, record.id) ?? record);
}
