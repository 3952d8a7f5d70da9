import type { Clock } from '../../application/ports/clock.ts';
import type { UseCases } from '../use-cases.ts';
import { answerRequest, type HttpHost } from './answer-request.ts';
import { readFunctionRequest, type FunctionContext } from './function-request.ts';
import { intakeAtOnce } from './intake-at-once.ts';
import type { Route } from './route.ts';
import { appRoutes, type AppNeeds } from './routes.ts';

/** What an endpoint function returns; `body` is text. */
export interface FunctionAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the functions are made of: the same use cases as the server, without a queue. */
export interface FunctionDeps extends HttpHost {
  readonly useCases: UseCases;
  readonly clock: Clock;
}

/** A path that a function can stand at. */
export type FunctionPath = (typeof appRoutes)[number]['path'];

/**
 * The app's routes on HubSpot's own functions, one function a path. A function is not told its path: whoever deploys it
 * says which it stands at.
 */
export async function answerFunction(
  path: FunctionPath,
  context: FunctionContext,
  deps: FunctionDeps,
): Promise<FunctionAnswer> {
  const host = { ...deps, intake: intakeAtOnce(deps) };
  const answer = await answerRequest(ROUTES[path], readFunctionRequest(path, context), host);
  return {
    statusCode: answer.status,
    headers: answer.contentType === null ? {} : { 'content-type': answer.contentType },
    body: answer.body,
  };
}

const ROUTES = Object.fromEntries(appRoutes.map((route) => [route.path, route])) as Readonly<
  Record<FunctionPath, Route<AppNeeds>>
>;
