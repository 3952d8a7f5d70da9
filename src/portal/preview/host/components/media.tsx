import type { ReactElement, ReactNode } from 'react';
import type { IconProps, IllustrationProps, ImageProps } from '@hubspot/ui-extensions';
import { useOverlayTrigger } from './overlay-slot.tsx';

/** Own drawings on a grid of 24 for the signs a sales card needs; any other name is drawn as a dot. */
const SIGNS: Readonly<Record<string, string>> = {
  add: 'M12 5v14M5 12h14',
  remove: 'M6 6l12 12M18 6L6 18',
  success: 'M4 12.5l5 5L20 7',
  warning: 'M12 3L2 21h20L12 3zm0 7v5m0 2.6v.4',
  danger: 'M12 3L2 21h20L12 3zm0 7v5m0 2.6v.4',
  info: 'M12 3a9 9 0 100 18 9 9 0 000-18zm0 8v5m0-8.6v.4',
  question: 'M9 9a3 3 0 113.6 3c-.6.3-.6 1-.6 2m0 3.4v.4',
  calling: 'M5 4h4l2 5-2.5 1.5a11 11 0 005 5L15 13l5 2v4a1 1 0 01-1 1A15 15 0 014 5a1 1 0 011-1z',
  email: 'M3 6h18v12H3zM3 7l9 6 9-6',
  appointment: 'M4 6h16v14H4zM4 10h16M8 3v5m8-5v5',
  contact: 'M12 4a4 4 0 110 8 4 4 0 010-8zM4 21c0-4 4-6 8-6s8 2 8 6',
  home: 'M4 11l8-7 8 7v9h-6v-6h-4v6H4z',
  edit: 'M4 20l1-4L16 5l3 3L8 19z',
  search: 'M10.5 4a6.5 6.5 0 110 13 6.5 6.5 0 010-13zM15.5 15.5L21 21',
  refresh: 'M20 12a8 8 0 11-2.4-5.7M20 3v5h-5',
  right: 'M9 5l7 7-7 7',
  left: 'M15 5l-7 7 7 7',
  up: 'M5 15l7-7 7 7',
  down: 'M5 9l7 7 7-7',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3',
  tasks: 'M4 6l1.5 1.5L8 5M11 6h9M4 12l1.5 1.5L8 11M11 12h9M4 18l1.5 1.5L8 17M11 18h9',
};

const SIZES: Readonly<Record<string, number>> = {
  sm: 14,
  small: 14,
  md: 18,
  medium: 18,
  lg: 24,
  large: 24,
};

/** A small sign; silent for a screen reader unless the card names it. */
export function Icon(props: IconProps): ReactElement {
  const size = SIZES[props.size ?? 'md'];
  const named = props.screenReaderText !== undefined;
  return (
    <svg
      className={`ui-icon ${props.color ?? 'inherit'}`}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      role={named ? 'img' : undefined}
      aria-label={props.screenReaderText}
      aria-hidden={named ? undefined : true}
      data-sign={props.name}
    >
      <path d={SIGNS[props.name] ?? 'M12 8a4 4 0 110 8 4 4 0 010-8z'} />
    </svg>
  );
}

/** A picture; a button when it opens something. */
export function Image(props: ImageProps): ReactElement {
  const { trigger, overlay } = useOverlayTrigger(props);
  const picture = (
    <img
      className="ui-image"
      src={props.src}
      alt={props.alt ?? ''}
      width={props.width}
      height={props.height}
    />
  );
  const acts = props.onClick !== undefined || props.overlay !== undefined;
  return (
    <>
      {acts ? (
        <button type="button" className="ui-link-button" onClick={trigger}>
          {picture}
        </button>
      ) : (
        picture
      )}
      {overlay}
    </>
  );
}

/** HubSpot's drawings are its own: their place is marked with their words. */
export function Illustration(props: IllustrationProps): ReactElement {
  return (
    <span
      className="ui-illustration"
      role="img"
      aria-label={props.alt}
      style={{ width: props.width ?? 120, height: props.height ?? 90 }}
    />
  );
}

/** Shown in the place of a component that this preview does not know, so that the rest of the card stays. */
export function NotDrawn(props: {
  readonly name: string;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <div className="ui-not-drawn" role="note" data-not-drawn={props.name}>
      <span>Not drawn in the local preview: {props.name}</span>
      {props.children}
    </div>
  );
}
