import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import { Type, type Static, type TObject, type TSchema } from 'typebox'

import { searchWordsOf } from '../../clearance/store/search-terms.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import type { Immutable } from '../../customs/immutable.ts'
import type { Lane } from '../../customs/lane/lane-decision.ts'
import { orderSchema } from '../../customs/order/order.ts'
import { countryCode, currencyCode, oneOf, text } from '../../customs/order/schema.ts'
import type { Failure } from '../../customs/result.ts'
import type { Schema } from '../../platform/postgres/index.ts'
import { refuse } from '../http/refusal.ts'
import { instant } from '../http/schema.ts'
import { mainState } from './case-view.ts'
import { everyoneInTurn, everythingWaitedFor, waitedForBy } from './next-action.ts'

const lanes: readonly Lane[] = [
  ...['gb-h1-standard', 'gb-h1-low-value', 'gb-h1-gift', 'gb-h1-returned-goods'],
  ...['ni-h1', 'ni-h7', 'ni-h8', 'gb-b1-export'],
] as Lane[]
/** More words than this find no case better. */
const SEARCH_WORDS_MAX = 8

const severalOf = <Item extends TSchema>(item: Item, description: string) =>
  Type.Optional(Type.Array(item, { minItems: 1, maxItems: 20, description }))

const amount = Type.String({
  pattern: '^\\d{1,14}(\\.\\d{1,6})?$',
  description: 'exact decimal as text, in `currency`, which has to be stated with it',
})

const waitingFor = oneOf(everythingWaitedFor, 'what the case waits for')

/** What a list can be narrowed by and what may be kept of it in a saved view: nobody's name. */
export const savedFilter = {
  state: severalOf(mainState, 'one of these states; repeat the parameter for several'),
  waitingFor: severalOf(waitingFor, 'one of these is waited for'),
  whose: severalOf(oneOf(everyoneInTurn, 'whose turn it is'), 'it is the turn of one of these'),
  lane: severalOf(oneOf(lanes, 'way into the country'), 'one of these lanes'),
  destination: severalOf(countryCode, 'one of these countries'),
  waitedHours: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 87_600, description: 'waits for so many hours or longer' }),
  ),
  currency: Type.Optional(currencyCode),
  valueFrom: Type.Optional(amount),
  valueTo: Type.Optional(amount),
  openedFrom: Type.Optional(instant),
  openedBefore: Type.Optional(instant),
}

/** What a list of cases can be narrowed by. Spread it into the query schema of the route. */
export const caseFilter = {
  ...savedFilter,
  reference: Type.Optional(orderSchema.properties.reference),
  search: Type.Optional(
    text(
      200,
      'words of which each begins a word of a reference of the case, of its orders, LRN or MRN, ' +
        'of the description of its goods or of the name of its buyer',
    ),
  ),
}

/** The type of {@link caseFilter}: every condition has to hold; absent ones are not asked for. */
export type CaseFilter = Immutable<Static<TObject<typeof caseFilter>>>

type OnCases = ExpressionBuilder<Schema, 'clearance_case'>

/**
 * The conditions of a filter. Each is made of comparisons that row-level security lets an index
 * answer. Refuses amounts without a currency.
 */
export function matching(filter: CaseFilter, now: Instant) {
  return (on: OnCases): Expression<SqlBool> =>
    on.and([
      ...standing(on, filter),
      ...values(on, filter),
      ...times(on, filter, now),
      ...(filter.reference === undefined
        ? []
        : [on(sql<string>`reference collate "C"`, '=', filter.reference)]),
      ...searched(on, filter.search),
    ])
}

function standing(on: OnCases, filter: CaseFilter): Expression<SqlBool>[] {
  const { state, lane, destination, waitingFor: waits, whose } = filter
  return [
    ...(state === undefined ? [] : [on('state', 'in', state)]),
    ...(waits === undefined ? [] : [on('waiting_for', 'in', waits)]),
    ...(whose === undefined ? [] : [on('waiting_for', 'in', whose.flatMap(waitedForBy))]),
    ...(lane === undefined ? [] : [on('lane', 'in', lane)]),
    ...(destination === undefined ? [] : [on('destination', 'in', destination)]),
  ]
}

function values(on: OnCases, { currency, valueFrom, valueTo }: CaseFilter): Expression<SqlBool>[] {
  if (currency === undefined) {
    if (valueFrom !== undefined || valueTo !== undefined) refuse(currencyMissing)
    return []
  }
  return [
    on('value_key', '>=', valueKey(currency, valueFrom ?? '0')),
    on('value_key', '<=', valueKey(currency, valueTo ?? '9'.repeat(14))),
  ]
}

/** As the column of the table has it: 14 digits, the point, 6 digits. */
function valueKey(currency: string, value: string): string {
  const [whole = '', fraction = ''] = value.split('.')
  return `${currency}${whole.padStart(14, '0')}.${fraction.padEnd(6, '0')}`
}

function times(
  on: OnCases,
  { waitedHours, openedFrom, openedBefore }: CaseFilter,
  now: Instant,
): Expression<SqlBool>[] {
  return [
    ...(waitedHours === undefined ? [] : [waitsSince(on, hoursBefore(now, waitedHours))]),
    ...(openedFrom === undefined ? [] : [on('opened_at', '>=', new Date(openedFrom))]),
    ...(openedBefore === undefined ? [] : [on('opened_at', '<', new Date(openedBefore))]),
  ]
}

function waitsSince(on: OnCases, until: Date): Expression<SqlBool> {
  return on(sql<Date>`coalesce(waiting_since, 'infinity')`, '<=', until)
}

function hoursBefore(now: Instant, hours: number): Date {
  return new Date(Date.parse(now) - hours * 3_600_000)
}

/** The last character that there is, after every word that begins alike. */
const LAST_CHARACTER = '\u{10FFFF}'

function searched(on: OnCases, question: string | undefined): Expression<SqlBool>[] {
  if (question === undefined) return []
  const words = searchWordsOf(question)
  // A question of nothing but signs is answered by no case, rather than by all of them.
  if (words.length === 0) return [sql<SqlBool>`false`]
  return words.slice(0, SEARCH_WORDS_MAX).map((word) =>
    on(
      'id',
      'in',
      on
        .selectFrom('case_search_term')
        .select('case_id')
        .where('term', '>=', word)
        .where('term', '<', word + LAST_CHARACTER),
    ),
  )
}

const currencyMissing: Failure = {
  code: 'invalid-input',
  path: '/currency',
  message: 'The values to look for have no currency.',
  mend: 'State the currency with them, such as currency=GBP.',
  zh: { message: '要查找的金额没有货币。', mend: '请同时填写货币，例如 currency=GBP。' },
}
