import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { LeadFacts } from '../../../domain/condition/lead-facts.ts';
import { cellValue } from './cell-value.ts';
import { contactColumns, RECORD_ID, type ContactColumn } from './contact-columns.ts';
import type { LeadItem } from './lead-item.ts';
import { withoutVerdict } from './parse-lead.ts';
import { UnusableInputError } from '../unusable-input-error.ts';

interface Row {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

/** Longest row in characters; a longer one is a quote that was never closed. */
const MAX_ROW_LENGTH = 1_000_000;

/**
 * Reads leads from a CSV export of HubSpot contacts, row by row, so that its length does not matter. A row that
 * cannot be read becomes a fault with its line (the header is line 1). Which columns fill what: `contactColumns`.
 *
 * @param csv - the bytes of the file
 * @param onFields - told once which fields the file has columns for
 * @throws {UnusableInputError} when the file is empty
 */
export async function* readCsvLeads(
  csv: Readable,
  onFields: (fields: ReadonlySet<string>) => void,
): AsyncGenerator<LeadItem> {
  const skipped: unknown[] = [];
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    // A quote inside a cell is a character; taken for a mistake it would swallow every row after it.
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_LENGTH,
    // What is left to go wrong is a quote that is never closed. Skipped, the rows before it still arrive.
    skip_records_with_error: true,
    on_skip: (error) => {
      skipped.push(error);
    },
  });
  csv.on('error', (error) => {
    parser.destroy(error);
  });
  csv.pipe(parser);
  let columns: readonly ContactColumn[] | undefined;
  let line = 0;
  for await (const item of parser) {
    const { info, record } = item as Row;
    line = info.lines;
    if (columns === undefined) {
      columns = contactColumns(record);
      onFields(new Set(columns.flatMap(({ fields }) => fields)));
    } else if (record.some((cell) => cell.trim() !== '')) {
      yield toItem(record, columns, line);
    }
  }
  if (skipped.length > 0) {
    yield {
      kind: 'fault',
      where: `after line ${line}`,
      message: 'a quote is opened and never closed, so no row after it is read; close it',
    };
  }
  if (columns === undefined) {
    throw new UnusableInputError('The file is empty. Its first line must name the columns.');
  }
}

function toItem(
  cells: readonly string[],
  columns: readonly ContactColumn[],
  line: number,
): LeadItem {
  const where = `line ${line}`;
  if (cells.length !== columns.length) {
    return {
      kind: 'fault',
      where,
      message: `the row has ${cells.length} cells where the header has ${columns.length}; put quotes around a cell that holds a comma`,
    };
  }
  return { kind: 'lead', where, facts: toFacts(cells, columns, where) };
}

/**
 * The company is what the company columns say; a row where all of them are blank says nothing, except where the file
 * names the associated company and it is blank: then there is none.
 */
function toFacts(
  cells: readonly string[],
  columns: readonly ContactColumn[],
  where: string,
): LeadFacts {
  let id: string | null = null;
  const contact: Record<string, string | null> = {};
  const company: Record<string, string | null> = {};
  let knowsCompany = false;
  for (const [index, { fields }] of columns.entries()) {
    for (const field of fields) {
      const value = cellValue(cells[index] ?? '', field);
      const name = field.slice(field.indexOf('.') + 1);
      if (field === RECORD_ID) id = value;
      else if (field.startsWith('contact.')) contact[name] = value;
      else {
        company[name] = value;
        knowsCompany ||= value !== null;
      }
    }
  }
  const companyId = contact['associatedcompanyid'];
  const facts = {
    id: id ?? contact['email'] ?? where,
    properties: withoutVerdict(contact),
  };
  if (knowsCompany || companyId) {
    const key = companyId ?? company['domain'] ?? company['name'] ?? '';
    return { ...facts, company: { id: key, properties: company } };
  }
  return companyId === null ? { ...facts, company: null } : facts;
}
