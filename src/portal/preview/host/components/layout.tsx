import type { CSSProperties, ReactElement } from 'react';
import { Children } from 'react';
import type {
  AutoGridProps,
  BoxProps,
  ButtonRowProps,
  DividerProps,
  FlexProps,
  InlineProps,
  ListProps,
  SpacerProps,
  StackProps,
  TileProps,
} from '@hubspot/ui-extensions';

/** HubSpot's distances as CSS lengths; the pixels are our reading of its pages. */
const DISTANCE: Readonly<Record<string, string>> = {
  flush: '0',
  xs: '4px',
  'extra-small': '4px',
  sm: '8px',
  small: '8px',
  md: '16px',
  medium: '16px',
  lg: '24px',
  large: '24px',
  xl: '32px',
  'extra-large': '32px',
};

const ALIGNED: Readonly<Record<string, string>> = {
  start: 'flex-start',
  end: 'flex-end',
  center: 'center',
  between: 'space-between',
  around: 'space-around',
  baseline: 'baseline',
  stretch: 'stretch',
  auto: 'auto',
};

/** The CSS length of one of HubSpot's distances; `fallback` when none is given. */
export function distance(name: string | undefined, fallback = 'flush'): string {
  return DISTANCE[name ?? fallback] ?? '0';
}

function aligned(name: string | undefined): string | undefined {
  return name === undefined ? undefined : ALIGNED[name];
}

/** A row, or a column where `direction` says so. */
export function Flex(props: FlexProps): ReactElement {
  const style: CSSProperties = {
    flexDirection: props.direction ?? 'row',
    gap: distance(props.gap),
    justifyContent: aligned(props.justify),
    alignItems: aligned(props.align),
    alignSelf: aligned(props.alignSelf),
    flexWrap: props.wrap === true || props.wrap === 'wrap' ? 'wrap' : 'nowrap',
  };
  return (
    <div className="ui-flex" style={style} data-test-id={props.testId}>
      {props.children}
    </div>
  );
}

/** The older name of a column with distances. */
export function Stack(props: StackProps): ReactElement {
  const style: CSSProperties = {
    flexDirection: props.direction ?? 'column',
    gap: distance(props.distance, 'sm'),
    justifyContent: aligned(props.justify),
    alignItems: aligned(props.align),
    width: props.width,
  };
  return (
    <div className="ui-flex" style={style}>
      {props.children}
    </div>
  );
}

/** A row that wraps. */
export function Inline(props: InlineProps): ReactElement {
  const style: CSSProperties = {
    gap: distance(props.gap, 'sm'),
    justifyContent: aligned(props.justify),
    alignItems: aligned(props.align ?? 'center'),
    flexWrap: 'wrap',
  };
  return (
    <div className="ui-flex" style={style}>
      {props.children}
    </div>
  );
}

/** An item of a Flex that says how it grows. */
export function Box(props: BoxProps): ReactElement {
  return (
    <div
      className="ui-box"
      style={{ flex: props.flex, alignSelf: aligned(props.alignSelf) }}
      data-test-id={props.testId}
    >
      {props.children}
    </div>
  );
}

/** Columns of at least `columnWidth` pixels, as many as fit. */
export function AutoGrid(props: AutoGridProps): ReactElement {
  const track = props.flexible === true ? 'auto-fit' : 'auto-fill';
  const style: CSSProperties = {
    gap: distance(props.gap, 'md'),
    gridTemplateColumns: `repeat(${track}, minmax(min(100%, ${props.columnWidth}px), 1fr))`,
  };
  return (
    <div className="ui-grid" style={style}>
      {props.children}
    </div>
  );
}

/** A bordered area. */
export function Tile(props: TileProps): ReactElement {
  const fit = props.flush === true ? 'flush' : props.compact === true ? 'compact' : '';
  return (
    <div className={`ui-tile ${fit}`} data-test-id={props.testId}>
      {props.children}
    </div>
  );
}

/** A horizontal line with room around it. */
export function Divider(props: DividerProps): ReactElement {
  const room = distance(props.size, 'sm');
  return <hr className="ui-divider" style={{ marginBlock: room }} />;
}

/** Empty room. */
export function Spacer(props: SpacerProps): ReactElement {
  return <div style={{ height: distance(props.size, 'sm') }} />;
}

/** Buttons beside one another. */
export function ButtonRow(props: ButtonRowProps): ReactElement {
  return (
    <div className="ui-button-row" data-test-id={props.testId}>
      {props.children}
    </div>
  );
}

/** Each child becomes an item. */
export function List(props: ListProps): ReactElement {
  const items = Children.toArray(props.children).map((child, index) => (
    <li key={index}>{child}</li>
  ));
  const variant = props.variant ?? 'unordered';
  const className = `ui-list ${variant}`;
  return variant.startsWith('ordered') ? (
    <ol className={className}>{items}</ol>
  ) : (
    <ul className={className}>{items}</ul>
  );
}
