import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../application/ports/app-error.ts';
import type { App } from './app.ts';
import { listenForCommands } from './app-socket.ts';
import { createServer } from './http/express.ts';
import { runWorker } from './run-worker.ts';

/** The port is taken. */
export class PortInUseError extends AppError {
  readonly code = 'port-in-use';
}

/** A serving app; `stop` finishes the batch in hand and closes everything. */
export interface Serving {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/**
 * Serves the HTTP surface, works the queue, and, with the embedded store, takes commands from other processes of this
 * machine.
 *
 * @param app - what is served
 * @param realNow - real time in epoch milliseconds, by which signatures must be fresh
 * @throws {PortInUseError} when something else listens on the configured port
 */
export async function serve(app: App, realNow: () => number = Date.now): Promise<Serving> {
  const { config } = app;
  const server = await listen(
    createServer({
      queue: app.queue,
      log: app.log,
      metrics: app.metrics,
      clientSecret: config.hubspot.clientSecret,
      publicUrl: config.publicUrl,
      realNow,
      ready: async () => {
        await app.queue.depth();
        await app.livePolicy();
      },
      useCases: app,
    }),
    config.port,
  );
  const commands = config.databaseUrl === undefined ? await listenForCommands(app) : null;
  const worker = startWorker(app);
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      await Promise.all([close(server), commands ? close(commands) : undefined, worker.stop()]);
      await app.close();
    },
  };
}

/** Works the queue in the background until told to stop. */
export function startWorker(app: App): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController();
  const running = runWorker({ ...app, sleep: sleepUntilStopped }, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function sleepUntilStopped(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function listen(handler: ReturnType<typeof createServer>, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = handler.listen(port, (error) => {
      if (!error) resolve(server);
      else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
        reject(new PortInUseError(`Port ${port} is in use. Stop what listens there, or set PORT.`));
      } else reject(error);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error) reject(error);
      else resolve();
    });
    // HubSpot keeps connections alive; idle ones would hold the process.
    server.closeIdleConnections();
  });
}
