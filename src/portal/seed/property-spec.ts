import type { PropertyType } from '../store/property-table.ts';

/** A standard property in short; type string and the type's first group unless said otherwise. */
export interface PropertySpec {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly group?: string;
  readonly type?: PropertyType;
  readonly fieldType?: string;
  /** Value to label. */
  readonly options?: Readonly<Record<string, string>>;
  readonly unique?: boolean;
  readonly hidden?: boolean;
  /** HubSpot sets it; a write is refused. */
  readonly readOnly?: boolean;
  /** Its options are the owners. */
  readonly owner?: boolean;
}
