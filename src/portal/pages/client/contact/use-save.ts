import { useState } from 'react';
import { postJson } from '../api.ts';
import { usePortal } from '../portal-context.tsx';

/** Sends a change and tells how it went. */
export interface Save {
  readonly saving: boolean;
  /** Why the last attempt failed, in words. */
  readonly error: string | undefined;
  /** Resolves to whether it worked; `said` is shown as a message then. */
  readonly send: (path: string, body: object, said: string) => Promise<boolean>;
}

/** Saves as the acting person and asks for what changed at once. */
export function useSave(): Save {
  const { acting, refresh, showAlert } = usePortal();
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const send: Save['send'] = async (path, body, said) => {
    setSaving(true);
    setError(undefined);
    try {
      await postJson(path, { ...body, actingOwnerId: acting.id });
      showAlert({ type: 'success', message: said });
      refresh();
      return true;
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure));
      return false;
    } finally {
      setSaving(false);
    }
  };
  return { saving, error, send };
}
