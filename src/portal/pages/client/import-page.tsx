import { useState, type ReactElement } from 'react';
import type { ImportProgress, ImportSummary } from '../../import/import-contacts.ts';
import { importFile } from './import-file.ts';
import { PageHeading } from './page-states.tsx';
import { usePortal } from './portal-context.tsx';
import { PlaceLink } from './routes.tsx';

type ImportState =
  | { readonly at: 'choosing' }
  | { readonly at: 'running'; readonly progress: ImportProgress; readonly rows: number }
  | { readonly at: 'done'; readonly summary: ImportSummary }
  | { readonly at: 'failed'; readonly why: string };

const NOTHING_READ: ImportProgress = { read: 0, created: 0, updated: 0, failed: 0 };

/** Takes a CSV export of HubSpot contacts in. */
export function ImportPage(): ReactElement {
  const { directory, refresh } = usePortal();
  const [file, setFile] = useState<File | undefined>();
  const [stage, setStage] = useState('');
  const [state, setState] = useState<ImportState>({ at: 'choosing' });
  const run = async (chosen: File): Promise<void> => {
    // Quoted cells may hold line breaks, so the number of rows is a guess that only drives the bar.
    const rows = Math.max(1, (await chosen.text()).split('\n').length - 1);
    setState({ at: 'running', progress: NOTHING_READ, rows });
    try {
      const summary = await importFile(chosen, stage, (progress) => {
        setState({ at: 'running', progress, rows });
      });
      setState({ at: 'done', summary });
    } catch (error) {
      setState({ at: 'failed', why: error instanceof Error ? error.message : String(error) });
    }
    refresh();
  };
  return (
    <div className="page narrow">
      <PageHeading title="Import contacts" />
      <section className="panel">
        <p>
          A CSV export of HubSpot contacts, with labels or internal names in its first line. Unknown
          columns become custom properties. A row that cannot be taken is reported with its line,
          and the rest goes in.
        </p>
        <form
          className="log-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (file !== undefined) void run(file);
          }}
        >
          <label className="wide">
            <span>CSV file</span>
            <input
              type="file"
              accept=".csv,text/csv"
              required
              onChange={({ currentTarget }) => {
                setFile(currentTarget.files?.[0]);
              }}
            />
          </label>
          <label className="wide">
            <span>Lifecycle stage of every imported contact</span>
            <select
              value={stage}
              onChange={({ currentTarget }) => {
                setStage(currentTarget.value);
              }}
            >
              <option value="">As the file says</option>
              {directory.stages.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </select>
          </label>
          <span className="button-row wide">
            <button
              type="submit"
              className="ui-button primary"
              disabled={file === undefined || state.at === 'running'}
            >
              Import
            </button>
          </span>
        </form>
      </section>
      <div aria-live="polite">
        {state.at === 'running' && (
          <section className="panel">
            <h2>Importing</h2>
            <progress
              className="whole"
              aria-label="Rows imported"
              value={Math.min(state.progress.read, state.rows)}
              max={state.rows}
            />
            <p>{countWords(state.progress)}</p>
          </section>
        )}
        {state.at === 'done' && <Summary summary={state.summary} />}
        {state.at === 'failed' && (
          <div className="ui-alert danger" role="alert">
            <strong>The file could not be imported</strong>
            <div>{state.why}</div>
            <div>Mend the file and choose it again.</div>
          </div>
        )}
      </div>
    </div>
  );
}

function countWords({ read, created, updated, failed }: ImportProgress): string {
  const count = (n: number): string => n.toLocaleString('en');
  return `${count(read)} rows read: ${count(created)} created, ${count(updated)} updated, ${count(failed)} not taken.`;
}

function Summary({ summary }: { readonly summary: ImportSummary }): ReactElement {
  return (
    <section className="panel">
      <h2>Import finished</h2>
      <p>{countWords({ ...summary, failed: summary.failed.length })}</p>
      {summary.newProperties.length > 0 && (
        <p>New properties: {summary.newProperties.join(', ')}.</p>
      )}
      {summary.failed.length > 0 && (
        <div className="table-card">
          <table className="list">
            <caption>Rows that were not taken</caption>
            <thead>
              <tr>
                <th scope="col">Line</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {summary.failed.map((failure, index) => (
                <tr key={index}>
                  <th scope="row">{failure.line}</th>
                  <td data-label="Why">{failure.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p>
        <PlaceLink to="/?order=created">See the newest contacts</PlaceLink>
      </p>
    </section>
  );
}
