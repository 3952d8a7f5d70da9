import { DescriptionList, DescriptionListItem, Text } from '@hubspot/ui-extensions';
import type { CardFact } from '../../src/contract/card-view.ts';

/** Facts with their labels. What nobody knows says so: it is a question, never a no (design §2.7). */
export function FactsList(props: {
  readonly facts: readonly CardFact[];
  /** `row` sets short facts side by side; sentences stand one below the other. */
  readonly direction?: 'row' | 'column';
}): React.JSX.Element {
  return (
    <DescriptionList direction={props.direction ?? 'column'}>
      {props.facts.map(({ label, value }, index) => (
        <DescriptionListItem key={`${label}-${index}`} label={label}>
          {value === null ? (
            <Text format={{ italic: true }}>not known yet</Text>
          ) : (
            <Text>{value}</Text>
          )}
        </DescriptionListItem>
      ))}
    </DescriptionList>
  );
}

/** Keeps the facts that are there, for lists in which an absent one has nothing to say. */
export function presentFacts(facts: readonly CardFact[]): readonly CardFact[] {
  return facts.filter(({ value }) => value !== null && value !== '');
}
