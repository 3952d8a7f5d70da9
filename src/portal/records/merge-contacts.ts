import { findAssociationType } from '../store/association-types.ts';
import type { AssociationTable } from '../store/association-table.ts';
import type { RecordTable, ChangeSource, StoredRecord } from '../store/record-table.ts';
import type { AssociationWriter } from './associate-records.ts';
import type { ChangeEvent } from './change-event.ts';
import type { RecordWriter } from './record-writer.ts';

/** What merging needs. */
export interface MergeParts {
  readonly records: RecordTable;
  readonly associations: AssociationTable;
  readonly writer: RecordWriter;
  readonly associationWriter: AssociationWriter;
  readonly emit: (event: ChangeEvent) => void;
}

/**
 * Merges one contact into another: the survivor keeps its values and gains those it lacked, and everything the other
 * was associated with. The other's id leads to the survivor from then on (our reading).
 */
export function mergeContacts(
  parts: MergeParts,
  pair: { readonly survivor: StoredRecord; readonly loser: StoredRecord },
  source: ChangeSource,
): StoredRecord {
  const { survivor, loser } = pair;
  parts.writer.archiveMerged(loser, survivor.id);
  const gained = Object.fromEntries(
    Object.entries(loser.properties).filter(
      ([name]) => survivor.properties[name] === undefined && name !== 'hs_object_id',
    ),
  );
  const earlier = survivor.properties['hs_merged_object_ids'];
  const merged = parts.writer.setCalculated(survivor, {
    ...gained,
    hs_merged_object_ids: earlier === undefined ? loser.id : `${earlier};${loser.id}`,
  });
  for (const { toId, typeId } of parts.associations.allOf(loser.id)) {
    const to = parts.records.find(toId);
    const type = findAssociationType(typeId);
    if (to === undefined || type === undefined) continue;
    parts.associations.remove(loser.id, to.type, to.id);
    parts.associations.remove(to.id, loser.type, loser.id);
    if (type.label === null) parts.associationWriter.associate(merged, to, type);
  }
  parts.emit({
    kind: 'merge',
    type: survivor.type,
    id: survivor.id,
    at: merged.updatedAt,
    source,
    mergedIds: [loser.id],
    propertiesMoved: Object.keys(gained).length,
  });
  return parts.records.find(survivor.id) ?? merged;
}
