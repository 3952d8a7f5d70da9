import type { ObjectTypeName } from '../store/object-types.ts';
import type { ChangeSource } from '../store/record-table.ts';

interface EventBase {
  readonly type: ObjectTypeName;
  readonly id: string;
  /** Epoch milliseconds of the portal's clock. */
  readonly at: number;
  readonly source: ChangeSource;
}

/** Something that happened to a record, from which webhooks are made. `value` is `''` when cleared. */
export type ChangeEvent =
  | (EventBase & { readonly kind: 'creation' | 'deletion' | 'privacyDeletion' | 'restore' })
  | (EventBase & {
      readonly kind: 'propertyChange';
      readonly name: string;
      readonly value: string;
    })
  | (EventBase & {
      readonly kind: 'merge';
      readonly mergedIds: readonly string[];
      readonly propertiesMoved: number;
    });
