import {
  createContext,
  useContext,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import type { AccordionProps, TabProps, TabsProps } from '@hubspot/ui-extensions';
import { useLocalValue } from './use-local-value.ts';

type TabId = string | number;

interface TabEntry {
  readonly id: TabId;
  readonly title: string;
  readonly disabled: boolean;
}

interface TabsState {
  readonly prefix: string;
  readonly selected: TabId | undefined;
  /** A parent cannot read the props of remote children, so each tab makes itself known. */
  readonly register: (tab: TabEntry) => () => void;
}

const TabsContext = createContext<TabsState | null>(null);

/** Tabs as the ARIA pattern has them: one stop for the Tab key, arrows move between them. */
export function Tabs(props: TabsProps): ReactElement {
  const prefix = useId();
  const [entries, setEntries] = useState<readonly TabEntry[]>([]);
  const [chosen, setChosen] = useLocalValue<TabId | undefined>(
    props.selected,
    props.defaultSelected,
  );
  const tablist = useRef<HTMLDivElement>(null);
  const selected = chosen ?? entries.find((tab) => !tab.disabled)?.id;
  const state = useMemo<TabsState>(
    () => ({
      prefix,
      selected,
      register: (tab) => {
        setEntries((known) =>
          known.some((other) => other.id === tab.id)
            ? known.map((other) => (other.id === tab.id ? tab : other))
            : [...known, tab],
        );
        return () => {
          setEntries((known) => known.filter((other) => other !== tab));
        };
      },
    }),
    [prefix, selected],
  );
  const select = (id: TabId): void => {
    setChosen(id);
    (props.onSelectedChange as ((id: TabId) => void) | undefined)?.(id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const usable = entries.filter((tab) => !tab.disabled);
    const at = usable.findIndex((tab) => tab.id === selected);
    const next = usable[(at + step + usable.length) % usable.length];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    select(next.id);
    document.getElementById(`${prefix}-tab-${next.id}`)?.focus();
  };
  return (
    <TabsContext.Provider value={state}>
      <div
        className={`ui-tabs ${props.variant ?? 'default'} ${props.fill === true ? 'fill' : ''}`}
        data-test-id={props.testId}
      >
        <div role="tablist" ref={tablist} onKeyDown={onKeyDown}>
          {entries.map((tab) => (
            <button
              key={tab.id}
              type="button"
              role="tab"
              id={`${prefix}-tab-${tab.id}`}
              aria-controls={`${prefix}-panel-${tab.id}`}
              aria-selected={tab.id === selected}
              tabIndex={tab.id === selected ? 0 : -1}
              disabled={tab.disabled}
              onClick={() => {
                select(tab.id);
              }}
            >
              {tab.title}
            </button>
          ))}
        </div>
        {props.children}
      </div>
    </TabsContext.Provider>
  );
}

/** One tab with its content. */
export function Tab(props: TabProps): ReactElement | null {
  const tabs = useContext(TabsContext);
  const ownId = useId();
  const id = props.tabId ?? props.title ?? ownId;
  const title = props.title ?? String(id);
  const disabled = props.disabled === true;
  const register = useRef(tabs?.register);
  useLayoutEffect(() => register.current?.({ id, title, disabled }), [id, title, disabled]);
  if (tabs === null) return null;
  return (
    <div
      role="tabpanel"
      id={`${tabs.prefix}-panel-${id}`}
      aria-labelledby={`${tabs.prefix}-tab-${id}`}
      hidden={tabs.selected !== id}
    >
      {tabs.selected === id ? props.children : null}
    </div>
  );
}

/** A stretch that can be folded away. */
export function Accordion(props: AccordionProps): ReactElement {
  const [open, setOpen] = useLocalValue(props.open, props.defaultOpen ?? false);
  return (
    <details
      className={`ui-accordion ${props.size ?? 'md'}`}
      open={open}
      data-test-id={props.testId}
    >
      <summary
        aria-disabled={props.disabled}
        onClick={(event) => {
          // The card's `open` decides, so the browser must not fold by itself.
          event.preventDefault();
          if (props.disabled === true) return;
          if (props.open === undefined) setOpen(!open);
          props.onClick?.();
        }}
      >
        {props.title}
      </summary>
      <div className="ui-accordion-body">{props.children}</div>
    </details>
  );
}
