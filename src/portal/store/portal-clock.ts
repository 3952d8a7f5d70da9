import { instant, parseInstant, toIso, type Instant } from '../../domain/instant.ts';
import type { Database } from './open-database.ts';

/** The portal's business clock: real time moved by an offset, or standing still. All CRM timestamps use it. */
export interface PortalClock {
  now(): Instant;
  /** Moves on (or back) by milliseconds. */
  advance(ms: number): void;
  set(at: Instant): void;
  /** Stops the clock where it stands, or lets it run on from there. */
  freeze(frozen: boolean): void;
  /** Real time again. */
  reset(): void;
  /** What `GET /_portal/clock` answers. */
  describe(): {
    readonly now: string;
    readonly realNow: string;
    readonly offsetMs: number;
    readonly frozen: boolean;
  };
}

interface ClockState {
  readonly offsetMs: number;
  readonly frozenAt: number | null;
}

/**
 * Binds the clock to the database, which keeps it across restarts.
 *
 * @param database - where the state lies
 * @param realNow - real time in epoch milliseconds
 */
export function createPortalClock(database: Database, realNow: () => number): PortalClock {
  const read = database.prepare("SELECT value FROM portal_state WHERE key = 'clock'");
  const write = database.prepare("INSERT OR REPLACE INTO portal_state VALUES ('clock', ?)");
  const stored = read.get();
  let state: ClockState =
    stored === undefined
      ? { offsetMs: 0, frozenAt: null }
      : (JSON.parse(stored['value'] as string) as ClockState);

  function now(): Instant {
    return instant(state.frozenAt ?? Math.round(realNow() + state.offsetMs));
  }
  function become(next: ClockState): void {
    state = next;
    write.run(JSON.stringify(next));
  }
  function set(at: number): void {
    become({ offsetMs: at - realNow(), frozenAt: state.frozenAt === null ? null : at });
  }

  return {
    now,
    advance: (ms) => {
      set(now() + ms);
    },
    set,
    freeze: (frozen) => {
      const at = now();
      become({ offsetMs: at - realNow(), frozenAt: frozen ? at : null });
    },
    reset: () => {
      become({ offsetMs: 0, frozenAt: null });
    },
    describe: () => ({
      now: toIso(now()),
      realNow: toIso(instant(realNow())),
      offsetMs: Math.round(now() - realNow()),
      frozen: state.frozenAt !== null,
    }),
  };
}

/** Reads an instant of a control's body; undefined when it is none. */
export function readInstant(raw: unknown): Instant | undefined {
  const parsed = typeof raw === 'string' || typeof raw === 'number' ? parseInstant(raw) : undefined;
  return parsed?.ok === true ? parsed.value : undefined;
}
