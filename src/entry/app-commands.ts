import * as z from 'zod';
import { applyBacklog, previewBacklog, type Progress } from '../application/backlog/backlog.ts';
import { doctor } from '../application/install/doctor.ts';
import { install } from '../application/install/install.ts';
import { goLive, publishPolicy } from '../application/policy/publish-policy.ts';
import type { App } from './app.ts';

/** A command that needs the store: it runs inside whichever process owns that (design §9). */
export type AppCommand = (app: App, args: unknown, progress: Progress) => Promise<unknown>;

const backlogArgs = z.object({ apply: z.boolean(), limit: z.number().int().positive() });
const publishArgs = z.object({ document: z.unknown(), expected: z.string().nullable() });
const redriveArgs = z.object({ jobIds: z.array(z.string()) });

/** The commands by name. Arguments come from another process of the same version and are checked all the same. */
export const appCommands = {
  install: async (app) => install(app, await app.clock.now()),
  doctor: (app) => doctor(app),
  'go-live': async (app) => goLive(app, await app.clock.now()),
  backlog: async (app, args, progress) => {
    const { apply, limit } = backlogArgs.parse(args);
    const deps = { crm: app.crm, queue: app.queue, policy: await app.livePolicy() };
    const run = apply ? applyBacklog : previewBacklog;
    return await run(deps, limit, await app.clock.now(), progress);
  },
  'policy-show': (app) => app.policies.live(),
  'policy-publish': (app, args) => {
    const { document, expected } = publishArgs.parse(args);
    return publishPolicy(app, document, expected);
  },
  'policy-history': (app) => app.policies.history(),
  'dead-letters': (app) => app.queue.deadLetters(),
  redrive: (app, args) => app.queue.redrive(redriveArgs.parse(args).jobIds),
} as const satisfies Readonly<Record<string, AppCommand>>;

/** Name of a command that needs the store. */
export type AppCommandName = keyof typeof appCommands;
