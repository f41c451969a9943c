import { sql, type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool } from 'kysely'

import { isId } from '../../platform/ids.ts'
import type { Schema } from '../../platform/postgres/index.ts'
import { foreignCursor } from '../http/page.ts'
import { refuse } from '../http/refusal.ts'

/** The orders in which a list of cases can be read. */
export const caseSorts = ['newest', 'longest-waiting', 'highest-value', 'reference'] as const

/** One of {@link caseSorts}. */
export type CaseSort = (typeof caseSorts)[number]

/**
 * How a list is sorted: by a key, and among equals the newest case first, or the oldest where it is
 * about waiting. Every key stands in an index together with the tenant and the id.
 */
interface Ordering {
  readonly key: Expression<unknown>
  /** The key of a row as text, and how that is read again. */
  readonly text: RawBuilder<string>
  readonly read: (text: string) => Expression<unknown>
  readonly isKey: (text: string) => boolean
  readonly direction: 'asc' | 'desc'
  readonly idDirection: 'asc' | 'desc'
}

const MOMENT = /^(?:infinity|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z)$/

const orderings: Readonly<Record<Exclude<CaseSort, 'newest'>, Ordering>> = {
  'longest-waiting': {
    key: sql`coalesce(waiting_since, 'infinity')`,
    text: sql<string>`coalesce(
      to_char(waiting_since at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'infinity')`,
    read: (text) => sql`${text}::timestamptz`,
    isKey: (text) => MOMENT.test(text) && (text === 'infinity' || !Number.isNaN(Date.parse(text))),
    direction: 'asc',
    idDirection: 'asc',
  },
  'highest-value': {
    key: sql`value_key`,
    text: sql<string>`value_key`,
    read: (text) => sql`${text}`,
    isKey: (text) => /^(?:|[A-Z]{3}\d{14}\.\d{6})$/.test(text),
    direction: 'desc',
    idDirection: 'desc',
  },
  reference: {
    key: sql`reference collate "C"`,
    text: sql<string>`reference`,
    read: (text) => sql`${text}`,
    isKey: (text) => !text.includes('\0'),
    direction: 'asc',
    idDirection: 'desc',
  },
}

/** The place in a list after which a page begins: the last case of the page before. */
export interface CasePlace {
  readonly id: string
  /** Its key in the order of the list as text; empty where the id is the key. */
  readonly key: string
}

type OnCases = ExpressionBuilder<Schema, 'clearance_case'>

/** The key of a row as text, to be selected beside it. */
export function keyOf(sort: CaseSort): RawBuilder<string> {
  return sort === 'newest' ? sql<string>`''` : orderings[sort].text
}

/** What to sort by, the most important first. */
export function orderOf(sort: CaseSort): readonly {
  readonly by: Expression<unknown>
  readonly direction: 'asc' | 'desc'
}[] {
  const id = sql`clearance_case.id`
  if (sort === 'newest') return [{ by: id, direction: 'desc' }]
  const { key, direction, idDirection } = orderings[sort]
  return [
    { by: key, direction },
    { by: id, direction: idDirection },
  ]
}

/**
 * Rows after a place. The first condition alone leads into the index; the second leaves out those of
 * the same key that were shown already.
 */
export function afterPlace(sort: CaseSort, { id, key }: CasePlace) {
  return (on: OnCases): Expression<SqlBool> => {
    if (sort === 'newest') return on('clearance_case.id', '<', id)
    const { key: column, read, direction, idDirection } = orderings[sort]
    const from = read(key)
    return on.and([
      on(column, direction === 'asc' ? '>=' : '<=', from),
      on.or([
        on(column, direction === 'asc' ? '>' : '<', from),
        on('clearance_case.id', idDirection === 'asc' ? '>' : '<', id),
      ]),
    ])
  }
}

/** A cursor of a list, opaque to whoever gets it. */
export function cursorOf(sort: CaseSort, { id, key }: CasePlace): string {
  return Buffer.from(JSON.stringify([sort, id, key]), 'utf8').toString('base64url')
}

/** Reads a cursor; refuses one that no list in this order has given out. */
export function placeOf(sort: CaseSort, cursor: string): CasePlace {
  const [ofSort, id, key] = partsOf(cursor)
  const isKey = sort === 'newest' ? (text: string) => text === '' : orderings[sort].isKey
  if (ofSort === sort && isText(id) && isId(id) && isText(key) && isKey(key)) return { id, key }
  return refuse(foreignCursor)
}

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
