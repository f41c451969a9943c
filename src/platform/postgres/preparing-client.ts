import { createHash } from 'node:crypto'

import { Client, type QueryResult } from 'pg'

/** Statements that one process names; beyond this many they run unnamed, so nothing grows for ever. */
const MOST_STATEMENTS = 500

const names = new Map<string, string>()

/**
 * A client that lets the server keep the plan of each statement with parameters. The statements of
 * the application are few and run again and again; parsing and planning each anew costs the server
 * more than running it.
 */
export class PreparingClient extends Client {
  // The declared overloads of `query` are many; the pool and Kysely use the forms seen here.
  override query(...call: readonly unknown[]): never {
    const [text, values, ...rest] = call
    const prepare = typeof text === 'string' && Array.isArray(values) && values.length > 0
    const name = prepare ? statementName(text) : undefined
    const query = super.query as unknown as (...of: readonly unknown[]) => Promise<QueryResult>
    const answer =
      name === undefined
        ? query.call(this, ...call)
        : query.call(this, { name, text, values }, ...rest)
    return answer as never
  }
}

function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= MOST_STATEMENTS) return undefined
  const name = `s${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
  names.set(text, name)
  return name
}
