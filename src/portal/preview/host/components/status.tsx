import type { ReactElement } from 'react';
import type {
  AlertProps,
  EmptyStateProps,
  ErrorStateProps,
  LoadingSpinnerProps,
  ProgressBarProps,
  ScoreProps,
  StatisticsItemProps,
  StatisticsProps,
  StatisticsTrendProps,
  StepIndicatorProps,
} from '@hubspot/ui-extensions';

/** A message in the card; a fault is announced at once. */
export function Alert(props: AlertProps): ReactElement {
  const variant = props.variant ?? 'info';
  const grave = variant === 'danger' || variant === 'error';
  return (
    <div
      role={grave ? 'alert' : 'status'}
      className={`ui-alert ${variant}`}
      data-test-id={props.testId}
    >
      <strong>{props.title}</strong>
      {props.children !== undefined && <div>{props.children}</div>}
    </div>
  );
}

/** Says that something is under way. */
export function LoadingSpinner(props: LoadingSpinnerProps): ReactElement {
  return (
    <div
      role="status"
      className={`ui-loading ${props.layout ?? 'inline'}`}
      data-test-id={props.testId}
    >
      <span className="ui-spinner" aria-hidden="true" />
      <span className={props.showLabel === true ? undefined : 'visually-hidden'}>
        {props.label}
      </span>
    </div>
  );
}

/** Says that there is nothing, and what to do next. */
export function EmptyState(props: EmptyStateProps): ReactElement {
  return (
    <div className={`ui-empty ${props.flush === true ? 'flush' : ''}`} data-test-id={props.testId}>
      <h3>{props.title ?? 'There is nothing here yet'}</h3>
      {props.children}
    </div>
  );
}

/** Says that something failed, and what to do next. */
export function ErrorState(props: ErrorStateProps): ReactElement {
  return (
    <div className="ui-empty error" role="alert" data-test-id={props.testId}>
      <h3>{props.title ?? 'Something went wrong'}</h3>
      {props.children}
    </div>
  );
}

/** How far something is. */
export function ProgressBar(props: ProgressBarProps): ReactElement {
  const max = props.maxValue ?? 100;
  const value = props.value ?? 0;
  return (
    <div className={`ui-progress ${props.variant ?? 'success'}`} data-test-id={props.testId}>
      <span className="ui-progress-words">
        <span>{props.title}</span>
        <span>
          {props.valueDescription}
          {props.showPercentage === true && ` ${Math.round((100 * value) / max)}%`}
        </span>
      </span>
      <progress
        aria-label={props['aria-label'] ?? props.title ?? 'Progress'}
        value={value}
        max={max}
      />
    </div>
  );
}

/** A score from 0 to 100 in a ring. */
export function ScoreCircle(props: ScoreProps): ReactElement {
  const score = Math.min(100, Math.max(0, props.score));
  const kind = score >= 67 ? 'high' : score >= 34 ? 'middle' : 'low';
  return (
    <svg
      className={`ui-score ${kind}`}
      viewBox="0 0 44 44"
      role="img"
      aria-label={`Score ${score} of 100`}
    >
      <circle cx="22" cy="22" r="19" pathLength="100" />
      <circle cx="22" cy="22" r="19" pathLength="100" strokeDasharray={`${score} 100`} />
      <text x="22" y="27" textAnchor="middle">
        {score}
      </text>
    </svg>
  );
}

/** Where one is in a sequence of steps; `currentStep` counts from 0. */
export function StepIndicator(props: StepIndicatorProps): ReactElement {
  const current = props.currentStep ?? 0;
  return (
    <ol className={`ui-steps ${props.direction ?? 'horizontal'} ${props.variant ?? 'default'}`}>
      {props.stepNames.map((name, index) => (
        <li
          key={name}
          className={index < current ? 'done' : index === current ? 'current' : 'ahead'}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className="ui-step-dot" aria-hidden="true">
            {index < current ? '✓' : index + 1}
          </span>
          {props.onClick === undefined ? (
            name
          ) : (
            <button type="button" className="ui-link-button" onClick={() => props.onClick?.(index)}>
              {name}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Figures beside one another. */
export function Statistics(props: StatisticsProps): ReactElement {
  return <div className="ui-statistics">{props.children}</div>;
}

/** One figure with its name. */
export function StatisticsItem(props: StatisticsItemProps): ReactElement {
  return (
    <div className="ui-statistic" data-test-id={props.testId}>
      <span className="ui-statistic-label">{props.label}</span>
      <strong>{props.number}</strong>
      {props.children}
    </div>
  );
}

/** How a figure moved. */
export function StatisticsTrend(props: StatisticsTrendProps): ReactElement {
  const up = props.direction === 'increase';
  return (
    <span className={`ui-trend ${props.color ?? (up ? 'green' : 'red')}`}>
      <span aria-hidden="true">{up ? '▲' : '▼'}</span>
      <span className="visually-hidden">{up ? 'up' : 'down'}</span> {props.value}
    </span>
  );
}
