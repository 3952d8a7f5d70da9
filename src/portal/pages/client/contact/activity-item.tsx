import type { ReactElement } from 'react';
import type { Activity } from '../../page-data.ts';
import { usePortal } from '../portal-context.tsx';
import { RichText } from '../rich-text.tsx';
import { useSave } from './use-save.ts';

const NAMES: Readonly<Record<Activity['kind'], string>> = {
  task: 'Task',
  note: 'Note',
  call: 'Call',
  email: 'E-mail',
  meeting: 'Meeting',
  message: 'Message',
};

/** One entry of the timeline. */
export function ActivityItem({ activity }: { readonly activity: Activity }): ReactElement {
  const { times, pulse, personName } = usePortal();
  const { task } = activity;
  return (
    <li className={`activity ${activity.kind} ${task?.done === true ? 'done' : ''}`}>
      <div className="activity-head">
        <span className="kind">{NAMES[activity.kind]}</span>
        <h3>{activity.title}</h3>
        <span className="muted small">
          {task === undefined ? '' : 'Due '}
          <time dateTime={new Date(activity.at).toISOString()}>
            {times.short(activity.at, pulse.now)}
          </time>
        </span>
      </div>
      <p className="activity-facts">
        <span>{personName(activity.ownerId)}</span>
        {activity.facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {task !== undefined && (
          <>
            <span className={`ui-status ${taskTone(task)}`}>{taskWords(task)}</span>
            {task.priority !== 'NONE' && <span>{priorityWords(task.priority)}</span>}
            {task.remindAt !== null && (
              <span>Reminder {times.short(task.remindAt, pulse.now)}</span>
            )}
          </>
        )}
      </p>
      {activity.body !== '' && <RichText html={activity.body} />}
      {task !== undefined && <CompleteButton id={activity.id} done={task.done} />}
    </li>
  );
}

type Task = NonNullable<Activity['task']>;

function taskTone(task: Task): string {
  if (task.done) return 'success';
  return task.overdue ? 'danger' : 'info';
}

function taskWords(task: Task): string {
  if (task.done) return 'Completed';
  return task.overdue ? 'Overdue' : 'Open';
}

/** HubSpot's `HIGH` as `High priority`. */
export function priorityWords(priority: string): string {
  return `${priority.charAt(0)}${priority.slice(1).toLowerCase()} priority`;
}

/** Completes a task, or opens it again. */
export function CompleteButton(props: {
  readonly id: string;
  readonly done: boolean;
}): ReactElement {
  const save = useSave();
  return (
    <span className="button-row">
      <button
        type="button"
        className="ui-button secondary small"
        disabled={save.saving}
        onClick={() => {
          void save.send(
            `/_portal/pages/tasks/${props.id}`,
            { done: !props.done },
            props.done ? 'Task opened again.' : 'Task completed.',
          );
        }}
      >
        {props.done ? 'Open again' : 'Mark as complete'}
      </button>
      {save.error !== undefined && (
        <span className="field-error" role="alert">
          {save.error}
        </span>
      )}
    </span>
  );
}
