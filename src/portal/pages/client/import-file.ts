import type { ImportProgress, ImportSummary } from '../../import/import-contacts.ts';
import { ApiRefusal } from './api.ts';

type Line = ImportProgress | { readonly summary: ImportSummary } | { readonly error: string };

/**
 * Sends a CSV of contacts to the portal and follows its progress.
 *
 * @param file - CSV text
 * @param stage - lifecycle stage for every contact; `''` leaves it to the file
 * @param onProgress - called every 500 rows
 * @throws ApiRefusal when the file as a whole cannot be read
 */
export async function importFile(
  file: Blob,
  stage: string,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportSummary> {
  const query = stage === '' ? '' : `?stage=${encodeURIComponent(stage)}`;
  const answer = await fetch(`/_portal/import${query}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', accept: 'application/x-ndjson' },
    body: file,
  });
  for await (const line of linesOf(answer)) {
    if ('error' in line) throw new ApiRefusal(answer.status, line.error);
    if ('summary' in line) return line.summary;
    onProgress(line);
  }
  throw new ApiRefusal(answer.status, 'The import ended without a summary: look at its contacts.');
}

async function* linesOf(answer: Response): AsyncGenerator<Line> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) return;
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    const lines = (rest + (value ?? '')).split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    for (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as Line;
    if (done) return;
  }
}
