import { resolve } from 'node:path'
import { z } from 'zod'

const originSchema = z
  .url({ protocol: /^https?$/, error: 'must be a whole address such as https://board.example.org' })
  .transform((value) => new URL(value))
  .refine((url) => url.pathname === '/' && url.search === '' && url.hash === '', {
    error: 'must be an address without a path, such as https://board.example.org',
  })
  .transform((url) => url.origin)

const addressOf = (protocol: RegExp, example: string) =>
  z.url({ protocol, hostname: /./, error: `must be an address such as ${example}` })

const environmentSchema = z
  .object({
    PORT: z.coerce
      .number({ error: 'must be a number' })
      .int('must be a whole number')
      .min(0, 'must be between 0 and 65535')
      .max(65535, 'must be between 0 and 65535')
      .default(8080),
    HOST: z.string().min(1).optional(),
    VISPERA_DATA: z.string().min(1).default('./data'),
    VISPERA_ORIGIN: originSchema.optional(),
    VISPERA_LOG: z
      .enum(['silent', 'error', 'warn', 'info', 'debug'], {
        error: 'must be one of silent, error, warn, info, debug',
      })
      .default('info'),
    TRUST_PROXY: z
      .enum(['0', '1', 'true', 'false', 'yes', 'no'], { error: 'must be yes or no' })
      .default('no')
      .transform((value) => ['1', 'true', 'yes'].includes(value)),
    DATABASE_URL: addressOf(/^postgres(ql)?$/, 'postgres://user:password@host:5432/vispera').optional(),
    REDIS_URL: addressOf(/^rediss?$/, 'redis://:password@host:6379').optional(),
    VISPERA_PEPPER: z.string().min(32, 'must have 32 characters or more').optional(),
    VISPERA_PEPPER_FILE: z.string().optional(),
    VISPERA_METRICS_TOKEN: z.string().min(16, 'must have 16 characters or more').optional(),
  })
  .refine((given) => given.REDIS_URL === undefined || given.DATABASE_URL !== undefined, {
    path: ['REDIS_URL'],
    error: 'must come with DATABASE_URL: machines that talk to each other share one database',
  })
  .refine((given) => given.VISPERA_PEPPER === undefined || given.VISPERA_PEPPER_FILE === undefined, {
    path: ['VISPERA_PEPPER'],
    error: 'must not be set together with VISPERA_PEPPER_FILE',
  })

/** What to do about a variable whose value cannot be used. */
const advice: Readonly<Record<string, string>> = {
  PORT: 'Set PORT to a free port, for example PORT=8081, or leave it out for 8080.',
  HOST: 'Set HOST to an address of this machine, or leave it out to listen on all of them.',
  VISPERA_DATA: 'Set VISPERA_DATA to a folder for the data, or leave it out for ./data.',
  VISPERA_ORIGIN:
    'Set VISPERA_ORIGIN to the public address, for example VISPERA_ORIGIN=https://board.example.org.',
  VISPERA_LOG: 'Leave VISPERA_LOG out for info.',
  DATABASE_URL:
    'Set DATABASE_URL to a PostgreSQL database that several machines share, or leave it out to keep everything in the data folder.',
  REDIS_URL:
    'Set REDIS_URL, beside DATABASE_URL, to the Redis or Valkey of several machines; leave it out on one machine.',
  VISPERA_PEPPER:
    'Give every machine the same secret, made with "openssl rand -base64 48", in one of these two variables.',
  VISPERA_METRICS_TOKEN: 'Make one with "openssl rand -hex 24", or leave it out: then there are no metrics.',
  TRUST_PROXY: 'Set TRUST_PROXY=yes only when a proxy in front of Vispera sets X-Forwarded-For.',
}

/** Never repeated, not even when they are wrong. */
const secrets: readonly string[] = ['DATABASE_URL', 'REDIS_URL', 'VISPERA_PEPPER', 'VISPERA_METRICS_TOKEN']

/** How this server was told to run. */
export interface Config {
  readonly port: number
  /** Undefined listens on all addresses. */
  readonly host: string | undefined
  /** Absolute folder of the data. */
  readonly dataFolder: string
  /** Public origin, when it differs from what requests say (behind a proxy). */
  readonly origin: string | undefined
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** Whether X-Forwarded-For and -Proto come from a proxy of ours. */
  readonly trustProxy: boolean
  /** The PostgreSQL of several machines; undefined keeps everything in a file in the data folder. */
  readonly databaseUrl: string | undefined
  /** The Redis or Valkey over which several machines talk. */
  readonly redisUrl: string | undefined
  /** The secret that all machines share, or the file that it is in; undefined makes one in the data folder. */
  readonly pepper: { readonly text: string } | { readonly file: string } | undefined
  /** What whoever reads the metrics must say; undefined keeps none. */
  readonly metricsToken: string | undefined
}

/** The environment cannot be used; the message is for people, one line per variable. */
export class ConfigError extends Error {}

/** Reads the environment; throws a ConfigError that names each variable, its problem and what to do. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0])
      const what = secrets.includes(name)
        ? `${name} cannot be used: it`
        : `${name} is "${given[name]}", but it`
      return `${what} ${issue.message}. ${advice[name] ?? ''}`.trim()
    })
    throw new ConfigError([...new Set(lines)].join('\n'))
  }
  const { data } = parsed
  return {
    port: data.PORT,
    host: data.HOST,
    dataFolder: resolve(data.VISPERA_DATA),
    origin: data.VISPERA_ORIGIN,
    logLevel: data.VISPERA_LOG,
    trustProxy: data.TRUST_PROXY,
    databaseUrl: data.DATABASE_URL,
    redisUrl: data.REDIS_URL,
    pepper: pepperIn(data),
    metricsToken: data.VISPERA_METRICS_TOKEN,
  }
}

function pepperIn(given: { VISPERA_PEPPER?: string | undefined; VISPERA_PEPPER_FILE?: string | undefined }) {
  if (given.VISPERA_PEPPER !== undefined) return { text: given.VISPERA_PEPPER }
  return given.VISPERA_PEPPER_FILE === undefined ? undefined : { file: resolve(given.VISPERA_PEPPER_FILE) }
}
