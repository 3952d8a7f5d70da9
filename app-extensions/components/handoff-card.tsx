import { useMemo } from 'react';
import {
  Alert,
  Button,
  EmptyState,
  ErrorState,
  Flex,
  LoadingSpinner,
  Text,
} from '@hubspot/ui-extensions';
import { createBackend, type CardFetch } from './card-backend.ts';
import type { CardVariant } from './card-variant.ts';
import { machineTime, type CardTime } from './card-time.ts';
import { DecisionPanel } from './decision-panel.tsx';
import { HandoffBrief } from './handoff-brief.tsx';
import { HandoffDetails } from './handoff-details.tsx';
import { useHandoff, type CardHost } from './use-handoff.ts';

/** What an entry file hands to the card. */
export interface HandoffCardProps {
  readonly variant: CardVariant;
  readonly contactId: string;
  readonly userId: string;
  /** Variable `PUBLIC_URL` of the build profile. */
  readonly publicUrl: unknown;
  readonly fetch: CardFetch;
  readonly host: CardHost;
  readonly time?: CardTime;
}

/** The handoff of one contact: what is known, why, and the decision. */
export function HandoffCard(props: HandoffCardProps): React.JSX.Element {
  const { variant, contactId, userId, publicUrl, fetch, host, time = machineTime } = props;
  const ask = useMemo(() => createBackend(fetch, publicUrl), [fetch, publicUrl]);
  const { state, notice, now, reload, act } = useHandoff({ ask, contactId, userId, host, time });

  if (state.kind === 'loading') return <LoadingSpinner label="Loading the handoff" showLabel />;
  if (state.kind === 'failed') {
    return (
      <ErrorState title="The handoff cannot be shown">
        <Text>{state.message}</Text>
        <Button onClick={reload}>Try again</Button>
      </ErrorState>
    );
  }
  if (state.kind === 'none') {
    return (
      <EmptyState title="No handoff on this contact" layout="vertical">
        <Text>
          {state.message ||
            'Baton hands a contact over when it reaches the stage that marketing and sales agreed on.'}
        </Text>
        <Button onClick={reload}>Look again</Button>
      </EmptyState>
    );
  }
  const { view } = state;
  return (
    <Flex direction="column" gap="md">
      {notice && (
        <Alert title={notice.title} variant={notice.variant}>
          {notice.text}
        </Alert>
      )}
      <HandoffBrief view={view} now={now} variant={variant} />
      {variant === 'preview' ? (
        <Text variant="microcopy">Open the contact to decide or to see how this was decided.</Text>
      ) : (
        <>
          <DecisionPanel key={view.handoffId + view.status.id} view={view} now={now} act={act} />
          <HandoffDetails view={view} now={now} variant={variant} />
        </>
      )}
    </Flex>
  );
}
