import type { CSSProperties, ReactElement } from 'react';
import type {
  TableCellProps,
  TableElementProps,
  TableHeaderProps,
  TableProps,
} from '@hubspot/ui-extensions';

/** A table that scrolls sideways where it does not fit, with pages where the card says so. */
export function Table(props: TableProps): ReactElement {
  return (
    <div className={props.flush === true ? 'ui-table-frame flush' : 'ui-table-frame'}>
      <div className="ui-table-scroll" role="region" aria-label="Table" tabIndex={0}>
        <table
          className={`ui-table ${props.density ?? 'default'} ${props.bordered === false ? '' : 'bordered'}`}
          data-test-id={props.testId}
        >
          {props.children}
        </table>
      </div>
      {props.paginated === true && (
        <nav className="ui-pages" aria-label="Pages of the table">
          {Array.from({ length: props.pageCount }, (_, index) => index + 1).map((page) => (
            <button
              key={page}
              type="button"
              aria-current={page === (props.page ?? 1) ? 'page' : undefined}
              onClick={() => {
                props.onPageChange(page);
              }}
            >
              {page}
            </button>
          ))}
        </nav>
      )}
    </div>
  );
}

function cellStyle(props: Pick<TableCellProps, 'align' | 'width'>): CSSProperties {
  const { width } = props;
  return {
    textAlign: props.align,
    width: width === 'min' ? '1%' : width === 'max' ? '100%' : width,
    whiteSpace: width === 'min' ? 'nowrap' : undefined,
  };
}

/** The heading of a column; pressing it asks the card for another order. */
export function TableHeader(props: TableHeaderProps): ReactElement {
  if (!('onSortChange' in props)) {
    return (
      <th scope="col" style={cellStyle(props)}>
        {props.children}
      </th>
    );
  }
  const sorted = props.sortDirection;
  return (
    <th scope="col" style={cellStyle(props)} aria-sort={sorted}>
      <button
        type="button"
        disabled={props.disabled}
        onClick={() => {
          props.onSortChange(sorted === 'ascending' ? 'descending' : 'ascending');
        }}
      >
        {props.children}{' '}
        <span aria-hidden="true">
          {sorted === 'none' ? '↕' : sorted === 'ascending' ? '↑' : '↓'}
        </span>
      </button>
    </th>
  );
}

/** One cell. */
export function TableCell(props: TableCellProps): ReactElement {
  return (
    <td colSpan={props.colSpan} style={cellStyle(props)} data-test-id={props.testId}>
      {props.children}
    </td>
  );
}

/** One row. */
export function TableRow(props: TableElementProps): ReactElement {
  return <tr data-test-id={props.testId}>{props.children}</tr>;
}

/** The rows of headings. */
export function TableHead(props: TableElementProps): ReactElement {
  return <thead>{props.children}</thead>;
}

/** The rows of data. */
export function TableBody(props: TableElementProps): ReactElement {
  return <tbody>{props.children}</tbody>;
}

/** The rows of sums. */
export function TableFooter(props: TableElementProps): ReactElement {
  return <tfoot>{props.children}</tfoot>;
}
