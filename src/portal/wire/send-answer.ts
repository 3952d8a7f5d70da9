import type { Response } from 'express';
import { NotFoundPage, type CrmRefusal } from './crm-refusal.ts';

/** HubSpot's own spelling of the JSON content type (recorded). */
const JSON_TYPE = 'application/json;charset=utf-8';

const NOT_FOUND_HTML = `<html>
<head>
<meta http-equiv="Content-Type" content="text/html;charset=utf-8"/>
<title>Error 404 Not Found</title>
</head>
<body><h2>HTTP ERROR 404</h2>
<p>Resource not found</p>
</body>
</html>`;

/** What a handler answers; without a body the answer is empty (204). */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** Path of the new thing, for 201. */
  readonly location?: string;
}

/** Sends an answer the way HubSpot writes it. */
export function sendAnswer(res: Response, answer: Answer): void {
  res.status(answer.status);
  if (answer.location !== undefined) res.setHeader('location', answer.location);
  if (answer.body === undefined) {
    res.end();
    return;
  }
  res.setHeader('content-type', JSON_TYPE);
  res.end(JSON.stringify(answer.body));
}

/** Sends a refusal in HubSpot's envelope, or the HTML page of a single missing record (recorded). */
export function sendRefusal(
  res: Response,
  refusal: CrmRefusal | NotFoundPage,
  correlationId: string,
): void {
  if (refusal instanceof NotFoundPage) {
    res.status(404);
    res.setHeader('content-type', 'text/html;charset=iso-8859-1');
    res.setHeader('x-hubspot-notfound', 'true');
    res.end(NOT_FOUND_HTML);
    return;
  }
  sendAnswer(res, {
    status: refusal.status,
    body: { status: 'error', message: refusal.message, correlationId, ...refusal.details },
  });
}
