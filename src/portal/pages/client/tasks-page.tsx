import type { ReactElement } from 'react';
import type { QueuedTask } from '../page-data.ts';
import { CompleteButton, priorityWords } from './contact/activity-item.tsx';
import { Failure, Loading, Nothing, PageHeading } from './page-states.tsx';
import { usePortal } from './portal-context.tsx';
import { PlaceLink, usePlace } from './routes.tsx';
import { useResource } from './use-resource.ts';

/** The open tasks of one person or of all, the ones due first at the top. */
export function TasksPage(): ReactElement {
  const { pulse, directory, acting } = usePortal();
  const { query, navigate } = usePlace();
  const owner = query.get('owner') ?? acting.id;
  const asked = owner === 'all' ? '' : owner;
  const tasks = useResource<readonly QueuedTask[]>(
    `/_portal/pages/tasks?owner=${encodeURIComponent(asked)}`,
    pulse.version,
  );
  const overdue = tasks.data?.filter((task) => task.overdue).length ?? 0;
  return (
    <div className="page">
      <PageHeading title="Tasks">
        <p role="status" className="count">
          {tasks.data !== undefined && `${tasks.data.length} open, ${overdue} overdue`}
        </p>
      </PageHeading>
      <div className="filters">
        <label className="filter">
          <span>Owner</span>
          <select
            value={owner}
            onChange={({ currentTarget }) => {
              navigate(`/tasks?owner=${currentTarget.value}`, { replace: true });
            }}
          >
            <option value="all">Everybody</option>
            {directory.people.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {tasks.error !== undefined && <Failure what="The tasks" why={tasks.error} />}
      {tasks.data === undefined && tasks.error === undefined && <Loading what="tasks" />}
      {tasks.data?.length === 0 && (
        <Nothing title="No open task">
          A task appears when a contact is handed over: set one to Marketing Qualified Lead, or look
          at everybody's tasks.
        </Nothing>
      )}
      {tasks.data !== undefined && tasks.data.length > 0 && <TaskTable tasks={tasks.data} />}
    </div>
  );
}

function TaskTable({ tasks }: { readonly tasks: readonly QueuedTask[] }): ReactElement {
  const { times, pulse, personName } = usePortal();
  return (
    <div className="table-card">
      <table className="list">
        <caption className="visually-hidden">Open tasks</caption>
        <thead>
          <tr>
            <th scope="col">Task</th>
            <th scope="col">Contact</th>
            <th scope="col">Due ({times.timeZone})</th>
            <th scope="col">Owner</th>
            <th scope="col">Done?</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.id}>
              <th scope="row">
                {task.subject}
                {task.priority !== 'NONE' && (
                  <span className="under">{priorityWords(task.priority)}</span>
                )}
              </th>
              <td data-label="Contact">
                {task.contact === null ? (
                  <span className="muted">None</span>
                ) : (
                  <PlaceLink to={`/contacts/${task.contact.id}`}>{task.contact.name}</PlaceLink>
                )}
              </td>
              <td data-label="Due">
                <span className={`ui-status ${task.overdue ? 'danger' : 'info'}`}>
                  {times.short(task.dueAt, pulse.now)}
                  {task.overdue && ' (overdue)'}
                </span>
              </td>
              <td data-label="Owner">{personName(task.ownerId)}</td>
              <td>
                <CompleteButton id={task.id} done={false} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
