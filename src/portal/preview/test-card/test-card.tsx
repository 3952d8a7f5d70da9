import {
  Alert,
  Box,
  Button,
  DateInput,
  Flex,
  Form,
  Heading,
  Input,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  Select,
  Tab,
  Table,
  TableBody,
  TableCell,
  TableRow,
  Tabs,
  Tag,
  Text,
  ToggleGroup,
  hubspot,
  useExtensionActions,
  useExtensionContext,
} from '@hubspot/ui-extensions';
import { CrmReport, useCrmProperties } from '@hubspot/ui-extensions/crm';
import { useState, type ReactElement } from 'react';

hubspot.extend<'crm.record.tab'>(() => <TestCard />);

/** A card that uses what the preview must be able to draw and answer; only tests show it. */
function TestCard(): ReactElement {
  const context = useExtensionContext<'crm.record.tab'>();
  const actions = useExtensionActions<'crm.record.tab'>();
  const { properties } = useCrmProperties(['firstname', 'lifecyclestage']);
  const [answer, setAnswer] = useState('');
  const [choice, setChoice] = useState('');
  const [committed, setCommitted] = useState('');
  const [sent, setSent] = useState('');
  const url = String((context.variables as Record<string, unknown> | undefined)?.['PUBLIC_URL']);
  const ask = async (path: string): Promise<void> => {
    const response = await hubspot.fetch(`${url}/${path}`, {
      method: 'POST',
      body: { do: 'open' },
    });
    setAnswer(`${response.status} ${await response.text()}`);
  };
  return (
    <Flex direction="column" gap="md">
      <Heading>Test card</Heading>
      <Text testId="who">
        {context.user.email} sees {properties['firstname'] ?? 'nobody'} as{' '}
        {properties['lifecyclestage'] ?? 'nothing'}
      </Text>
      <Flex gap="sm" wrap>
        <LoadingButton onClick={() => void ask('card')}>Ask the app</LoadingButton>
        <Button onClick={() => void ask('broken')}>Ask what fails</Button>
        <Button
          overlay={
            <Modal id="why" title="Why this lead?">
              <ModalBody>
                <Input name="note" label="Note in the dialog" />
              </ModalBody>
              <ModalFooter>
                <Button
                  onClick={() => {
                    actions.closeOverlay('why');
                  }}
                >
                  Done
                </Button>
              </ModalFooter>
            </Modal>
          }
        >
          Why?
        </Button>
        <Button
          onClick={() => {
            actions.addAlert({ type: 'success', message: 'The card says hello.' });
          }}
        >
          Say hello
        </Button>
      </Flex>
      <Alert title="Answer" variant="info">
        {answer}
      </Alert>
      <Select
        label="Reason"
        name="reason"
        value={choice}
        options={[
          { label: 'Timing', value: 'timing' },
          { label: 'Budget', value: 'budget' },
        ]}
        onChange={(value) => {
          setChoice(String(value));
        }}
      />
      <Tag testId="choice">{choice}</Tag>
      <Form
        onSubmit={(event) => {
          setSent(JSON.stringify(event.targetValue));
        }}
      >
        <Input
          name="city"
          label="City"
          onChange={(value) => {
            setCommitted(value);
          }}
        />
        <DateInput name="revisit" label="Revisit on" />
        <ToggleGroup
          name="kind"
          label="Kind"
          toggleType="radioButtonList"
          options={[
            { label: 'Call', value: 'call' },
            { label: 'Mail', value: 'mail' },
          ]}
        />
        <Button type="submit">Send</Button>
      </Form>
      <Text testId="committed">{committed}</Text>
      <Text testId="sent">{sent}</Text>
      <Tabs defaultSelected="first">
        <Tab tabId="first" title="First">
          <Text>What stands in the first tab</Text>
        </Tab>
        <Tab tabId="second" title="Second">
          <Table>
            <TableBody>
              <TableRow>
                <TableCell>What stands in the second tab</TableCell>
              </TableRow>
            </TableBody>
          </Table>
        </Tab>
      </Tabs>
      <Box>
        <CrmReport reportId="1" />
      </Box>
    </Flex>
  );
}
