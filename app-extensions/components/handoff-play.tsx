import { Accordion, Flex, Link, List, Text, Tile } from '@hubspot/ui-extensions';
import type { CardView } from '../../src/contract/card-view.ts';
import { FactsList } from './facts-list.tsx';

/** The play with its opening words, what is worth asking, the booking page, and the campaign's brief (R151, R160 to R162). */
export function HandoffPlay({ view }: { readonly view: CardView }): React.JSX.Element | null {
  const questions = worthAsking(view);
  if (!view.play && questions.length === 0 && view.brief.length === 0) return null;
  return (
    <Tile compact>
      <Flex direction="column" gap="sm">
        {view.play && (
          <>
            <Text format={{ fontWeight: 'demibold' }}>{view.play.label}</Text>
            <Text>Goal: {view.play.goal}</Text>
            <Text testId="opener">“{view.play.opener}”</Text>
          </>
        )}
        {questions.length > 0 && (
          <>
            <Text format={{ fontWeight: 'demibold' }}>Worth asking</Text>
            <List variant="unordered-styled">
              {questions.map((question) => (
                <Text key={question}>{question}</Text>
              ))}
            </List>
          </>
        )}
        {view.play?.meetingLink && (
          <Link href={{ url: view.play.meetingLink, external: true }}>Booking page to offer</Link>
        )}
        {view.brief.length > 0 && (
          <Accordion title={`Campaign brief: ${view.campaign ?? ''}`} size="sm">
            <FactsList facts={view.brief} />
          </Accordion>
        )}
      </Flex>
    </Tile>
  );
}

/** Questions of the play and one for each missing fact; the one whose answer matters most comes first. */
export function worthAsking(view: CardView): readonly string[] {
  const first = view.missing.find(({ field }) => field === view.askFirst);
  const others = view.missing.filter((fact) => fact !== first);
  return [
    ...new Set([
      ...(first ? [`${first.question} (the answer that matters most)`] : []),
      ...(view.play?.questions ?? []),
      ...others.map(({ question }) => question),
    ]),
  ];
}
