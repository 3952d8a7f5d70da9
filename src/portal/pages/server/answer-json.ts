import type { RequestHandler, Request } from 'express';
import * as z from 'zod';
import { CrmRefusal } from '../../wire/crm-refusal.ts';
import { refusalInWords } from '../../wire/refusal-in-words.ts';

/** A request of the portal's own pages that cannot be done; the message says what to do instead. */
export class PageRefusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Answers with what `work` returns as JSON; a refusal becomes its status and `{ "error": <words> }`. */
export function answerJson(work: (request: Request) => unknown): RequestHandler {
  return async (request, response) => {
    try {
      response.json((await work(request)) ?? {});
    } catch (error) {
      if (error instanceof PageRefusal)
        response.status(error.status).json({ error: error.message });
      else if (error instanceof CrmRefusal)
        response.status(error.status).json({ error: refusalInWords(error) });
      else throw error;
    }
  };
}

/** Reads the body or query of a page request; what does not fit is refused with 400 and the reasons. */
export function readInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const read = schema.safeParse(raw);
  if (!read.success) throw new PageRefusal(400, z.prettifyError(read.error));
  return read.data;
}
