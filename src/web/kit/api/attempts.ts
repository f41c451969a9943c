import type { Problem } from './problem.ts'

/** One sending of a change, which may be the repetition of an earlier one. */
export interface Attempt {
  readonly idempotencyKey: string
  /** To be called with the outcome: the refusal, or nothing where the change was made. */
  readonly settle: (refusal?: Problem) => void
}

/** The keys of the POSTs of which nobody knows yet whether they were obeyed. */
const open = new Map<string, string>()

/**
 * Begins a change by POST, or repeats it where its answer was lost: the same request has the same
 * Idempotency-Key until its outcome is known, so that pressing a button again makes no second change.
 */
export function beginAttempt(path: string, body: unknown): Attempt {
  const request = fingerprint(path, body)
  const idempotencyKey = open.get(request) ?? crypto.randomUUID()
  open.set(request, idempotencyKey)
  return {
    idempotencyKey,
    settle: (refusal) => {
      if (refusal === undefined || isOutcome(refusal)) open.delete(request)
    },
  }
}

/** These are said before anybody looks whether an earlier sending has made the change. */
const SAID_BEFORE: ReadonlySet<number> = new Set([401, 408, 429])

function isOutcome({ status, failures }: Problem): boolean {
  if (status === 0 || status >= 500 || SAID_BEFORE.has(status)) return false
  return failures[0]?.code !== 'idempotency-key-in-flight'
}

function fingerprint(path: string, body: unknown): string {
  const content = body instanceof FormData ? [...body].map(partOf) : (body ?? null)
  return JSON.stringify([path, content])
}

/** A file is known by what the browser knows of it; the server compares what is in it. */
function partOf([name, value]: readonly [string, FormDataEntryValue]): readonly unknown[] {
  return value instanceof File
    ? [name, value.name, value.type, value.size, value.lastModified]
    : [name, value]
}
