import { Agent as HttpAgent, request as requestHttp, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'

/** One request. The body is sent as it is; what it is, the headers have to say. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Absolute, with `http:` or `https:`. */
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/**
 * What became of a request, as far as we can know. `not-sent` means that the other side has seen
 * nothing of it, so it may simply be sent again. `unknown` means that it may have taken effect: the
 * caller has to ask before it sends again.
 */
export type HttpOutcome =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: Uint8Array
    }
  | { readonly kind: 'not-sent'; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string }

/** The limits of every exchange of a client. */
export interface HttpClientOptions {
  /** For the whole exchange, from the look-up of the name to the last byte of the answer. */
  readonly timeLimitMs?: number
  /** A larger answer is cut off, and its outcome is unknown. */
  readonly answerLimitBytes?: number
  /** Open connections to one host at a time; further requests wait, within their time limit. */
  readonly maxConnections?: number
}

/** Sends requests over connections that are kept open. */
export interface HttpClient {
  /** Sends a request once. Redirects are answers like any other, and are not followed. */
  send(request: HttpRequest): Promise<HttpOutcome>
  /** Closes the connections that are kept open between requests. */
  close(): void
}

/** One request with the limits that apply to it. */
interface Exchange {
  readonly request: HttpRequest
  readonly agent: HttpAgent
  readonly timeLimitMs: number
  readonly answerLimitBytes: number
}

/** Makes a client; one for each other side, so that a slow one does not hold up the rest. */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const { timeLimitMs = 8_000, answerLimitBytes = 5_000_000, maxConnections = 32 } = options
  const agentOptions = { keepAlive: true, maxSockets: maxConnections }
  const agents = { 'http:': new HttpAgent(agentOptions), 'https:': new HttpsAgent(agentOptions) }
  return {
    send: (request) => {
      const { protocol } = new URL(request.url)
      if (protocol !== 'http:' && protocol !== 'https:') {
        return Promise.resolve({ kind: 'not-sent', why: `${protocol} is not spoken here` })
      }
      return exchange({ request, agent: agents[protocol], timeLimitMs, answerLimitBytes })
    },
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy()
    },
  }
}

function exchange({
  request,
  agent,
  timeLimitMs,
  answerLimitBytes,
}: Exchange): Promise<HttpOutcome> {
  return new Promise((resolve) => {
    let hasConnection = false
    const fail = (problem: unknown): void => {
      const error = causeOf(problem, signal)
      const why =
        error.name === 'TimeoutError' ? `no answer within ${timeLimitMs} ms` : error.message
      resolve({ kind: hasConnection ? 'unknown' : 'not-sent', why })
    }
    const open = agent instanceof HttpsAgent ? requestHttps : requestHttp
    const signal = AbortSignal.timeout(timeLimitMs)
    const { method, url, headers, body } = request
    const outgoing = open(url, {
      method,
      agent,
      signal,
      headers: { ...headers, ...lengthOf(body) },
    })
    outgoing.on('socket', (socket) => {
      // Nothing is written before the connection stands, with TLS where that is spoken.
      hasConnection = !socket.connecting
      if (hasConnection) return
      const event = agent instanceof HttpsAgent ? 'secureConnect' : 'connect'
      socket.once(event, () => (hasConnection = true))
    })
    outgoing.on('error', fail)
    outgoing.on('response', (answer) => {
      readBody(answer, answerLimitBytes).then((content) => resolve(answered(answer, content)), fail)
    })
    outgoing.end(body)
  })
}

/** With its length said, a body goes out in one piece rather than in chunks. */
function lengthOf(body: HttpRequest['body']): Readonly<Record<string, string>> {
  return body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
}

/** An exchange that was cut off by the time limit reports that, not the broken connection. */
function causeOf(problem: unknown, signal: AbortSignal): Error {
  const cause: unknown = signal.aborted ? signal.reason : problem
  return cause instanceof Error ? cause : new Error(String(cause))
}

async function readBody(answer: IncomingMessage, limitBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    // Leaving the loop closes the connection, so the rest is not received.
    if (size > limitBytes) throw new Error(`the answer is larger than ${limitBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Headers that came more than once are joined, as RFC 9110 section 5.3 allows. */
function answered(answer: IncomingMessage, body: Uint8Array): HttpOutcome {
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
  )
  return { kind: 'answered', status: answer.statusCode ?? 0, headers, body }
}
