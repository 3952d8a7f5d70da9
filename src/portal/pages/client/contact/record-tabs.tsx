import { useState, type KeyboardEvent, type ReactElement } from 'react';
import type { CardListing } from '../../../preview/card-protocol.ts';
import { CardFrame } from '../../../preview/host/card-frame.tsx';
import type { CardSurroundings } from '../../../preview/host/create-host-api.ts';
import type { ContactRecord } from '../../page-data.ts';
import { ActivitiesTab } from './activities-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';

interface RecordTab {
  readonly id: string;
  readonly title: string;
  readonly draw: () => ReactElement;
}

/** The middle of the record: overview, activities, and one tab per card. Arrow keys move between the tabs. */
export function RecordTabs(props: {
  readonly contact: ContactRecord;
  readonly cards: readonly CardListing[];
  readonly surroundings: CardSurroundings;
}): ReactElement {
  const { contact, cards, surroundings } = props;
  const tabs: readonly RecordTab[] = [
    { id: 'overview', title: 'Overview', draw: () => <OverviewTab contact={contact} /> },
    { id: 'activities', title: 'Activities', draw: () => <ActivitiesTab contact={contact} /> },
    ...cards.map((card) => ({
      id: card.name,
      title: card.title,
      draw: () => <CardFrame card={card} {...surroundings} />,
    })),
  ];
  const [chosen, setChosen] = useState('overview');
  const selected = tabs.find((tab) => tab.id === chosen) ?? tabs[0];
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const at = tabs.findIndex((tab) => tab.id === selected?.id);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    setChosen(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div className="ui-tabs record-tabs">
      <div role="tablist" aria-label="Parts of the record" onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`tab-${tab.id}`}
            aria-selected={tab.id === selected?.id}
            aria-controls={`panel-${tab.id}`}
            tabIndex={tab.id === selected?.id ? 0 : -1}
            onClick={() => {
              setChosen(tab.id);
            }}
          >
            {tab.title}
          </button>
        ))}
      </div>
      {selected !== undefined && (
        <div role="tabpanel" id={`panel-${selected.id}`} aria-labelledby={`tab-${selected.id}`}>
          {selected.draw()}
        </div>
      )}
    </div>
  );
}
