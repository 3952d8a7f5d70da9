import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { PortalStore } from '../store/portal-store.ts';
import type { ChangeSource } from '../store/record-table.ts';
import { CrmRefusal } from '../wire/crm-refusal.ts';
import { refusalInWords } from '../wire/refusal-in-words.ts';
import { matchColumns, type ImportColumn } from './import-columns.ts';
import { importValue } from './import-value.ts';

/** How far an import has come. */
export interface ImportProgress {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly failed: number;
}

/** What became of an import. */
export interface ImportSummary {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  /** Rows left out, by their line in the file (the header is line 1), with what to mend. */
  readonly failed: readonly { readonly line: number; readonly reason: string }[];
  /** Custom properties that unknown columns became. */
  readonly newProperties: readonly string[];
}

/** How to import. */
export interface ImportOptions {
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Lifecycle stage that every imported contact gets, which tells the app as HubSpot would. */
  readonly stage?: string;
}

/** Rows per transaction: large enough to be fast, small enough that webhooks start to flow early. */
const ROWS_PER_TRANSACTION = 500;

/** Characters in one row: more is a quote that was never closed. */
const MAX_ROW_LENGTH = 1_000_000;

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Imports a CSV of contacts: HubSpot's own export (labels) or internal names as headers. A row whose e-mail address is
 * known updates that contact, any other creates one; a bad row is reported and the rest goes in.
 *
 * @param store - the portal's store
 * @param csv - the file's text, whole or as a stream of bytes
 * @param options - progress and stage
 * @throws when the file as a whole cannot be read: no header, or two columns for one property
 */
export async function importContacts(
  store: PortalStore,
  csv: string | Readable,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  const source: ChangeSource = { type: 'IMPORT', id: `import:${store.clock.now()}` };
  const failed: { line: number; reason: string }[] = [];
  const counts = { read: 0, created: 0, updated: 0 };
  let columns: readonly ImportColumn[] | undefined;
  let waiting: Row[] = [];

  function flush(): void {
    const rows = waiting;
    waiting = [];
    const matched = columns;
    if (matched === undefined || rows.length === 0) return;
    store.transaction(() => {
      for (const row of rows) importRow(row, matched);
    });
    options.onProgress?.({ ...counts, failed: failed.length });
  }

  function importRow(row: Row, matched: readonly ImportColumn[]): void {
    counts.read += 1;
    const values = valuesOf(store, row, matched);
    if (typeof values === 'string') {
      failed.push({ line: row.line, reason: values });
      return;
    }
    if (options.stage !== undefined) values['lifecyclestage'] = options.stage;
    try {
      const email = values['email']?.toLowerCase() ?? '';
      const present = email === '' ? undefined : store.findBy('contacts', 'email', email);
      if (present === undefined) store.create('contacts', values, source);
      else store.update(present, values, source);
      counts[present === undefined ? 'created' : 'updated'] += 1;
    } catch (error) {
      if (!(error instanceof CrmRefusal)) throw error;
      failed.push({ line: row.line, reason: refusalInWords(error) });
    }
  }

  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    // A quote inside a cell is a character; taken for a mistake it would swallow every row after it.
    relax_quotes: true,
    max_record_size: MAX_ROW_LENGTH,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error !== undefined)
        failed.push({
          line: Number(error['lines']),
          reason: `${error.message}; mend the quotes of this row`,
        });
    },
  });
  const input = typeof csv === 'string' ? Readable.from([csv]) : csv;
  const forward = (error: Error): void => {
    parser.destroy(error);
  };
  input.on('error', forward);
  input.pipe(parser);
  for await (const item of parser) {
    const { info, record } = item as { info: { lines: number }; record: string[] };
    if (columns === undefined) columns = matchColumns(store, record);
    else if (record.some((cell) => cell.trim() !== ''))
      waiting.push({ line: info.lines, cells: record });
    if (waiting.length >= ROWS_PER_TRANSACTION) flush();
  }
  flush();
  if (columns === undefined)
    throw new Error('The file is empty; its first line must name the columns');
  return {
    ...counts,
    failed: onePerLine(failed),
    newProperties: columns.flatMap(({ property, isNew }) =>
      isNew && property !== null ? [property.name] : [],
    ),
  };
}

/** In line order; of a row that the CSV reader complains about twice, the first complaint. */
function onePerLine(failed: ImportSummary['failed']): ImportSummary['failed'] {
  const byLine = new Map<number, ImportSummary['failed'][number]>();
  for (const failure of failed) if (!byLine.has(failure.line)) byLine.set(failure.line, failure);
  return [...byLine.values()].sort((a, b) => a.line - b.line);
}

function valuesOf(
  store: PortalStore,
  row: Row,
  columns: readonly ImportColumn[],
): Record<string, string> | string {
  if (row.cells.length !== columns.length)
    return `The row has ${row.cells.length} cells where the header has ${columns.length}; put quotes around a cell that holds a comma`;
  const values: Record<string, string> = {};
  for (const [i, column] of columns.entries()) {
    const cell = row.cells[i] ?? '';
    if (column.property === null || column.property.readOnlyValue || cell.trim() === '') continue;
    const value = importValue(cell, column.property, store.owners.all());
    if (!value.ok) return value.reason;
    values[column.property.name] = value.value;
  }
  return values;
}
