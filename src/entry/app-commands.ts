import * as z from 'zod';
import { applyBacklog, previewBacklog, type Progress } from '../application/backlog/backlog.ts';
import { sweep } from '../application/clock/sweep.ts';
import { doctor } from '../application/install/doctor.ts';
import { install } from '../application/install/install.ts';
import { goLive } from '../application/policy/go-live.ts';
import { approve, draft, saveDraft } from '../application/policy/policy-draft.ts';
import { LOSSES } from '../application/policy/publish-gates.ts';
import { publishPolicy } from '../application/policy/publish-policy.ts';
import { rollback } from '../application/policy/rollback.ts';
import type { App } from './app.ts';

/** A command that needs the store: it runs inside whichever process owns that (design §9). */
export type AppCommand = (app: App, args: unknown, progress: Progress) => Promise<unknown>;

const backlogArgs = z.object({ apply: z.boolean(), limit: z.number().int().positive() });
const sweepArgs = z.object({ limit: z.number().int().positive() });
const changeArgs = z.object({ by: z.string(), expected: z.string().nullable() });
const publicationArgs = changeArgs.extend({
  note: z.string().nullable(),
  without: z.array(z.enum(LOSSES)),
});
const publishArgs = publicationArgs.extend({ document: z.unknown() });
const draftArgs = changeArgs.extend({ document: z.unknown() });
const rollbackArgs = publicationArgs.extend({ version: z.string() });
const approveArgs = z.object({ by: z.string(), revision: z.number() });
const redriveArgs = z.object({ jobIds: z.array(z.string()) });

/** The commands by name. Arguments come from another process of the same version and are checked all the same. */
export const appCommands = {
  install: async (app) => install(app, await app.clock.now()),
  doctor: (app) => doctor(app),
  'go-live': async (app, args) => goLive(app, changeArgs.parse(args), await app.clock.now()),
  backlog: async (app, args, progress) => {
    const { apply, limit } = backlogArgs.parse(args);
    const deps = { crm: app.crm, queue: app.queue, policy: await app.livePolicy() };
    const run = apply ? applyBacklog : previewBacklog;
    return await run(deps, limit, await app.clock.now(), progress);
  },
  sweep: async (app, args) => sweep(app, sweepArgs.parse(args).limit, await app.clock.now()),
  'policy-show': (app) => app.policies.live(),
  'policy-publish': async (app, args) => {
    const { document, ...change } = publishArgs.parse(args);
    return await publishPolicy(app, document, change, await app.clock.now());
  },
  'policy-rollback': async (app, args) => {
    const { version, ...change } = rollbackArgs.parse(args);
    return await rollback(app, version, change, await app.clock.now());
  },
  'policy-draft': (app) => draft(app),
  'policy-save-draft': (app, args) => {
    const { document, ...change } = draftArgs.parse(args);
    return saveDraft(app, document, change);
  },
  'policy-approve': (app, args) => {
    const { by, revision } = approveArgs.parse(args);
    return approve(app, by, revision);
  },
  'policy-history': (app) => app.policies.history(),
  'dead-letters': (app) => app.queue.deadLetters(),
  redrive: (app, args) => app.queue.redrive(redriveArgs.parse(args).jobIds),
} as const satisfies Readonly<Record<string, AppCommand>>;

/** Name of a command that needs the store. */
export type AppCommandName = keyof typeof appCommands;
