import { Type, type TSchema } from 'typebox'

import type { Failure } from '../../customs/result.ts'
import { isId } from '../../platform/ids.ts'
import { refuse } from './refusal.ts'

const MOST_ITEMS = 200
/** Items of a page where the caller does not say how many. */
export const USUAL_ITEMS = 50

/** What every list takes. Spread it into the query schema of the route. */
export const pageQuery = {
  cursor: Type.Optional(
    Type.String({
      maxLength: 1_000,
      description: 'where to go on, from `next` of the page before',
    }),
  ),
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: MOST_ITEMS,
      description: `items of a page, from 1 to ${MOST_ITEMS}, ${USUAL_ITEMS} unless stated`,
    }),
  ),
}

/** A page of a list, the newest items first. */
export function pageOf<Item extends TSchema>(item: Item) {
  return Type.Object({
    items: Type.Array(item),
    next: Type.Optional(
      Type.String({ description: 'cursor of the next page; absent on the last' }),
    ),
  })
}

/** Which part of a list is asked for, with the cursor already read. */
export interface PageRequest {
  /** The last id that the caller has seen. */
  readonly before?: string
  /**
   * Number of items wanted; the reader takes one more, by which {@link toPage} sees whether there
   * are others.
   */
  readonly limit: number
}

/** Reads the cursor and the limit of a list. */
export function pageRequestOf(query: {
  readonly cursor?: string
  readonly limit?: number
}): PageRequest {
  const limit = query.limit ?? USUAL_ITEMS
  if (query.cursor === undefined) return { limit }
  const before = Buffer.from(query.cursor, 'base64url').toString('utf8')
  if (isId(before)) return { before, limit }
  return refuse(foreignCursor)
}

/** The failure of a cursor that was made up, or that a list in another order has given out. */
export const foreignCursor: Failure = {
  code: 'invalid-input',
  path: '/cursor',
  message: 'The cursor is none that this list has given out in this order.',
  mend: 'Take it from `next` of the page before, or leave it away for the first page.',
  zh: {
    message: '该游标不是此列表按此顺序给出的。',
    mend: '请使用上一页的 `next`；查看第一页请不要填写游标。',
  },
}

/** One part of a list as it is answered. */
export interface Page<Item> {
  readonly items: Item[]
  /** Cursor of the next page, opaque to the caller; absent on the last. */
  readonly next?: string
}

/**
 * Makes a page of rows that were read one beyond the limit: the extra one only shows that there are
 * more. Ids sort by the time of their making, so the last id is all that the next page needs.
 */
export function toPage<Row extends { readonly id: string }, Item>(
  rows: readonly Row[],
  { limit }: PageRequest,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const items = shown.map(toItem)
  if (rows.length <= limit || last === undefined) return { items }
  return { items, next: Buffer.from(last.id, 'utf8').toString('base64url') }
}
