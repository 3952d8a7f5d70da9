/** How one call of a port goes wrong. */
export type Mishap =
  /** It never arrives: nothing happens, and the caller gets an error. */
  | 'lost'
  /** It is carried out, and the answer never comes back. */
  | 'unheard'
  /** It arrives and is refused: every outcome says so, and nothing is changed. */
  | 'refused';

/** A call that a test keeps waiting after it was carried out, before its answer is given. */
export interface HeldCall {
  /** Resolves when the call has been made. */
  readonly reached: Promise<void>;
  /** Lets the answer through. */
  readonly release: () => void;
}

/** Everything an interposed port lets a test do. */
export interface Interposition<Port extends object> {
  /** Lets the next call of a method go wrong. */
  readonly disturbNext: (method: keyof Port & string, mishap: Mishap) => void;
  /** Keeps the answer of the next call of a method back. */
  readonly holdNext: (method: keyof Port & string) => HeldCall;
  /** Sends every call through a wrapped port; null: through the port itself again. */
  readonly through: (wrap: ((port: Port) => Port) | null) => void;
}

type Call = (...args: unknown[]) => unknown;
type Detour = (call: () => Promise<unknown>, args: readonly unknown[]) => Promise<unknown>;

/**
 * Stands between an app and one of its ports, in place, so that everybody who holds the port is affected, whoever
 * composed them and when.
 *
 * @param port - a plain object of functions; its members are replaced
 */
export function interpose<Port extends object>(port: Port): Interposition<Port> {
  const original = { ...port };
  let target: Port = original;
  const detours = new Map<string, Detour[]>();
  const next = (method: string, detour: Detour): void => {
    detours.set(method, [...(detours.get(method) ?? []), detour]);
  };
  for (const name of Object.keys(port)) {
    Object.assign(port, {
      [name]: (...args: unknown[]): unknown => {
        const call = (): unknown => (Reflect.get(target, name) as Call)(...args);
        const [detour, ...rest] = detours.get(name) ?? [];
        if (!detour) return call();
        detours.set(name, rest);
        return detour(() => Promise.resolve(call()), args);
      },
    });
  }
  return {
    disturbNext: (method, mishap) => {
      next(method, detourOf(mishap));
    },
    holdNext: (method) => {
      const reached = Promise.withResolvers<undefined>();
      const released = Promise.withResolvers<undefined>();
      next(method, async (call) => {
        const answer = await call();
        reached.resolve(undefined);
        await released.promise;
        return answer;
      });
      return {
        reached: reached.promise,
        release: () => {
          released.resolve(undefined);
        },
      };
    },
    through: (wrap) => {
      target = wrap ? wrap(original) : original;
    },
  };
}

function detourOf(mishap: Mishap): Detour {
  switch (mishap) {
    case 'lost':
      return () => Promise.reject(new Error('The connection broke before the call arrived'));
    case 'unheard':
      return async (call) => {
        await call();
        throw new Error('The connection broke before the answer came');
      };
    case 'refused':
      return (_call, [inputs]) =>
        Promise.resolve(
          (inputs as readonly { readonly id?: string; readonly key?: string }[]).map(
            ({ id, key }) => ({
              key: id ?? key ?? '',
              ok: false,
              message: 'refused by the test',
              retryable: false,
            }),
          ),
        );
  }
}
