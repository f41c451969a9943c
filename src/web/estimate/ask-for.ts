import { ask } from '../kit/api/ask.ts'

/** Asks a question that needs a body and changes nothing; throws a problem that says how to mend. */
export async function askFor<Body>(path: string, question: unknown, signal: AbortSignal) {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify(question)
  return (await ask<Body>(path, { method: 'POST', headers, body, signal })).body
}
