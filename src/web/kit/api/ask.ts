import { attendance } from './attendance.ts'
import { beginAttempt } from './attempts.ts'
import { ProblemError, TIMED_OUT, type Problem } from './problem.ts'
import { sendWatched, type WatchUpload } from './send-watched.ts'

/** Longer than any answer takes, and as long as anybody waits. */
const ANSWER_MS = 60_000
/** Photographs and tables go up slowly from a warehouse. */
const UPLOAD_MS = 10 * 60_000

/** How a change is asked for. */
export interface Change {
  readonly method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** JSON, or a form with a file, which is sent as it is. */
  readonly body?: unknown
  /** The ETag of what is changed, where somebody else could have been faster. */
  readonly ifMatch?: string
  /**
   * A change whose answer was lost is repeated under the key that it had. Said where that must not be,
   * because the answer holds something that is shown once and not given out again: {@link newKey}.
   */
  readonly idempotencyKey?: string
  /** Told how much of a form has gone up, in percent. */
  readonly onUpload?: WatchUpload
}

/** An Idempotency-Key under which nothing was asked for yet. */
export function newKey(): string {
  return crypto.randomUUID()
}

/** An answer with the headers that some callers need, such as the ETag. */
export interface Answer<Body> {
  readonly body: Body
  readonly headers: Headers
}

/** Reads from the interface; throws a {@link ProblemError} that says how to mend. */
export async function read<Body>(path: string, signal?: AbortSignal): Promise<Body> {
  return (await ask<Body>(path, signal === undefined ? {} : { signal })).body
}

/** Asks for a change; throws a {@link ProblemError} that says how to mend. */
export async function change<Body>(path: string, options: Change = {}): Promise<Body> {
  return (await changeWithHeaders<Body>(path, options)).body
}

/** The same, for callers who need a header of the answer. */
export async function changeWithHeaders<Body>(
  path: string,
  options: Change = {},
): Promise<Answer<Body>> {
  const { method = 'POST', idempotencyKey } = options
  const needsKey = method === 'POST' && idempotencyKey === undefined
  if (!needsKey) return ask<Body>(path, requestOf(options))
  const attempt = beginAttempt(path, options.body)
  try {
    const answer = await ask<Body>(
      path,
      requestOf({ ...options, idempotencyKey: attempt.idempotencyKey }),
    )
    attempt.settle()
    return answer
  } catch (error) {
    if (error instanceof ProblemError) attempt.settle(error.problem)
    throw error
  }
}

function requestOf(change: Change): Asking {
  const { method = 'POST', body, ifMatch, idempotencyKey, onUpload } = change
  const isForm = body instanceof FormData
  return {
    method,
    headers: {
      ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    ...(onUpload !== undefined && { onUpload }),
  }
}

type Asking = Omit<RequestInit, 'headers'> & {
  readonly headers?: Readonly<Record<string, string>>
  readonly onUpload?: WatchUpload
}

/** Reads from the interface, headers included. */
export function ask<Body>(path: string, init: Asking): Promise<Answer<Body>> {
  return answered(path, init, async (response) => ({
    body: (await readBody(response)) as Body,
    headers: response.headers,
  }))
}

/** Reads a file, such as a paper that is shown in its place. */
export function readFile(path: string, signal: AbortSignal): Promise<Blob> {
  return answered(path, { signal }, (response) => response.blob())
}

/** The whole answer has to be there by the time limit: a connection can fall silent at any byte. */
async function answered<Value>(
  path: string,
  init: Asking,
  valueOf: (response: Response) => Promise<Value>,
): Promise<Value> {
  const limit = AbortSignal.timeout(init.body instanceof FormData ? UPLOAD_MS : ANSWER_MS)
  const signals = [limit, ...(init.signal ? [init.signal] : [])]
  const signal = AbortSignal.any(signals)
  try {
    const headers = { ...init.headers, ...attendance() }
    const response = await send(path, { ...init, headers, signal })
    if (!response.ok) throw new ProblemError(await readProblem(response, path))
    return await valueOf(response)
  } catch (error) {
    if (error instanceof ProblemError || init.signal?.aborted === true) throw error
    throw new ProblemError(limit.aborted ? timedOut(path) : unreachable(path))
  }
}

function send(
  path: string,
  { onUpload, ...init }: Asking & { readonly headers: Record<string, string>; signal: AbortSignal },
): Promise<Response> {
  const { method = 'GET', headers, body, signal } = init
  return onUpload !== undefined && body instanceof FormData
    ? sendWatched(path, { method, headers, body, signal }, onUpload)
    : fetch(path, { ...init, credentials: 'same-origin' })
}

async function readBody(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? ''
  return type.includes('json') ? response.json() : response.text()
}

async function readProblem(response: Response, path: string): Promise<Problem> {
  const type = response.headers.get('content-type') ?? ''
  if (type.includes('json')) return (await response.json()) as Problem
  return { ...unreachable(path), title: response.statusText, status: response.status }
}

/** The pages say it in the reader's language. */
function timedOut(instance: string): Problem {
  const title = 'The server takes too long to answer'
  return { ...unreachable(instance), type: TIMED_OUT, title, status: 504, detail: `${title}.` }
}

/** Status 0: nobody answered. The pages say it in the reader's language. */
function unreachable(instance: string): Problem {
  return {
    type: 'about:blank',
    title: 'The server cannot be reached',
    status: 0,
    detail: 'The server cannot be reached.',
    instance,
    requestId: '',
    failures: [],
  }
}
