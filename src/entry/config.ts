import * as z from 'zod';
import { AppError } from '../application/ports/app-error.ts';

/** The environment is not fit to start with. The message lists every fault with its remedy, never a secret's value. */
export class ConfigError extends AppError {
  readonly code = 'config-invalid';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(['The environment needs attention:', ...faults.map((fault) => `- ${fault}`)].join('\n'));
    this.faults = faults;
  }
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const required = (remedy: string) => z.string({ error: `is unset; ${remedy}` });

/** An absolute http or https URL, without its trailing slash so that paths can be appended. */
const httpUrl = z
  .url({ protocol: /^https?$/, error: quoted('is not an http or https URL') })
  .transform((url) => url.replace(/\/+$/, ''));

/**
 * The address of a chat's incoming webhook, kept to the letter. Whoever knows it can post, so it is never quoted, and
 * messages name leads, so they leave this machine over https only.
 */
const webhookUrl = z
  .url({
    protocol: /^https?$/,
    abort: true,
    error: 'is not an https URL; copy the whole address of the incoming webhook, or unset it',
  })
  .refine((url) => url.startsWith('https:') || isLoopback(url), {
    error:
      'is an http address elsewhere, and messages name leads; use the https address of the incoming webhook, or unset it',
  });

const port = (fallback: number) =>
  z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, {
      error: quoted('is not a port; use a number from 0 to 65535'),
    })
    .transform(Number)
    .default(fallback);

/** The environment variables of design §9, in the order in which faults are reported. */
const environment = z
  .object({
    PRIVATE_APP_ACCESS_TOKEN: required("copy it from the private app's Auth tab in HubSpot"),
    HUBSPOT_CLIENT_SECRET: required(
      "copy it from the app's settings in HubSpot; it exists after the first deploy",
    ),
    PUBLIC_URL: required(
      'set it to the https address under which HubSpot reaches Baton, such as https://baton.example.com',
    ).pipe(httpUrl),
    HUBSPOT_API_URL: httpUrl.default('https://api.hubapi.com'),
    HUBSPOT_API_VERSION: z
      .string()
      .regex(/^\d{4}-\d{2}$/, { error: quoted('is not a dated API version such as 2026-09') })
      .default('2026-09'),
    DATABASE_URL: z
      .url({
        protocol: /^postgres(ql)?$/,
        // Not quoted: it holds a password.
        error: 'is not a PostgreSQL URL; use postgres://user:password@host/database or unset it',
      })
      .optional(),
    DATA_DIR: z.string().default('.data'),
    PORT: port(4500),
    PORTAL_PORT: port(4400),
    CLOCK_URL: httpUrl.optional(),
    NOTIFY_WEBHOOK_URL: webhookUrl.optional(),
    LOG_LEVEL: z
      .enum(LOG_LEVELS, {
        error: quoted(`is not a log level; use one of ${LOG_LEVELS.join(', ')}`),
      })
      .default('info'),
  })
  .check(({ value, issues }) => {
    if (value.CLOCK_URL !== undefined && !isLoopback(value.HUBSPOT_API_URL)) {
      issues.push({
        code: 'custom',
        input: value.CLOCK_URL,
        path: ['CLOCK_URL'],
        message: `is set while HUBSPOT_API_URL is ${value.HUBSPOT_API_URL}; only the local portal may move the clock, so unset CLOCK_URL`,
      });
    }
    if (value.PUBLIC_URL.startsWith('http:') && !isLoopback(value.PUBLIC_URL)) {
      issues.push({
        code: 'custom',
        input: value.PUBLIC_URL,
        path: ['PUBLIC_URL'],
        message: `is "${value.PUBLIC_URL}"; HubSpot calls https addresses only, so put the service behind TLS and use https`,
      });
    }
  });

/** What the process is told by its environment. URLs carry no trailing slash. */
export interface Config {
  readonly hubspot: {
    readonly accessToken: string;
    readonly clientSecret: string;
    readonly apiUrl: string;
    /** Dated API version such as `2026-09`. */
    readonly apiVersion: string;
  };
  readonly publicUrl: string;
  /** Absent: the embedded store in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
  readonly port: number;
  readonly portalPort: number;
  /** Present only in front of the local portal. */
  readonly clockUrl?: string | undefined;
  /** Absent: nobody outside HubSpot is told. */
  readonly notifyWebhookUrl?: string | undefined;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/**
 * Reads the environment of design §9. An empty variable counts as unset.
 *
 * @param env - usually `process.env`
 * @throws {ConfigError} that lists every fault at once, each with its remedy
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = environment.safeParse(withoutEmpty(env));
  if (!read.success) {
    throw new ConfigError(
      read.error.issues.map((issue) => `${issue.path.map(String).join('.')} ${issue.message}`),
    );
  }
  const value = read.data;
  return {
    hubspot: {
      accessToken: value.PRIVATE_APP_ACCESS_TOKEN,
      clientSecret: value.HUBSPOT_CLIENT_SECRET,
      apiUrl: value.HUBSPOT_API_URL,
      apiVersion: value.HUBSPOT_API_VERSION,
    },
    publicUrl: value.PUBLIC_URL,
    databaseUrl: value.DATABASE_URL,
    dataDir: value.DATA_DIR,
    port: value.PORT,
    portalPort: value.PORTAL_PORT,
    clockUrl: value.CLOCK_URL,
    notifyWebhookUrl: value.NOTIFY_WEBHOOK_URL,
    logLevel: value.LOG_LEVEL,
  };
}

function quoted(fault: string): (issue: { readonly input?: unknown }) => string {
  return ({ input }) => `is ${JSON.stringify(input)}, which ${fault}`;
}

function withoutEmpty(
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ''));
}

function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
