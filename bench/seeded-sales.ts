import type { LandedCostBook } from '../src/customs/landed-cost/landed-cost-book.ts'

/** Where the sales of a measurement go. */
export interface Lane {
  readonly country: string
  /** Whose tariff the goods are looked up in. */
  readonly territory: string
  readonly currency: string
}

/**
 * A sale of three lines from China to a private person, as a seed has it: codes, quantities, values,
 * weights, currency and day differ from seed to seed, and the same seed gives the same sale.
 */
export function seededSale(codes: readonly string[], lane: Lane, seed: number): unknown {
  const below = seededRandom(seed)
  const { country, currency } = lane
  const priced = [currency, currency, 'USD', 'CNY'][below(4)]!
  const amount = (most: number) => ({
    amount: `${1 + below(most)}.${String(below(100)).padStart(2, '0')}`,
    currency: priced,
  })
  return {
    on: `2026-0${4 + below(5)}-${String(1 + below(28)).padStart(2, '0')}`,
    shipFrom: { country: 'CN' },
    destination: { country },
    incoterm: 'DAP',
    channel: 'courier',
    transportMode: 'air',
    purpose: 'sale',
    buyer: { kind: 'private-person' },
    registrations: [],
    freight: amount(40),
    insurance: amount(3),
    lines: [1, 2, 3].map(() => ({
      commodityCode: codes[below(codes.length)]!,
      origin: 'CN',
      quantity: 1 + below(9),
      unitPrice: amount(200),
      netWeightKg: `0.${1 + below(99)}`,
    })),
    shopCurrency: currency === 'USD' ? 'EUR' : 'USD',
  }
}

/** The codes of ten digits that goods can be declared by in the latest edition of a tariff. */
export function codesOf(book: LandedCostBook, { territory }: Lane): readonly string[] {
  const { rows } = book.tariffs.get(territory)!.nomenclature.editions[0]!.edition
  return rows
    .filter(({ mayBeDeclared, code }) => mayBeDeclared && code?.length === 10)
    .map(({ code }) => code!)
}

/** Whole numbers below a limit, the same for the same seed (Mulberry32). */
function seededRandom(seed: number): (below: number) => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    const first = Math.imul(state ^ (state >>> 15), state | 1)
    const second = first ^ (first + Math.imul(first ^ (first >>> 7), first | 61))
    return ((second ^ (second >>> 14)) >>> 0) % below
  }
}
