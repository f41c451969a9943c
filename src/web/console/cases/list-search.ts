import type { CaseFilter } from '../../../api/views/case-filter.ts'
import type { CaseSort } from '../../../api/views/case-order.ts'
import { caseStates } from '../../kit/terms/case-states.ts'
import { lanes } from '../../kit/terms/lanes.ts'
import { waitingFor } from '../../kit/terms/waiting-for.ts'
import { whoseTurn } from '../../kit/terms/whose-turn.ts'

/**
 * What the address of the list says: the filter, the order, which saved view it came from, and which
 * action on many cases is followed beside it.
 */
export interface ListSearch extends Omit<CaseFilter, 'reference'> {
  readonly sort?: CaseSort
  readonly view?: string
  readonly run?: string
}

/** The orders of the list; the interface has the same. */
export const listSorts: readonly CaseSort[] = [
  'newest',
  'longest-waiting',
  'highest-value',
  'reference',
]

const AMOUNT = /^\d{1,14}(\.\d{1,6})?$/

/** Reads the address; what it says wrongly is left out, so that an old link still shows a list. */
export function readListSearch(search: Record<string, unknown>): ListSearch {
  const { search: words, sort, view, run, currency, waitedHours } = search
  const sorted = listSorts.find((name) => name === sort)
  return {
    ...several('state', search.state, Object.keys(caseStates)),
    ...several('waitingFor', search.waitingFor, Object.keys(waitingFor)),
    ...several('whose', search.whose, Object.keys(whoseTurn)),
    ...several('lane', search.lane, Object.keys(lanes)),
    ...countries(search.destination),
    ...(isCount(waitedHours) && { waitedHours }),
    ...(matches(currency, /^[A-Z]{3}$/) && { currency }),
    ...(matches(currency, /^[A-Z]{3}$/) && amounts(search)),
    ...moment('openedFrom', search.openedFrom),
    ...moment('openedBefore', search.openedBefore),
    ...wordsOf(words),
    ...(sorted !== undefined && sorted !== 'newest' && { sort: sorted }),
    ...(matches(view, /^view_\w+$/) && { view }),
    ...(matches(run, /^run_\w+$/) && { run }),
  }
}

/** Words to search for; a number in the address is one of them. */
function wordsOf(words: unknown): { readonly search?: string } {
  const text = typeof words === 'number' ? String(words) : words
  return typeof text === 'string' && text.trim() !== '' ? { search: text.slice(0, 200) } : {}
}

function several(name: string, value: unknown, known: readonly string[]) {
  const wanted = [value].flat().filter((item) => known.includes(item as string))
  return wanted.length === 0 ? {} : { [name]: wanted }
}

function countries(value: unknown) {
  const wanted = [value].flat().filter((item) => matches(item, /^[A-Z]{2}$/))
  return wanted.length === 0 ? {} : { destination: wanted }
}

function amounts({ valueFrom, valueTo }: Record<string, unknown>) {
  const [from, to] = [valueFrom, valueTo].map((value) =>
    typeof value === 'number' ? String(value) : value,
  )
  return {
    ...(matches(from, AMOUNT) && { valueFrom: from }),
    ...(matches(to, AMOUNT) && { valueTo: to }),
  }
}

function moment(name: string, value: unknown) {
  const isMoment = typeof value === 'string' && !Number.isNaN(Date.parse(value))
  return isMoment ? { [name]: new Date(value).toISOString() } : {}
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 87_600
}

function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value)
}

/** The filter alone, as the interface takes it. */
export function filterOf({
  sort: _sort,
  view: _view,
  run: _run,
  ...filter
}: ListSearch): CaseFilter {
  return filter
}

/** The filter as it may be saved: words that are searched may be names, which are not kept. */
export function savedFilterOf(search: ListSearch): Omit<CaseFilter, 'search' | 'reference'> {
  const { search: _search, ...filter } = filterOf(search)
  return filter
}

/** Whether anything is narrowed at all. */
export function isNarrowed(search: ListSearch): boolean {
  return Object.keys(filterOf(search)).length > 0
}

/** A filter as the query of a request, in the order of its names. */
export function queryOf(filter: object): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) {
    for (const item of [value].flat()) parameters.append(name, String(item))
  }
  return parameters.toString()
}
