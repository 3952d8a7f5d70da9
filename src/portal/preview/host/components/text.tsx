import { useState, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import type {
  DescriptionListItemProps,
  DescriptionListProps,
  HeadingProps,
  TextProps,
} from '@hubspot/ui-extensions';

const WEIGHT: Readonly<Record<string, number>> = { regular: 400, demibold: 600, bold: 700 };
const DECORATION: Readonly<Record<string, string>> = {
  none: 'none',
  underline: 'underline',
  strikethrough: 'line-through',
};

/** A paragraph, or a run of text when `inline`. */
export function Text(props: TextProps): ReactElement {
  const format = props.format ?? {};
  const truncate = props.truncate ?? false;
  const style: CSSProperties = {
    fontWeight: format.fontWeight === undefined ? undefined : WEIGHT[format.fontWeight],
    fontStyle: format.italic === true ? 'italic' : undefined,
    textDecoration:
      format.lineDecoration === undefined ? undefined : DECORATION[format.lineDecoration],
    textTransform: format.textTransform === 'sentenceCase' ? undefined : format.textTransform,
    maxWidth: typeof truncate === 'object' ? truncate.maxWidth : undefined,
  };
  const shared = {
    className: `ui-text ${props.variant ?? 'bodytext'} ${truncate === false ? '' : 'truncated'}`,
    style,
    title: typeof truncate === 'object' ? truncate.tooltipText : undefined,
    'data-test-id': props.testId,
  };
  return props.inline === true ? (
    <span {...shared}>{props.children}</span>
  ) : (
    <p {...shared}>{props.children}</p>
  );
}

/** A heading of the card; the card itself has the level above. */
export function Heading(props: HeadingProps): ReactElement {
  return (
    <h3
      className={props.inline === true ? 'ui-heading inline' : 'ui-heading'}
      data-test-id={props.testId}
    >
      {props.children}
    </h3>
  );
}

/** Labels with values, beside or above one another. */
export function DescriptionList(props: DescriptionListProps): ReactElement {
  return <dl className={`ui-descriptions ${props.direction ?? 'column'}`}>{props.children}</dl>;
}

/** One label with its value. */
export function DescriptionListItem(props: DescriptionListItemProps): ReactElement {
  return (
    <div data-test-id={props.testId}>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** Text that is cut at `maxHeight` pixels until somebody asks for the rest. */
export function ExpandableText(props: {
  readonly maxHeight?: number;
  readonly expandButtonText?: string;
  readonly collapseButtonText?: string;
  readonly children?: ReactNode;
}): ReactElement {
  const [expanded, setExpanded] = useState(false);
  return (
    <div className="ui-expandable">
      <div style={expanded ? undefined : { maxHeight: props.maxHeight ?? 72, overflow: 'hidden' }}>
        {props.children}
      </div>
      <button
        type="button"
        className="ui-link-button"
        aria-expanded={expanded}
        onClick={() => {
          setExpanded(!expanded);
        }}
      >
        {expanded
          ? (props.collapseButtonText ?? 'Show less')
          : (props.expandButtonText ?? 'Show more')}
      </button>
    </div>
  );
}
