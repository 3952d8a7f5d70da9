import { createReadStream } from 'node:fs';
import { once } from 'node:events';
import type { Command } from 'commander';
import { AppError } from '../../../application/ports/app-error.ts';
import type { PortalStore } from '../../../portal/index.ts';
import { configOf, withProgress, type CommandContext } from '../command-context.ts';

/** `worker` was asked for where the app itself has to work. */
class NothingToWorkForError extends AppError {
  readonly code = 'config-invalid';
}

/** Adds `start`, `serve`, `worker` and `portal`: the commands that keep running (design §9). */
export function addServeCommands(program: Command, context: CommandContext): void {
  program
    .command('start')
    .description('Run everything on this machine: the local portal, the app and the card preview')
    .option('--import <file>', 'load a CSV export of HubSpot contacts first')
    .option(
      '--stage <stage>',
      'lifecycle stage for imported contacts, such as marketingqualifiedlead',
    )
    .action(async (options: { import?: string; stage?: string }) => {
      const local = await import('./start-local.ts');
      const baton = await local.startLocal(local.localConfig(context.env));
      context.print(`Local stand-in for HubSpot   ${baton.portalUrl}`);
      context.print(`Baton                        ${baton.appUrl}`);
      if (options.import !== undefined) {
        await importFile(context, baton.portal, { file: options.import, stage: options.stage });
      }
      context.print('');
      context.print(
        'Open the first address, choose a contact and make it a marketing qualified lead.',
      );
      context.print('Stop with Ctrl+C.');
      await untilStopped();
      await baton.stop();
    });

  program
    .command('serve')
    .description('Serve webhooks, card and worker for a HubSpot portal')
    .action(async () => {
      const config = configOf(context);
      // Loaded only here: most commands do without database, queue and HubSpot client.
      const { composeApp } = await import('../../compose-app.ts');
      const { serve } = await import('../../serve.ts');
      const app = await composeApp(config);
      const serving = await serve(app).catch(async (error: unknown) => {
        // An open store would keep the process alive, and the next start out.
        await app.close();
        throw error;
      });
      context.print(`Baton listens on port ${serving.port} for ${config.publicUrl}.`);
      await untilStopped();
      await serving.stop();
    });

  program
    .command('worker')
    .description('Work the queue of a PostgreSQL server beside "serve"')
    .action(async () => {
      const config = configOf(context);
      if (config.databaseUrl === undefined) {
        throw new NothingToWorkForError(
          'DATABASE_URL is unset, so the app works its own queue and a second worker cannot reach it. Set DATABASE_URL to a PostgreSQL server, or run "baton serve" alone.',
        );
      }
      const { composeApp } = await import('../../compose-app.ts');
      const { startWorker } = await import('../../serve.ts');
      const app = await composeApp(config);
      const worker = startWorker(app);
      context.print('Working. Stop with Ctrl+C.');
      await untilStopped();
      await worker.stop();
      await app.close();
    });

  program
    .command('portal')
    .description('Run the local stand-in for HubSpot alone')
    .action(async () => {
      const local = await import('./start-local.ts');
      const { portal, url } = await local.startPortal(local.localConfig(context.env));
      context.print(`Local stand-in for HubSpot   ${url}`);
      await untilStopped();
      await portal.close();
    });
}

async function untilStopped(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}

/** Loads contacts into the local portal and says what came of it, bad rows by line. */
async function importFile(
  context: CommandContext,
  portal: { readonly store: PortalStore },
  from: { readonly file: string; readonly stage: string | undefined },
): Promise<void> {
  const { importContacts } = await import('../../../portal/index.ts');
  const summary = await withProgress(context, 'Import', (progress) =>
    importContacts(portal.store, createReadStream(from.file), {
      ...(from.stage === undefined ? {} : { stage: from.stage }),
      onProgress: ({ read }) => {
        progress(read, null);
      },
    }),
  );
  context.print(
    `Imported ${from.file}: ${summary.read} rows, ${summary.created} new, ${summary.updated} updated, ${summary.failed.length} failed.`,
  );
  for (const { line, reason } of summary.failed.slice(0, 20))
    context.print(`  line ${line}: ${reason}`);
}
