import type { Command } from 'commander'

import { BadInput } from './bad-input.ts'
import { exitCodes, writeJson, writeLine, type ExitCode, type Terminal } from './terminal.ts'

/** Which server a command speaks to, and in whose name. */
export interface ServerOptions {
  readonly url?: string
  readonly key?: string
}

const USUAL_URL = 'http://localhost:8080'
const TIME_LIMIT_MS = 30_000

/**
 * Gives a command the two options that every command to a server has. The key may come from the
 * environment, where it does not show in the list of processes.
 */
export function serverOptions(command: Command): Command {
  return command
    .option('--url <url>', `the server; TIDEWAITER_URL, or ${USUAL_URL}, unless stated`)
    .option('--key <key>', 'an API key; TIDEWAITER_KEY unless stated')
}

/** One request to the interface of a running server. */
export interface ServerRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** From the root of the interface, with its query; values in it are encoded by the caller. */
  readonly path: string
  readonly body?: object
  /** Makes a repeat of the same request harmless: the server answers as it did the first time. */
  readonly idempotencyKey?: string
}

/**
 * Asks a running server and writes its answer as it came. A refusal is an answer as well: its reason
 * also goes to standard error, for people.
 */
export async function askServer(
  terminal: Terminal,
  options: ServerOptions,
  request: ServerRequest,
): Promise<ExitCode> {
  const { environment } = terminal
  const base = options.url ?? environment.TIDEWAITER_URL ?? USUAL_URL
  const key = options.key ?? environment.TIDEWAITER_KEY
  if (key === undefined) {
    throw new BadInput('--key: There is no API key. State one, or set TIDEWAITER_KEY.')
  }
  const url = addressOf(base, request.path)
  const response = await send(url, key, request)
  const answer: unknown = await response.json().catch(() => undefined)
  if (answer !== undefined) await writeJson(terminal, answer)
  if (response.ok) return exitCodes.success
  const detail = (answer as { detail?: string } | undefined)?.detail ?? 'no reason was given.'
  await writeLine(terminal.stderr, `tidewaiter: ${url.host} answered ${response.status}: ${detail}`)
  return exitCodes.refused
}

function addressOf(base: string, path: string): URL {
  if (/^https?:\/\//.test(base) && URL.canParse(path, base)) return new URL(path, base)
  throw new BadInput(`--url: ${base} is no address. Write one such as ${USUAL_URL}.`)
}

async function send(url: URL, key: string, request: ServerRequest): Promise<Response> {
  const { method, body, idempotencyKey } = request
  try {
    return await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    })
  } catch (error) {
    const { cause, message } = error as Error
    const why = (cause as NodeJS.ErrnoException | undefined)?.code ?? message
    throw new BadInput(`--url: ${url.origin} does not answer (${why}). Start it with npm start.`)
  }
}
