import './worker-globals.ts';
import { Button, LoadingButton } from '@hubspot/ui-extensions';
import { createRenderer, type Renderer } from '@hubspot/ui-extensions/testing';
import type { CardFetch } from '../components/card-backend.ts';
import type { CardTime } from '../components/card-time.ts';
import type { CardVariant } from '../components/card-variant.ts';
import { HandoffCard } from '../components/handoff-card.tsx';

/** Where the rendered card may be. */
type Location = 'crm.record.tab' | 'crm.record.sidebar' | 'crm.preview';

const LOCATIONS: Readonly<Record<CardVariant, Location>> = {
  tab: 'crm.record.tab',
  sidebar: 'crm.record.sidebar',
  preview: 'crm.preview',
};

/** A card in HubSpot's renderer with a scripted backend and a clock turned by hand. */
export interface RenderedCard {
  readonly renderer: Renderer<Location>;
  /** What the card sent, oldest first. */
  readonly sent: readonly { readonly url: string; readonly body: Record<string, unknown> }[];
  readonly text: () => string;
  readonly buttons: () => readonly string[];
  readonly click: (label: string) => void;
  readonly shows: (text: string) => Promise<void>;
  readonly passTime: (ms: number) => void;
  /** A person edits the record on HubSpot's page. */
  readonly edit: (values: Record<string, string>) => void;
}

/** One answer of the backend: a JSON body, a whole response, or a call that fails. */
export type Scripted = object | Response | Error;

/** Renders the card; the backend gives `answers` in turn and repeats the last. */
export function renderHandoffCard(given: {
  readonly answers: readonly Scripted[];
  readonly variant?: CardVariant;
  readonly publicUrl?: unknown;
}): RenderedCard {
  const { answers, variant = 'tab', publicUrl = 'https://baton.example.com' } = given;
  const sent: { url: string; body: Record<string, unknown> }[] = [];
  const fetch: CardFetch = (url, { body }) => {
    const answer = answers[Math.min(sent.length, answers.length - 1)];
    sent.push({ url, body });
    if (answer instanceof Error) return Promise.reject(answer);
    return Promise.resolve(
      answer instanceof Response ? answer : new Response(JSON.stringify(answer)),
    );
  };
  const { time, passTime } = handTurnedTime();
  const edits: ((values: Record<string, string>) => void)[] = [];
  const renderer = createRenderer(LOCATIONS[variant]);
  renderer.render(
    <HandoffCard
      variant={variant}
      contactId="101"
      userId="77"
      publicUrl={publicUrl}
      fetch={fetch}
      host={{
        addAlert: (alert) => {
          renderer.mocks.actions.addAlert(alert);
        },
        refreshObjectProperties: () => {
          renderer.mocks.actions.refreshObjectProperties();
        },
        onCrmPropertiesUpdate: (_names, onEdit) => {
          edits.push(onEdit);
        },
      }}
      time={time}
    />,
  );
  const allButtons = () => [...renderer.findAll(Button), ...renderer.findAll(LoadingButton)];
  const text = (): string => renderer.getRootNode().toString();
  return {
    renderer,
    sent,
    text,
    buttons: () => allButtons().map((button) => button.text ?? ''),
    click(label) {
      const button = allButtons().find((each) => each.text === label);
      if (!button) throw new Error(`No button "${label}" among ${JSON.stringify(this.buttons())}`);
      button.trigger('onClick');
    },
    shows: (wanted) =>
      renderer.waitFor(() => {
        if (!text().includes(wanted)) throw new Error(`The card does not show "${wanted}"`);
      }),
    passTime,
    edit(values) {
      for (const onEdit of edits) onEdit(values);
    },
  };
}

function handTurnedTime(): { readonly time: CardTime; readonly passTime: (ms: number) => void } {
  let now = 1_000_000;
  const ticks = new Set<() => void>();
  const waiting = new Map<() => void, number>();
  return {
    time: {
      now: () => now,
      everyMinute(tick) {
        ticks.add(tick);
        return () => ticks.delete(tick);
      },
      after(ms, then) {
        waiting.set(then, now + ms);
        return () => waiting.delete(then);
      },
    },
    passTime(ms) {
      now += ms;
      for (const tick of ticks) tick();
      for (const [then, at] of waiting) {
        if (at > now) continue;
        waiting.delete(then);
        then();
      }
    },
  };
}
