import type { LodgementState } from '../../../authority/life-cycle/lodgement-state.ts'
import type { WaitedFor } from '../../../authority/store/queue-store.ts'

/** What of the queue is looked at; it stands in the address, so that it can be kept and sent. */
export interface QueueSearch {
  readonly view?: QueueView
  readonly order?: 'risk' | 'newest'
  readonly state?: LodgementState
  readonly rule?: string
  readonly chapter?: string
  readonly trader?: string
  readonly find?: string
}

/** Whose turn it is, or everything that the register has. */
export type QueueView = WaitedFor | 'all'

const views: readonly QueueView[] = ['officer', 'trader', 'money', 'nobody', 'all']

/** Reads the search of an address; what makes no sense is left out. */
export function readQueueSearch(search: Readonly<Record<string, unknown>>): QueueSearch {
  const text = (name: string, pattern = /^.{1,70}$/): string | undefined => {
    const value = search[name]
    const written = typeof value === 'number' ? String(value) : value
    return typeof written === 'string' && pattern.test(written) ? written : undefined
  }
  const view = views.find((known) => known === search.view)
  const state = text('state', /^[a-z]+$/)
  return withoutAbsent({
    view,
    order: search.order === 'newest' ? 'newest' : search.order === 'risk' ? 'risk' : undefined,
    // The office refuses a state that it does not know, and says so.
    state: state as LodgementState | undefined,
    rule: text('rule', /^[a-z0-9-]{3,60}$/),
    chapter: text('chapter', /^\d{2}$/),
    trader: text('trader'),
    find: text('find'),
  })
}

/** The query of the interface for what is looked at. */
export function queueQueryText(
  search: QueueSearch,
  page: Readonly<Record<string, string>>,
): string {
  const { view = 'officer', order = 'risk', state, rule, chapter, trader, find } = search
  // Whoever looks for one entry wants to find it wherever it stands.
  const waitsFor = view === 'all' || find !== undefined ? undefined : view
  const fields = { waitsFor, order, state, rule, chapter, trader, search: find, ...page }
  return new URLSearchParams(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString()
}

type Present<Fields> = { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> }

function withoutAbsent<Fields extends object>(fields: Fields): Present<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Present<Fields>
}
