import express, { type Request, type Response, type Router } from 'express';
import { answerControlError, ControlError } from '../controls/control-router.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { importContacts, type ImportProgress } from './import-contacts.ts';

/**
 * `POST /import`: the body is a CSV of contacts (`text/csv`, streamed). The answer is a stream of JSON lines
 * (`application/x-ndjson`): progress `{"read", "created", "updated", "failed"}` every 500 rows, and last `{"summary": …}`, or
 * `{"error": …}` when the file as a whole cannot be read. With `Accept: application/json` only the summary is answered.
 *
 * `?stage=marketingqualifiedlead` gives every imported contact that lifecycle stage.
 */
export function createImportRouter(store: PortalStore): Router {
  const router = express.Router();
  router.post('/import', (req: Request, res: Response, next) => {
    const stage = req.query['stage'];
    if (stage !== undefined && typeof stage !== 'string')
      throw new ControlError('stage: give it once');
    run(store, req, res, stage).catch(next);
  });
  router.use(answerControlError);
  return router;
}

async function run(
  store: PortalStore,
  req: Request,
  res: Response,
  stage: string | undefined,
): Promise<void> {
  const wantsLines =
    req.accepts(['application/x-ndjson', 'application/json']) !== 'application/json';
  const line = (value: unknown): void => {
    res.write(`${JSON.stringify(value)}\n`);
  };
  const tell = (progress: ImportProgress): void => {
    if (wantsLines) line(progress);
  };
  if (wantsLines) res.type('application/x-ndjson');
  try {
    const summary = await importContacts(store, req, {
      onProgress: tell,
      ...(stage === undefined ? {} : { stage }),
    });
    if (wantsLines) line({ summary });
    else res.json(summary);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (wantsLines) line({ error: message });
    else res.status(400).json({ error: message });
  }
  if (wantsLines) res.end();
}
