import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';

/** Where the reader is; `navigate` moves without loading the page anew. */
export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly navigate: (to: string, options?: { readonly replace: boolean }) => void;
}

const PlaceContext = createContext<Place | null>(null);

/** The present place. */
export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (place === null) throw new Error('usePlace needs PlaceProvider around it');
  return place;
}

/** Keeps the place in step with the address bar. */
export function PlaceProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [address, setAddress] = useState(() => window.location.pathname + window.location.search);
  useEffect(() => {
    const onPop = (): void => {
      setAddress(window.location.pathname + window.location.search);
    };
    window.addEventListener('popstate', onPop);
    return () => {
      window.removeEventListener('popstate', onPop);
    };
  }, []);
  const place = useMemo<Place>(() => {
    const url = new URL(address, window.location.origin);
    return {
      path: url.pathname,
      query: url.searchParams,
      navigate: (to, options) => {
        if (options?.replace === true) window.history.replaceState(null, '', to);
        else window.history.pushState(null, '', to);
        setAddress(to);
        if (options?.replace !== true) window.scrollTo(0, 0);
      },
    };
  }, [address]);
  return <PlaceContext.Provider value={place}>{children}</PlaceContext.Provider>;
}

/** A link inside the pages; a click with a modifier key opens a tab as usual. */
export function PlaceLink(props: {
  readonly to: string;
  readonly className?: string | undefined;
  readonly current?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const { navigate } = usePlace();
  return (
    <a
      href={props.to}
      className={props.className}
      aria-current={props.current === true ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        navigate(props.to);
      }}
    >
      {props.children}
    </a>
  );
}
