import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import type { LeadItem } from './lead-item.ts';
import { parseLead } from './parse-lead.ts';
import { readCsvLeads } from './read-csv-leads.ts';
import { readJsonFile, sizeOf } from '../read-json-file.ts';
import { UnusableInputError } from '../unusable-input-error.ts';

/** A file of leads being read. */
export interface LeadFile {
  readonly items: AsyncIterable<LeadItem> | Iterable<LeadItem>;
  /** How much of the file has been read, 0 to 1. */
  readonly share: () => number;
  /** Fields the file has columns for; null where every lead brings its own (JSON). */
  readonly fields: () => ReadonlySet<string> | null;
}

/**
 * Opens a file of leads. What it is shows in its first character: `{` or `[` is the JSON of design §9, read whole up to
 * `MAX_JSON_BYTES`; in a file named `.ndjson` or `.jsonl` it is one such lead per line; anything else is a CSV export of
 * HubSpot contacts. Lines and rows are read as they are asked for, in constant memory.
 *
 * @throws {UnusableInputError} when the file cannot be read, or the JSON holds no list of leads
 */
export async function readLeads(file: string): Promise<LeadFile> {
  const size = await sizeOf(file, 'The leads');
  const isLines = /\.(ndjson|jsonl)$/i.test(file);
  if (!isLines && /^[{[]/.test(await firstCharacter(file))) {
    const leads = leadsOf(await readJsonFile(file, 'The leads'), file);
    let done = 0;
    return {
      items: (function* () {
        for (const [index, raw] of leads.entries()) {
          yield toItem(raw, `leads[${index}]`);
          done = index + 1;
        }
      })(),
      share: () => done / leads.length,
      fields: () => null,
    };
  }
  const stream = createReadStream(file);
  let fields: ReadonlySet<string> | null = null;
  return {
    items: isLines
      ? jsonLines(stream)
      : readCsvLeads(stream, (found) => {
          fields = found;
        }),
    share: () => stream.bytesRead / size,
    fields: () => fields,
  };
}

async function firstCharacter(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(1024), position: 0 });
    return buffer
      .toString('utf8', 0, bytesRead)
      .replace(/^\uFEFF/, '')
      .trimStart()
      .slice(0, 1);
  } finally {
    await handle.close();
  }
}

const documentSchema = z.object({ leads: z.array(z.unknown()) });

function leadsOf(document: unknown, file: string): readonly unknown[] {
  const parsed = documentSchema.safeParse(document);
  if (parsed.success) return parsed.data.leads;
  throw new UnusableInputError(
    `${file} holds no list of leads. Write { "leads": [ { "id": "101", "properties": { … } } ] }.`,
  );
}

async function* jsonLines(stream: NodeJS.ReadableStream): AsyncGenerator<LeadItem> {
  let line = 0;
  for await (const text of createInterface({ input: stream, crlfDelay: Infinity })) {
    line++;
    if (text.trim() === '') continue;
    const where = `line ${line}`;
    let raw: unknown;
    try {
      raw = JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      yield { kind: 'fault', where, message: `${error.message}; write one JSON object per line` };
      continue;
    }
    yield toItem(raw, where);
  }
}

function toItem(raw: unknown, where: string): LeadItem {
  const lead = parseLead(raw);
  return lead.ok
    ? { kind: 'lead', where, facts: lead.value }
    : { kind: 'fault', where, message: lead.reason };
}
