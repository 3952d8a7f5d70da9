import { Button, ButtonRow, LoadingButton } from '@hubspot/ui-extensions';

/** Confirm and go back, the end of every form. */
export function FormButtons(props: {
  /** What confirming does, in words. */
  readonly confirm: string;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}): React.JSX.Element {
  return (
    <ButtonRow disableDropdown>
      <LoadingButton variant="primary" loading={props.busy} onClick={props.onConfirm}>
        {props.confirm}
      </LoadingButton>
      <Button variant="transparent" disabled={props.busy} onClick={props.onCancel}>
        Back
      </Button>
    </ButtonRow>
  );
}
