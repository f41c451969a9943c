import { setTimeout as sleep } from 'node:timers/promises'

/** A client that does what a careful program does when a server dies: it asks again. */
export interface PersistentClient {
  get<T>(path: string): Promise<T>
  /** Repeats the very same request, its key included, until it is answered. */
  post<T>(path: string, body: object, idempotencyKey: string): Promise<T>
}

/** An answer that no repetition would change. */
export class Refused extends Error {}

const ONE_ATTEMPT_LIMIT_MS = 10_000
const ASK_AGAIN_AFTER_MS = 150
const GIVE_UP_AFTER_MS = 120_000

export function persistentClient(baseUrl: string, apiKey: string): PersistentClient {
  const ask = async <T>(path: string, request: RequestInit): Promise<T> => {
    const giveUpAt = performance.now() + GIVE_UP_AFTER_MS
    for (;;) {
      const answer = await attempt(`${baseUrl}${path}`, request)
      if (answer !== undefined) return answer as T
      if (performance.now() > giveUpAt) throw new Error(`${path}: no answer for two minutes`)
      await sleep(ASK_AGAIN_AFTER_MS)
    }
  }
  const authorization = `Bearer ${apiKey}`
  return {
    get: (path) => ask(path, { headers: { authorization } }),
    post: (path, body, idempotencyKey) =>
      ask(path, {
        method: 'POST',
        headers: {
          authorization,
          'content-type': 'application/json',
          'idempotency-key': idempotencyKey,
        },
        body: JSON.stringify(body),
      }),
  }
}

/** @returns what was answered, or nothing where the same request has to be made again */
async function attempt(url: string, request: RequestInit): Promise<unknown> {
  let status: number
  let text: string
  try {
    const signal = AbortSignal.timeout(ONE_ATTEMPT_LIMIT_MS)
    const answer = await fetch(url, { ...request, signal })
    status = answer.status
    text = await answer.text()
  } catch {
    return undefined
  }
  if (status < 300) return JSON.parse(text)
  // The first attempt may still be under way, in a process that has only just lost its client.
  const maySucceedLater = status >= 500 || text.includes('idempotency-key-in-flight')
  if (maySucceedLater) return undefined
  throw new Refused(`${request.method ?? 'GET'} ${url}: ${status} ${text}`)
}
