import { pino, type DestinationStream, type Level, type Logger } from 'pino'

import { isErrno } from './private-file.ts'

/** A structured log. The message is a fixed sentence, what varies goes into the fields. */
export type Log = Logger

/** The least severe line that is written; `silent` writes none, which tests use. */
export type LogLevel = Level | 'silent'

/** From the most talkative to the quietest; the values that the configuration takes. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** Field names whose values never reach a log, on the record itself or one object deep. */
const SECRET_FIELDS = [
  'authorization',
  'cookie',
  'password',
  'apiKey',
  'key',
  'token',
  'secret',
  'connectionString',
  'databaseUrl',
]

/** Headers in the bracket form that pino needs for names with a dash. */
const SECRET_HEADERS = ['authorization', 'cookie', '["set-cookie"]', '["x-api-key"]']

/** What a process's log is made from. */
export interface LogOptions {
  readonly level: LogLevel
  /** The process that speaks: `api`, `worker`, `authority`, `start`. */
  readonly name: string
  /** Where lines go; standard output unless told otherwise. */
  readonly destination?: DestinationStream
}

/** Structured JSON lines with the secrets blacked out. Bind a correlation id with `log.child({...})`. */
export function createLog({ level, name, destination }: LogOptions): Log {
  const options = {
    name,
    level,
    base: { name },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secretPaths(), censor: '[redacted]' },
  }
  return pino(options, destination ?? standardOutput())
}

/**
 * Node's own stream rather than pino's: that one waits for ever when the reader of a pipe has gone,
 * which would keep a service alive after its supervisor was killed.
 */
function standardOutput(): DestinationStream {
  if (process.stdout.listenerCount('error', ignoreBrokenPipe) === 0) {
    process.stdout.on('error', ignoreBrokenPipe)
  }
  return process.stdout
}

function ignoreBrokenPipe(error: Error): void {
  if (!isErrno(error, 'EPIPE')) throw error
}

/** Every field and header in the forms in which pino looks for it. */
function secretPaths(): string[] {
  const fields = SECRET_FIELDS.flatMap((field) => [field, `*.${field}`])
  const headers = SECRET_HEADERS.flatMap((header) => {
    const step = header.startsWith('[') ? header : `.${header}`
    return [`headers${step}`, `req.headers${step}`, `res.headers${step}`]
  })
  return [...fields, ...headers]
}
