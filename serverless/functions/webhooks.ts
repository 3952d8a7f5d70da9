import { handleFunction } from '../../src/entry/function-handlers.ts';
import type { FunctionAnswer } from '../../src/entry/http/function.ts';
import type { FunctionContext } from '../../src/entry/http/function-request.ts';

/** HubSpot calls `main` with the request; everything else is in the handler, the same on every host. */
export async function main(context: FunctionContext): Promise<FunctionAnswer> {
  return handleFunction('/webhooks', context);
}
