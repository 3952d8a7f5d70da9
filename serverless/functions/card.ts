import type { FunctionAnswer, FunctionContext } from '../../src/entry/function-context.ts';
import { handleCardFunction } from '../../src/entry/function-handlers.ts';

/** HubSpot calls `main` with the request; everything else is in the handler, the same on every host. */
export async function main(context: FunctionContext): Promise<FunctionAnswer> {
  return handleCardFunction(context);
}
