import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { ActivityToLog } from '../../page-data.ts';
import { usePortal } from '../portal-context.tsx';
import { useSave } from './use-save.ts';

const WORDS: Readonly<
  Record<
    ActivityToLog['kind'],
    {
      readonly title: string;
      readonly body: string;
      readonly submit: string;
      readonly said: string;
    }
  >
> = {
  note: { title: '', body: 'Note', submit: 'Add note', said: 'Note added.' },
  call: { title: 'Call title', body: 'Notes', submit: 'Log call', said: 'Call logged.' },
  email: { title: 'Subject', body: 'Message', submit: 'Log e-mail', said: 'E-mail logged.' },
  meeting: { title: 'Title', body: 'Notes', submit: 'Log meeting', said: 'Meeting logged.' },
  message: { title: '', body: 'Message', submit: 'Log message', said: 'Message logged.' },
};

const FIRST_TITLES: Readonly<Record<ActivityToLog['kind'], string>> = {
  note: '',
  call: 'Outbound call',
  email: '',
  meeting: 'Meeting',
  message: '',
};

/** The form for one activity, logged for the acting person. */
export function LogForm(props: {
  readonly kind: ActivityToLog['kind'];
  readonly contactId: string;
  readonly onDone: () => void;
}): ReactElement {
  const { kind } = props;
  const { directory, pulse, times, acting } = usePortal();
  const save = useSave();
  const outcomes =
    kind === 'call' ? directory.callOutcomes : kind === 'meeting' ? directory.meetingOutcomes : [];
  const [title, setTitle] = useState(FIRST_TITLES[kind]);
  const [body, setBody] = useState('');
  const [outcome, setOutcome] = useState('');
  const channels = kind === 'message' ? directory.messageChannels : [];
  const [channel, setChannel] = useState(channels[0]?.value ?? '');
  const [minutes, setMinutes] = useState(kind === 'meeting' ? '30' : '2');
  const [when, setWhen] = useState(() => times.toInput(pulse.now));
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, []);
  const words = WORDS[kind];
  const submit = async (): Promise<void> => {
    const at = times.fromInput(when) ?? pulse.now;
    const logged = await save.send(
      `/_portal/pages/contacts/${props.contactId}/activities`,
      { kind, at, title, body, outcome, channel, minutes: Number(minutes) },
      words.said,
    );
    if (logged) props.onDone();
  };
  return (
    <form
      ref={form}
      className="log-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className="muted small">Logged for {acting.name}: change it under "Acting as".</p>
      {words.title !== '' && (
        <label className="wide">
          <span>{words.title}</span>
          <input
            required
            value={title}
            onChange={({ currentTarget }) => {
              setTitle(currentTarget.value);
            }}
          />
        </label>
      )}
      {channels.length > 0 && (
        <label>
          <span>Channel</span>
          <select
            value={channel}
            onChange={({ currentTarget }) => {
              setChannel(currentTarget.value);
            }}
          >
            {channels.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
        </label>
      )}
      {outcomes.length > 0 && (
        <>
          <label>
            <span>Outcome</span>
            <select
              value={outcome}
              onChange={({ currentTarget }) => {
                setOutcome(currentTarget.value);
              }}
            >
              <option value="">None</option>
              {outcomes.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>Duration in minutes</span>
            <input
              type="number"
              required
              min={0}
              max={1440}
              value={minutes}
              onChange={({ currentTarget }) => {
                setMinutes(currentTarget.value);
              }}
            />
          </label>
        </>
      )}
      <label>
        <span>When ({times.timeZone})</span>
        <input
          type="datetime-local"
          required
          value={when}
          onChange={({ currentTarget }) => {
            setWhen(currentTarget.value);
          }}
        />
      </label>
      <label className="wide">
        <span>{words.body}</span>
        <textarea
          rows={3}
          required={kind === 'note' || kind === 'message'}
          value={body}
          onChange={({ currentTarget }) => {
            setBody(currentTarget.value);
          }}
        />
      </label>
      {save.error !== undefined && (
        <p className="field-error wide" role="alert">
          {save.error}
        </p>
      )}
      <span className="button-row wide">
        <button type="submit" className="ui-button primary small" disabled={save.saving}>
          {words.submit}
        </button>
        <button type="button" className="ui-button secondary small" onClick={props.onDone}>
          Cancel
        </button>
      </span>
    </form>
  );
}
