import { Accordion, Flex, Text } from '@hubspot/ui-extensions';
import type {
  CardFact,
  CardScore,
  CardView,
  EarlierAttempt,
} from '../../src/contract/card-view.ts';
import { dayAndTime } from '../../src/contract/time-left.ts';
import { FactsList, presentFacts } from './facts-list.tsx';
import { storyFacts } from './handoff-brief.tsx';
import type { CardVariant } from './card-variant.ts';
import { HandoffPlay } from './handoff-play.tsx';

/** What is one click away: the whole package, and how the decision came about (P21, design §12). */
export function HandoffDetails(props: {
  readonly view: CardView;
  readonly now: number;
  readonly variant: CardVariant;
}): React.JSX.Element {
  const { view, now, variant } = props;
  return (
    <Flex direction="column" gap="xs">
      {variant === 'sidebar' && (
        <Accordion title="Play, story and fit" size="sm">
          <Flex direction="column" gap="sm">
            <HandoffPlay view={view} />
            <FactsList facts={presentFacts(storyFacts(view, now))} />
            <FactsList facts={view.fitFacts} direction="row" />
          </Flex>
        </Accordion>
      )}
      {view.earlier.length > 0 && (
        <Accordion title={`Earlier handoffs (${view.earlier.length})`} size="sm">
          <FactsList facts={view.earlier.map((attempt) => earlierFact(attempt, view, now))} />
        </Accordion>
      )}
      {view.context.length > 0 && (
        <Accordion title="Everything known about the lead" size="sm">
          <Flex direction="column" gap="md">
            {view.context.map(({ title, facts }) => (
              <Flex key={title} direction="column" gap="xs">
                <Text format={{ fontWeight: 'demibold' }}>{title}</Text>
                <FactsList facts={facts} direction={facts.every(isShort) ? 'row' : 'column'} />
              </Flex>
            ))}
          </Flex>
        </Accordion>
      )}
      {view.evidence.length > 0 && (
        <Accordion title="What you may mention" size="sm">
          <FactsList
            facts={view.evidence.map(({ text, say }) => ({
              label: text,
              value: say === null ? 'Only for you: do not mention it.' : `Say: ${say}`,
            }))}
          />
        </Accordion>
      )}
      <Accordion title="How this was decided" size="sm">
        <Flex direction="column" gap="sm">
          <ScoreLines score={view.scores.fit} view={view} now={now} />
          <ScoreLines score={view.scores.intent} view={view} now={now} />
          {view.counterfactual && <Counterfactual counterfactual={view.counterfactual} />}
          {view.routing && <Routing routing={view.routing} ownerReason={view.ownerReason} />}
          <Text variant="microcopy">
            Decided by policy {view.policyVersion}. Times in {view.timeZone}.
          </Text>
        </Flex>
      </Accordion>
    </Flex>
  );
}

/** Short enough to stand beside others. */
function isShort({ value }: CardFact): boolean {
  return (value ?? '').length <= 40;
}

function ScoreLines(props: {
  readonly score: CardScore;
  readonly view: CardView;
  readonly now: number;
}): React.JSX.Element {
  const { score, view, now } = props;
  const total = score.score === null ? 'not scored' : `${score.score} of 100 points`;
  return (
    <Flex direction="column" gap="xs">
      <Text format={{ fontWeight: 'demibold' }}>
        {score.words} ({total})
      </Text>
      <FactsList
        direction="row"
        facts={score.lines.map(({ label, points, occurredAt }) => ({
          label: occurredAt
            ? `${label} (${dayAndTime({ at: Date.parse(occurredAt), now, timeZone: view.timeZone })})`
            : label,
          value: signed(points),
        }))}
      />
    </Flex>
  );
}

function Counterfactual(props: {
  readonly counterfactual: NonNullable<CardView['counterfactual']>;
}): React.JSX.Element {
  const { range, nextTier, changes } = props.counterfactual;
  return (
    <Flex direction="column" gap="xs">
      <Text format={{ fontWeight: 'demibold' }}>What would change it</Text>
      <Text>{range}</Text>
      {nextTier !== null && (
        <Text>
          {nextTier}: {changes.join('; ')}
        </Text>
      )}
    </Flex>
  );
}

function Routing(props: {
  readonly routing: NonNullable<CardView['routing']>;
  readonly ownerReason: string | null;
}): React.JSX.Element {
  const { pool, calendar, candidates } = props.routing;
  return (
    <Flex direction="column" gap="xs">
      <Text format={{ fontWeight: 'demibold' }}>How the owner was chosen</Text>
      <FactsList
        facts={presentFacts([
          { label: 'Why', value: props.ownerReason },
          { label: 'Pool', value: pool },
          { label: 'Due time counted in', value: calendar },
          ...(candidates ?? []).map(({ name, why, turn }) => ({
            label: turn ? `${name} (got it)` : name,
            value: why,
          })),
        ])}
      />
    </Flex>
  );
}

function earlierFact(
  attempt: EarlierAttempt,
  view: CardView,
  now: number,
): { readonly label: string; readonly value: string } {
  const { decidedAt, status, ownerName, reason, note } = attempt;
  const when = decidedAt && dayAndTime({ at: Date.parse(decidedAt), now, timeZone: view.timeZone });
  return {
    label: `Attempt ${attempt.attempt}`,
    value: [status, reason, ownerName, when, note].filter(Boolean).join(' · '),
  };
}

/** Points fade by the day, so they have decimals; two of them are enough to see that the lines add up. */
function signed(points: number): string {
  const size = String(Math.round(Math.abs(points) * 100) / 100);
  return points < 0 ? `−${size}` : `+${size}`;
}
