import {
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import type {
  ButtonProps,
  DropdownButtonItemProps,
  DropdownProps,
  HrefProp,
  LinkProps,
  LoadingButtonProps,
  StatusTagProps,
  TagProps,
} from '@hubspot/ui-extensions';
import { cardEvent, type CardEvent } from './card-event.ts';
import { OverlayRegistryContext } from './overlay-registry.ts';
import { useOverlayTrigger } from './overlay-slot.tsx';

const SIZES: Readonly<Record<string, string>> = {
  xs: 'extra-small',
  'extra-small': 'extra-small',
  sm: 'small',
  small: 'small',
  md: 'medium',
  medium: 'medium',
};

function linkTarget(href: HrefProp | undefined): { href: string; external: boolean } | undefined {
  if (href === undefined) return undefined;
  return typeof href === 'string'
    ? { href, external: true }
    : { href: href.url, external: href.external ?? true };
}

/** A button; with `href` it opens that address in a new tab, with `overlay` a dialog. */
export function Button(props: ButtonProps & { readonly loading?: boolean }): ReactElement {
  const { trigger, overlay, describedBy } = useOverlayTrigger(props);
  const size = SIZES[props.size ?? 'md'] ?? 'medium';
  const className = `ui-button ${props.variant ?? 'secondary'} ${size} ${props.truncate === true ? 'truncated' : ''}`;
  const target = linkTarget(props.href);
  const busy = props.loading === true;
  return (
    <span className="ui-anchor">
      {target === undefined ? (
        <button
          type={props.type ?? 'button'}
          className={className}
          data-test-id={props.testId}
          disabled={props.disabled === true || busy}
          aria-busy={busy || undefined}
          aria-describedby={describedBy}
          onClick={trigger}
        >
          {busy && <span className="ui-spinner small" aria-hidden="true" />}
          {props.children}
        </button>
      ) : (
        <a
          className={className}
          data-test-id={props.testId}
          href={target.href}
          target={target.external ? '_blank' : undefined}
          rel="noreferrer"
          onClick={trigger}
        >
          {props.children}
        </a>
      )}
      {overlay}
    </span>
  );
}

/** A button that cannot be pressed again while `loading`. */
export function LoadingButton(props: LoadingButtonProps): ReactElement {
  return <Button {...props} />;
}

/** A link that opens in a new tab unless told otherwise. */
export function Link(props: LinkProps): ReactElement {
  const { trigger, overlay, describedBy } = useOverlayTrigger(props);
  const target = linkTarget(props.href);
  const stays = props.preventDefault === true || props.overlay !== undefined;
  return (
    <span className="ui-anchor">
      <a
        className={`ui-link ${props.variant ?? 'primary'}`}
        data-test-id={props.testId}
        href={target?.href ?? '#'}
        target={target?.external === true && !stays ? '_blank' : undefined}
        rel="noreferrer"
        aria-describedby={describedBy}
        onClick={(event) => {
          if (stays) event.preventDefault();
          trigger();
        }}
      >
        {props.children}
      </a>
      {overlay}
    </span>
  );
}

/** A small coloured label; a button when it does something. */
export function Tag(props: TagProps): ReactElement {
  const { trigger, overlay, describedBy } = useOverlayTrigger(props);
  const className = `ui-tag ${props.variant ?? 'default'}`;
  const acts = props.onClick !== undefined || props.overlay !== undefined;
  return (
    <span className="ui-anchor">
      {acts ? (
        <button
          type="button"
          className={className}
          data-test-id={props.testId}
          aria-describedby={describedBy}
          onClick={trigger}
        >
          {props.children}
        </button>
      ) : (
        <span className={className} data-test-id={props.testId}>
          {props.children}
        </span>
      )}
      {overlay}
    </span>
  );
}

/** A state in one word, with a dot in its colour. */
export function StatusTag(props: StatusTagProps): ReactElement {
  const className = `ui-status ${props.variant ?? 'default'} ${props.hollow === true ? 'hollow' : ''}`;
  return (
    <span className="ui-anchor">
      {props.onClick === undefined ? (
        <span className={className} data-test-id={props.testId}>
          {props.children}
        </span>
      ) : (
        <button
          type="button"
          className={className}
          data-test-id={props.testId}
          onClick={() => props.onClick?.()}
        >
          {props.children}
        </button>
      )}
      {props.showRemoveIcon === true && (
        <button
          type="button"
          className="ui-remove"
          aria-label="Remove"
          onClick={() => props.onRemoveClick?.()}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
    </span>
  );
}

/** A button that opens a list of actions; Escape or a choice closes it. */
export function Dropdown(props: DropdownProps): ReactElement {
  const [open, setOpen] = useState(false);
  const listId = useId();
  const whole = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const onPointer = (event: PointerEvent): void => {
      if (event.target instanceof Node && whole.current?.contains(event.target) !== true)
        setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
    };
  }, [open]);
  const size = SIZES[props.buttonSize ?? 'md'] ?? 'medium';
  return (
    <span
      ref={whole}
      className="ui-dropdown"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className={`ui-button ${props.variant ?? 'secondary'} ${size}`}
        data-test-id={props.testId}
        disabled={props.disabled}
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {props.buttonText ?? 'Actions'} <span aria-hidden="true">▾</span>
      </button>
      <span
        id={listId}
        className="ui-dropdown-list"
        hidden={!open}
        onClick={() => {
          setOpen(false);
        }}
      >
        {props.children}
      </span>
    </span>
  );
}

/** One action of a Dropdown. */
export function DropdownButtonItem(props: DropdownButtonItemProps): ReactElement {
  const { trigger, overlay } = useOverlayTrigger(props);
  return (
    <>
      <button type="button" data-test-id={props.testId} onClick={trigger}>
        {props.children}
      </button>
      {overlay}
    </>
  );
}

/** A form; its fields' names and values go to the card when it is sent. */
export function Form(props: {
  readonly children?: ReactNode;
  readonly autoComplete?: 'off' | 'on';
  readonly onSubmit?: (
    event: CardEvent & { readonly targetValue: Readonly<Record<string, string>> },
    reactions: unknown,
  ) => void;
}): ReactElement {
  const { reactions } = useContext(OverlayRegistryContext);
  return (
    <form
      className="ui-form"
      autoComplete={props.autoComplete}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        const targetValue: Record<string, string> = {};
        new FormData(event.currentTarget).forEach((value, name) => {
          if (typeof value === 'string') targetValue[name] = value;
        });
        props.onSubmit?.({ ...cardEvent('submit'), targetValue }, reactions);
      }}
    >
      {props.children}
    </form>
  );
}
