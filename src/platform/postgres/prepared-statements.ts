import { createHash } from 'node:crypto'

import type { ClientBase } from 'pg'

/** Statements that one process names; beyond this many they run unnamed, so nothing grows for ever. */
const MOST_STATEMENTS = 500

const names = new Map<string, string>()

/**
 * Lets the server keep the plan of each statement with parameters that a connection runs. The
 * statements of the application are few and run again and again; parsing and planning each anew
 * costs the server more than running it.
 */
export function prepareStatements(connection: ClientBase): void {
  const send = connection.query.bind(connection) as unknown as (...call: Call) => unknown
  Object.assign(connection, { query: (...call: Call) => send(...named(call)) })
}

type Call = readonly unknown[]

/** Statements without values, such as `begin`, gain nothing from being prepared. */
function named(call: Call): Call {
  const [text, values, ...rest] = call
  const hasValues = typeof text === 'string' && Array.isArray(values) && values.length > 0
  const name = hasValues ? statementName(text) : undefined
  return name === undefined ? call : [{ name, text, values }, ...rest]
}

/** Derived from the text: PostgreSQL cuts names at 63 bytes. */
function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= MOST_STATEMENTS) return undefined
  const name = `s${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
  names.set(text, name)
  return name
}
