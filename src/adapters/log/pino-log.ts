import { pino, type DestinationStream } from 'pino';
import type { Log } from '../../application/ports/log.ts';

/** Fields that hold a secret or say who somebody is; their values never reach the log, at the top or two levels down. */
const NEVER_LOGGED = [
  'accessToken',
  'authorization',
  'body',
  'clientSecret',
  'databaseUrl',
  'email',
  'firstname',
  'lastname',
  'name',
  'note',
  'phone',
  'properties',
  'signature',
  'userEmail',
] as const;

const EMAIL_ADDRESS = /[\w.+-]+@[\w-]+(\.[\w-]+)+/g;

/**
 * Structured JSON logging with pino, free of personal data (style rule 10): known fields are redacted by name, and e-mail
 * addresses are removed wherever else they appear, because HubSpot quotes them in its error messages.
 *
 * An error is logged under `err`, with its code, message and stack.
 *
 * @param options - how to log
 * @param options.level - least level to write; `silent` writes nothing
 * @param options.base - fields on every line, such as `portalId`
 * @param options.destination - standard error unless given: standard output belongs to what a command prints
 */
export function createLog(options: {
  readonly level: string;
  readonly base?: Readonly<Record<string, unknown>>;
  readonly destination?: DestinationStream;
}): Log {
  const logger = pino(
    {
      level: options.level,
      base: { ...options.base },
      redact: NEVER_LOGGED.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      hooks: { streamWrite: (line) => line.replaceAll(EMAIL_ADDRESS, '[e-mail]') },
    },
    options.destination ?? pino.destination(2),
  );
  return {
    debug: (fields, message) => {
      logger.debug(fields, message);
    },
    info: (fields, message) => {
      logger.info(fields, message);
    },
    warn: (fields, message) => {
      logger.warn(fields, message);
    },
    error: (fields, message) => {
      logger.error(fields, message);
    },
  };
}
