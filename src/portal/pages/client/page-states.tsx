import { useEffect, type ReactElement, type ReactNode } from 'react';

/** The heading of a page; also names the browser tab. */
export function PageHeading(props: {
  readonly title: string;
  readonly children?: ReactNode;
}): ReactElement {
  useEffect(() => {
    document.title = `${props.title} · Local portal`;
  }, [props.title]);
  return (
    <div className="page-heading">
      <h1>{props.title}</h1>
      {props.children}
    </div>
  );
}

/** Grey bars in the place of what is on its way. */
export function Loading({ what }: { readonly what: string }): ReactElement {
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">Loading {what}…</span>
      <span className="bar" />
      <span className="bar" />
      <span className="bar" />
    </div>
  );
}

/** Nothing to show, and what to do about it. */
export function Nothing(props: {
  readonly title: string;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <div className="nothing">
      <strong>{props.title}</strong>
      {props.children !== undefined && <p>{props.children}</p>}
    </div>
  );
}

/** Something failed, and what to do about it. */
export function Failure(props: { readonly why: string; readonly what: string }): ReactElement {
  return (
    <div className="ui-alert danger" role="alert">
      <strong>{props.what} could not be shown</strong>
      <div>{props.why}</div>
    </div>
  );
}
