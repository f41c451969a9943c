import type { QuoteRequest } from '../../../customs/landed-cost/quote-request.ts'
import { valueOf, valuesOf, type PlainSearch } from '../plain-search.ts'
import { halfWidth, plainCode } from './half-width.ts'

/** One line of the goods as it is typed. */
export interface LineDraft {
  readonly code: string
  readonly origin: string
  readonly quantity: string
  readonly price: string
}

/** A sale as it is typed: everything is text, and nothing is right or wrong yet. */
export interface SaleDraft {
  readonly lines: readonly LineDraft[]
  /** Of all amounts of the sale. */
  readonly currency: string
  readonly from: string
  readonly to: string
  readonly region: string
  readonly incoterm: string
  readonly channel: string
  readonly mode: string
  readonly purpose: string
  readonly buyer: string
  readonly registrations: string
  readonly freight: string
  readonly insurance: string
  /** The day of the import declaration; empty for today. */
  readonly on: string
  /** What else is stated, by its place in the request: weights, units, proofs, answers. */
  readonly facts: Readonly<Record<string, string>>
}

/** The single values of a draft with their names in an address. */
const names = {
  currency: 'cur',
  from: 'from',
  to: 'to',
  region: 'region',
  incoterm: 'terms',
  channel: 'by',
  mode: 'mode',
  purpose: 'for',
  buyer: 'buyer',
  registrations: 'reg',
  freight: 'freight',
  insurance: 'insurance',
  on: 'on',
} as const satisfies Partial<Record<keyof SaleDraft, string>>

type Single = keyof typeof names

/** Stands between the parts of a line in an address; it needs no escape there. */
const BETWEEN = '~'

/** What an address says where it says nothing of a value. */
const unsaid: Readonly<Record<Single, string>> = {
  ...{ currency: '', from: '', to: '', region: '', mode: '', registrations: '' },
  ...{ incoterm: 'DAP', channel: 'courier', purpose: 'sale', buyer: 'private-person' },
  ...{ freight: '', insurance: '', on: '' },
}

/** Whether an address says anything of a sale. */
export function statesSale(search: PlainSearch): boolean {
  return valuesOf(search, 'line').length > 0
}

/** Reads a sale from an address; what is not there is as little as can be. */
export function readSaleSearch(search: PlainSearch): SaleDraft {
  const singles = Object.fromEntries(
    Object.entries(names).map(([field, name]) => [
      field,
      valueOf(search, name) ?? unsaid[field as Single],
    ]),
  ) as Record<Single, string>
  return {
    ...singles,
    lines: valuesOf(search, 'line').map((line) => {
      const [code = '', origin = '', quantity = '', price = ''] = line.split(BETWEEN)
      return { code, origin, quantity, price }
    }),
    facts: Object.fromEntries(
      valuesOf(search, 'fact').flatMap((fact) => {
        const at = fact.indexOf(':')
        return at === -1 ? [] : [[fact.slice(0, at), fact.slice(at + 1)] as const]
      }),
    ),
  }
}

/** The address that says a sale; what is as unsaid is left out, so that a link stays short. */
export function saleSearch(draft: SaleDraft): PlainSearch {
  const singles = Object.entries(names).flatMap(([field, name]) => {
    const value = draft[field as Single]
    return value === unsaid[field as Single] ? [] : [[name, value] as const]
  })
  const facts = Object.entries(draft.facts).filter(([, value]) => value !== '')
  return {
    line: draft.lines.map(({ code, origin, quantity, price }) =>
      [code, origin, quantity, price].join(BETWEEN),
    ),
    ...Object.fromEntries(singles),
    ...(facts.length > 0 && { fact: facts.map(([place, value]) => `${place}:${value}`) }),
  }
}

/** The request that a draft makes. What is typed wrongly goes out as it is, and is refused with its place. */
export function saleRequest(draft: SaleDraft): QuoteRequest {
  const { lines, currency, facts } = draft
  const money = (amount: string) => ({
    amount: halfWidth(amount),
    currency: halfWidth(currency).toUpperCase(),
  })
  const request = {
    ...(draft.on !== '' && { on: draft.on }),
    shipFrom: { country: draft.from },
    destination: {
      country: draft.to,
      ...(draft.region !== '' && { region: halfWidth(draft.region).toUpperCase() }),
    },
    incoterm: draft.incoterm,
    channel: draft.channel,
    ...(draft.mode !== '' && { transportMode: draft.mode }),
    purpose: draft.purpose,
    buyer: { kind: draft.buyer },
    registrations: wordsIn(draft.registrations),
    ...(draft.freight !== '' && { freight: money(draft.freight) }),
    ...(draft.insurance !== '' && { insurance: money(draft.insurance) }),
    exchangeRates: 'latest-loaded',
    lines: lines.map(({ code, origin, quantity, price }) => ({
      ...(code !== '' && { commodityCode: plainCode(code) }),
      ...(origin !== '' && { origin }),
      quantity: pieces(quantity),
      unitPrice: money(price),
    })),
  }
  for (const [place, value] of Object.entries(facts)) {
    if (value !== '') stateAt(request, place.split('/').slice(1), factValue(place, value, currency))
  }
  return request as unknown as QuoteRequest
}

/** A number where one was typed, and otherwise what was typed, which is refused by its place. */
function pieces(typed: string): number | string {
  const digits = halfWidth(typed)
  return /^\d{1,9}$/.test(digits) ? Number(digits) : typed
}

function wordsIn(text: string): readonly string[] {
  return [
    ...new Set(
      halfWidth(text)
        .toUpperCase()
        .split(/[\s,，、]+/),
    ),
  ].filter((word) => word !== '')
}

/** In which form the request wants a fact. */
function factValue(place: string, value: string, currency: string): unknown {
  const name = place.split('/').at(-1)
  if (place.includes('/answers/')) return value === 'yes'
  const plain = halfWidth(value)
  if (place.includes('/metalMadeIn/')) return wordsIn(value)
  if (name === 'additionalCodes' || name === 'documents') return wordsIn(value)
  if (name === 'boughtThisYear' || name === 'onwardTransport') return { amount: plain, currency }
  return plain
}

/** Puts a value where a pointer leads; a line that is no longer there takes its facts with it. */
function stateAt(node: object, [step, ...others]: readonly string[], value: unknown): void {
  const inner = node as Record<string, unknown>
  if (step === undefined || Object.hasOwn(Object.prototype, step)) return
  if (others.length === 0) {
    inner[step] = value
    return
  }
  if (inner[step] === undefined && Array.isArray(node)) return
  const next: unknown = (inner[step] ??= {})
  if (typeof next === 'object' && next !== null) stateAt(next, others, value)
}

/** The draft with a code for one of its lines, which are counted from 1. */
export function withCode(draft: SaleDraft, lineNumber: number, code: string): SaleDraft {
  return {
    ...draft,
    lines: draft.lines.map((line, index) => (index === lineNumber - 1 ? { ...line, code } : line)),
  }
}

/** The draft without one of its lines; facts of the lines behind it follow them. */
export function withoutLine(draft: SaleDraft, gone: number): SaleDraft {
  const facts = Object.entries(draft.facts).flatMap(([place, value]) => {
    const [, index, rest] = /^\/lines\/(\d+)(\/.*)$/.exec(place) ?? []
    if (index === undefined) return [[place, value] as const]
    const line = Number(index)
    if (line === gone) return []
    return [[`/lines/${line > gone ? line - 1 : line}${rest}`, value] as const]
  })
  return {
    ...draft,
    lines: draft.lines.filter((_, index) => index !== gone),
    facts: Object.fromEntries(facts),
  }
}
