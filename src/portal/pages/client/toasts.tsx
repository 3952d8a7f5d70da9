import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import type { CardAlert } from '../../preview/card-protocol.ts';

/** How long a message stays, in milliseconds; a fault stays until it is closed. */
const SHOWN_FOR = 7_000;

/** React 18 passes the attribute on, but its types do not know it yet. */
const POPOVER = { popover: 'manual' };

interface Toast extends CardAlert {
  readonly id: number;
}

/** Messages in the corner, and the function that shows one. */
export interface Toasts {
  readonly showAlert: (alert: CardAlert) => void;
  readonly region: ReactElement;
}

/** Keeps the messages of a page. */
export function useToasts(): Toasts {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const lastId = useRef(0);
  const region = useRef<HTMLDivElement>(null);
  const drop = useCallback((id: number) => {
    setToasts((shown) => shown.filter((toast) => toast.id !== id));
  }, []);
  const showAlert = useCallback(
    (alert: CardAlert) => {
      lastId.current += 1;
      const id = lastId.current;
      setToasts((shown) => [...shown, { ...alert, id }]);
      if (alert.type !== 'danger') {
        window.setTimeout(() => {
          drop(id);
        }, SHOWN_FOR);
      }
    },
    [drop],
  );
  // Shown anew as a popover, the newest message lies above a dialog that opened before it.
  useEffect(() => {
    const element = region.current;
    if (element === null) return;
    if (element.matches(':popover-open')) element.hidePopover();
    if (toasts.length > 0) element.showPopover();
  }, [toasts]);
  return {
    showAlert,
    region: (
      <div ref={region} {...POPOVER} className="toasts" role="log" aria-label="Messages">
        {toasts.map((toast) => (
          <div
            key={toast.id}
            className={`ui-alert ${toast.type ?? 'info'}`}
            role={toast.type === 'danger' ? 'alert' : 'status'}
          >
            <div>
              {toast.title !== undefined && <strong>{toast.title} </strong>}
              {toast.message}
            </div>
            <button
              type="button"
              className="quiet-button"
              aria-label="Close message"
              onClick={() => {
                drop(toast.id);
              }}
            >
              <span aria-hidden="true">×</span>
            </button>
          </div>
        ))}
      </div>
    ),
  };
}
