import { createContext, useContext, type ReactElement, type ReactNode } from 'react';
import { Button } from './actions.tsx';
import { useOverlayTrigger, type ClickHandler } from './overlay-slot.tsx';

/** Moves the app's own page to another of its places; the page's router in the worker draws it. */
export type Navigate = (path: string, params: Readonly<Record<string, string>>) => void;

/** Set by the frame around a card. */
export const NavigateContext = createContext<Navigate>(() => undefined);

interface WithChildren {
  readonly children?: ReactNode;
}

/** The head of a page: its actions. */
export function PageHeader({ children }: WithChildren): ReactElement {
  return <div className="ui-page-header">{children}</div>;
}

/** The title of a page. */
export function PageTitle({ children }: WithChildren): ReactElement {
  return <h2 className="ui-page-title">{children}</h2>;
}

/** Actions that stand together. */
export function PageActions({ children }: WithChildren): ReactElement {
  return <div className="ui-button-row">{children}</div>;
}

/** The way from the start of the app to this page. */
export function PageBreadcrumbs({ children }: WithChildren): ReactElement {
  return (
    <nav className="ui-breadcrumbs" aria-label="Breadcrumbs">
      {children}
    </nav>
  );
}

/** The page one is on. */
export function PageBreadcrumbsCurrent({ children }: WithChildren): ReactElement {
  return <span aria-current="page">{children}</span>;
}

/** A link to another page of the app. */
export function PageLink(
  props: WithChildren & { readonly to: string; readonly params?: Record<string, string> },
): ReactElement {
  const navigate = useContext(NavigateContext);
  return (
    <button
      type="button"
      className="ui-link-button"
      onClick={() => {
        navigate(props.to, props.params ?? {});
      }}
    >
      {props.children}
    </button>
  );
}

/** An action in the head of a page that may lead to an address. */
export function PageHeaderLink(
  props: WithChildren & {
    readonly href?: string;
    readonly disabled?: boolean;
    readonly onClick?: ClickHandler;
  },
): ReactElement {
  const { trigger } = useOverlayTrigger(props);
  return (
    <Button
      variant="primary"
      size="sm"
      {...(props.href !== undefined && { href: props.href })}
      {...(props.disabled !== undefined && { disabled: props.disabled })}
      onClick={trigger}
    >
      {props.children}
    </Button>
  );
}
