import { Flex, Heading, Inline, StatusTag, Tag, Text } from '@hubspot/ui-extensions';
import type { CardView } from '../../src/contract/card-view.ts';
import { dayAndTime, dayWords, dayIn, dueText } from '../../src/contract/time-left.ts';
import { FactsList, presentFacts } from './facts-list.tsx';
import type { CardVariant } from './card-variant.ts';
import { HandoffPlay } from './handoff-play.tsx';

const TIER_TONES = { tier_1: 'error', tier_2: 'warning', tier_3: 'default' } as const;
const SLA_TONES = {
  neutral: 'default',
  warning: 'warning',
  danger: 'danger',
  success: 'success',
} as const;

/** What a rep needs before the first word, in the order of P21 (R98). */
export function HandoffBrief(props: {
  readonly view: CardView;
  readonly now: number;
  readonly variant: CardVariant;
}): React.JSX.Element {
  const { view, now, variant } = props;
  const { person, tier, sla } = view;
  return (
    <Flex direction="column" gap="sm">
      {variant !== 'sidebar' && (
        <Flex direction="column" gap="flush">
          <Heading>{person.name}</Heading>
          <Text>{[person.title, person.company].filter(Boolean).join(', ')}</Text>
          <Text variant="microcopy">
            {[person.email, person.phone].filter(Boolean).join(' · ')}
          </Text>
        </Flex>
      )}
      <Inline gap="sm" align="center">
        {tier && (
          <Tag variant={TIER_TONES[tier.id]} testId="tier">
            {tier.label}
          </Tag>
        )}
        {view.dueAt !== null && view.firstTouchOwed && (
          <Text format={{ fontWeight: 'bold' }} testId="due">
            {dueText({ at: Date.parse(view.dueAt), now, timeZone: view.timeZone })}
          </Text>
        )}
        {sla && <StatusTag variant={SLA_TONES[sla.tone]}>{sla.label}</StatusTag>}
        <Text testId="status">{view.status.label}</Text>
      </Inline>
      {view.diverted !== null && (
        <Text testId="diverted">{divertedText(view, view.diverted, now)}</Text>
      )}
      {view.decided && <FactsList facts={decidedFacts(view, view.decided, now)} />}
      <FactsList facts={presentFacts(whyFacts(view, now))} />
      {variant === 'tab' && <FactsList facts={presentFacts(storyFacts(view, now))} />}
      {variant === 'tab' && view.fitFacts.length > 0 && (
        <FactsList facts={view.fitFacts} direction="row" />
      )}
      {variant !== 'sidebar' && <HandoffPlay view={view} />}
    </Flex>
  );
}

/** The story behind the lead: the latest strong signal, their words, and what they answered to (R80, R83, R78). */
export function storyFacts(
  view: CardView,
  now: number,
): readonly { readonly label: string; readonly value: string | null }[] {
  const { latestAction } = view;
  const at = latestAction?.at ?? null;
  const when =
    at === null ? '' : `, ${dayAndTime({ at: Date.parse(at), now, timeZone: view.timeZone })}`;
  return [
    { label: 'Latest signal', value: latestAction && `${latestAction.label}${when}` },
    { label: 'They said', value: view.said },
    { label: 'Offer', value: [view.offer, view.campaign].filter(Boolean).join(' · ') || null },
  ];
}

function whyFacts(
  view: CardView,
  now: number,
): readonly { readonly label: string; readonly value: string | null }[] {
  const { nextAction, timeZone } = view;
  const owner = view.yours ? null : view.ownerName;
  // The sentence above says who has it and why.
  const ownership =
    view.diverted === null
      ? [
          { label: view.yours ? 'Why you' : 'Why this owner', value: view.ownerReason },
          { label: 'Owner', value: owner },
        ]
      : [];
  // A touch that is owed has its due time above, and a day to look again has a line of its own.
  const due =
    nextAction?.dueAt && !view.firstTouchOwed && !view.decided?.revisitOn
      ? ` · ${dueText({ at: Date.parse(nextAction.dueAt), now, timeZone })}`
      : '';
  return [
    { label: 'Why this lead', value: view.reason },
    ...ownership,
    { label: 'Next', value: nextAction && `${nextAction.text}${due}` },
  ];
}

/** A request of a customer, to whom it belongs, and by when to answer it. */
function divertedText(view: CardView, text: string, now: number): string {
  const { dueAt, timeZone } = view;
  if (dueAt === null || !view.firstTouchOwed) return text;
  const at = Date.parse(dueAt);
  const when = dayAndTime({ at, now, timeZone });
  return at < now ? `${text} It was to be answered by ${when}.` : `${text} Answer by ${when}.`;
}

function decidedFacts(
  view: CardView,
  decided: NonNullable<CardView['decided']>,
  now: number,
): readonly { readonly label: string; readonly value: string | null }[] {
  const when = dayAndTime({ at: Date.parse(decided.at), now, timeZone: view.timeZone });
  const who = decided.byName === null ? when : `${when} by ${decided.byName}`;
  const { revisitOn } = decided;
  return presentFacts([
    { label: 'Decision', value: `${decided.text} (${who})` },
    { label: 'Note', value: decided.note },
    {
      label: 'Look at it again',
      value: revisitOn === null ? null : dayWords(revisitOn, dayIn(now, view.timeZone)),
    },
  ]);
}
