import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import type { CardAlert } from '../../preview/card-protocol.ts';
import type { Directory, PagePerson, Pulse } from '../page-data.ts';
import { getJson } from './api.ts';
import { createTimeWords, type TimeWords } from './time-words.ts';

/** How often the pages ask whether something changed, in milliseconds. */
const PULSE_EVERY = 1_500;

/** Where the browser keeps who is acting. */
const ACTING_KEY = 'local-portal.acting-owner';

/** What every page shares. */
export interface PortalState {
  readonly directory: Directory;
  readonly pulse: Pulse;
  readonly times: TimeWords;
  /** Who the person at the screen is. */
  readonly acting: PagePerson;
  readonly actAs: (ownerId: string) => void;
  /** Asks at once whether something changed. */
  readonly refresh: () => void;
  readonly showAlert: (alert: CardAlert) => void;
  /** Name of an owner; words for nobody or an unknown one. */
  readonly personName: (ownerId: string) => string;
}

const PortalContext = createContext<PortalState | null>(null);

/** What every page shares. */
export function usePortal(): PortalState {
  const state = useContext(PortalContext);
  if (state === null) throw new Error('usePortal needs PortalProvider around it');
  return state;
}

/** Reads the directory once and the pulse again and again. */
export function PortalProvider(props: {
  readonly showAlert: (alert: CardAlert) => void;
  readonly children: ReactNode;
}): ReactElement {
  const [directory, setDirectory] = useState<Directory | undefined>();
  const [pulse, setPulse] = useState<Pulse | undefined>();
  const [failure, setFailure] = useState<string | undefined>();
  const [actingId, setActingId] = useState(() => window.localStorage.getItem(ACTING_KEY) ?? '');
  const refresh = useCallback(() => {
    getJson<Pulse>('/_portal/pages/pulse').then(
      (next) => {
        setFailure(undefined);
        setPulse((known) =>
          known?.version === next.version && Math.abs(next.now - known.now) < 1_000 ? known : next,
        );
      },
      (error: unknown) => {
        setFailure(error instanceof Error ? error.message : String(error));
      },
    );
  }, []);
  useEffect(() => {
    refresh();
    const timer = window.setInterval(refresh, PULSE_EVERY);
    return () => {
      window.clearInterval(timer);
    };
  }, [refresh]);
  // An installation adds choices, an import people: read them again with each new version.
  const version = pulse?.version;
  useEffect(() => {
    if (version === undefined) return;
    getJson<Directory>('/_portal/pages/directory').then(setDirectory, (error: unknown) => {
      setFailure(error instanceof Error ? error.message : String(error));
    });
  }, [version]);
  const { showAlert } = props;
  const state = useMemo<PortalState | undefined>(() => {
    if (directory === undefined || pulse === undefined) return undefined;
    const active = directory.people.filter((person) => !person.archived);
    const acting = active.find((person) => person.id === actingId) ?? active[0];
    if (acting === undefined) return undefined;
    return {
      directory,
      pulse,
      times: createTimeWords(directory.timeZone),
      acting,
      actAs: (ownerId) => {
        window.localStorage.setItem(ACTING_KEY, ownerId);
        setActingId(ownerId);
      },
      refresh,
      showAlert,
      personName: (ownerId) =>
        ownerId === ''
          ? 'No owner'
          : (directory.people.find((person) => person.id === ownerId)?.name ?? `Owner ${ownerId}`),
    };
  }, [directory, pulse, actingId, refresh, showAlert]);
  if (state === undefined) {
    return (
      <main className="whole-page">
        {failure === undefined ? (
          directory?.people.every((person) => person.archived) === true ? (
            <p role="alert">
              This portal has no active owner, so nobody can act. Reset it (POST /_portal/reset) to
              get the seeded company back.
            </p>
          ) : (
            <p role="status">Opening the portal…</p>
          )
        ) : (
          <p role="alert">{failure}</p>
        )}
      </main>
    );
  }
  return (
    <PortalContext.Provider value={state}>
      {failure !== undefined && (
        <p className="lost-connection" role="alert">
          {failure} What you see may be out of date.
        </p>
      )}
      {props.children}
    </PortalContext.Provider>
  );
}
