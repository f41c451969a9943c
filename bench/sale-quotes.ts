import { localDate } from '../src/customs/calendar/local-date.ts'
import type { LandedCostBook } from '../src/customs/landed-cost/landed-cost-book.ts'
import { quote } from '../src/customs/landed-cost/quote.ts'
import type { Database, Schema } from '../src/platform/postgres/index.ts'
import { LiveBook } from '../src/tariffs/index.ts'
import { printFigures, progress, quantile } from './figures.ts'
import { codesOf, type Lane, seededSale } from './seeded-sales.ts'
import { onTariffDatabase } from './tariff-database.ts'
import { threeLineSaleTo } from './three-line-sale.ts'
import { COMMODITIES, importSchedule, importSynthetic, schedules } from './whole-tariffs.ts'

// The pure quote of a sale of three lines, from its JSON as an object to the whole answer, with every
// tariff loaded; and the same where the tariff has a tenth of the goods.

const SALES = 2_000
const ROUNDS = 4
/** Of the sales, so many are asked again and again, each so many times in a row. */
const SALES_AGAIN = 40
const TIMES_AGAIN = 250
/** Behind so many failed attempts for each sale something is wrong with the lane. */
const TRIES = 40

const lanes = {
  'United States': { country: 'US', territory: 'US', currency: 'USD' },
  Germany: { country: 'DE', territory: 'EU', currency: 'EUR' },
  'Great Britain': { country: 'GB', territory: 'GB', currency: 'GBP' },
} as const satisfies Readonly<Record<string, Lane>>

/** Shirts, loudspeakers and handbags, by the codes of each tariff. */
const checkoutCodes: Readonly<Record<string, readonly [string, string, string]>> = {
  US: ['6109100012', '8518210000', '4202221500'],
  EU: ['6109100010', '8518210000', '4202221000'],
  GB: ['6109100010', '8518210000', '4202221000'],
}
const CHECKOUT_TIMES = 20_000

const today = localDate('2026-09-01')
const small = await openBook(async (database) => {
  await importSynthetic(database, { territory: 'EU', commodities: COMMODITIES / 10 })
})
const whole = await openBook(async (database) => {
  for (const file of schedules) await importSchedule(database, file)
  await importSynthetic(database, { territory: 'EU', commodities: COMMODITIES })
  await importSynthetic(database, { territory: 'GB', commodities: COMMODITIES })
})
const rows = Object.entries(lanes).map(([name, lane]) => row(name, measured(whole, lane)))
rows.push(row('Germany, a tenth of the tariff', measured(small, lanes.Germany)))

printFigures({
  title: 'Quotes of sales in process',
  about:
    'The pure `quote` of a sale of three lines from China, read, checked and answered in full with ' +
    `every formula in both languages. ${SALES} different sales a lane from a seed, which differ in ` +
    `codes, quantities, values, currencies and days, quoted ${ROUNDS} times in turn; the last round ` +
    'counts. No answer is remembered; which measures and programmes are about goods is, so the first ' +
    'quotes of the same sales stand beside them. Last come ' +
    `${SALES_AGAIN} of the sales with all amounts in the currency of the destination, as most shops ` +
    `have them, asked ${TIMES_AGAIN} times in a row each; and one sale of shirts, a loudspeaker and a ` +
    `handbag as a checkout asks it, ${CHECKOUT_TIMES.toLocaleString('en')} times. Loaded are six editions of the United ` +
    'States schedule with all programmes, and tariffs of Great Britain and the European Union of ' +
    `${COMMODITIES.toLocaleString('en')} commodities with ten made-up measures each. Repeat: ` +
    '`npm run bench -- sale-quotes`.',
  columns: [
    '',
    'median µs',
    '10 % below µs',
    '95 % below µs',
    'asked first, median µs',
    'in one currency again and again, median µs',
    'one sale of a checkout, median µs',
    'charges',
  ],
  rows,
})

function openBook(load: (database: Database<Schema>) => Promise<void>): Promise<LandedCostBook> {
  return onTariffDatabase(async (database) => {
    await load(database)
    return (await LiveBook.open(database)).book
  })
}

interface Measured {
  /** Of sales whose goods were not asked about before, once the program is warm. */
  readonly first: readonly number[]
  readonly last: readonly number[]
  readonly again: readonly number[]
  readonly checkout: readonly number[]
  readonly charges: number
}

/** Only sales that can be quoted count; a refusal would be cheaper. */
function measured(book: LandedCostBook, lane: Lane): Measured {
  progress(`${lane.country} ...`)
  const codes = codesOf(book, lane)
  const sales: unknown[] = []
  const first: number[] = []
  let charges = 0
  for (let seed = 1; sales.length < SALES && seed <= SALES * TRIES; seed += 1) {
    const sale = seededSale(codes, lane, seed)
    const { microseconds, quoted } = timed(sale, book)
    if (!quoted.ok || quoted.value.kind !== 'exact') continue
    first.push(microseconds)
    charges += quoted.value.landedCost.charges.length
    sales.push(sale)
  }
  if (sales.length < SALES) throw new Error(`only ${sales.length} sales to ${lane.country}`)
  const rounds = Array.from({ length: ROUNDS }, () =>
    sales.map((sale) => timed(sale, book).microseconds),
  )
  const again = sales
    .slice(0, SALES_AGAIN)
    .map((sale) => inOneCurrency(sale, lane))
    .flatMap((sale) => Array.from({ length: TIMES_AGAIN }, () => timed(sale, book).microseconds))
  const sale = threeLineSaleTo(lane, checkoutCodes[lane.territory]!)
  if (!timed(sale, book).quoted.ok) throw new Error(`no quote of a checkout to ${lane.country}`)
  const checkout = Array.from({ length: CHECKOUT_TIMES }, () => timed(sale, book).microseconds)
  return {
    ...{ first: first.slice(SALES / 2), last: rounds.at(-1)!, again, checkout },
    charges: charges / SALES,
  }
}

function inOneCurrency(sale: unknown, { currency }: Lane): unknown {
  const { shopCurrency: _, ...plain } = sale as { readonly shopCurrency: string }
  return JSON.parse(JSON.stringify(plain), (name, value: unknown) =>
    name === 'currency' ? currency : value,
  )
}

function timed(sale: unknown, book: LandedCostBook) {
  const startedAt = process.hrtime.bigint()
  const quoted = quote(sale, today, book)
  return { quoted, microseconds: Number(process.hrtime.bigint() - startedAt) / 1000 }
}

function row(name: string, { first, last, again, checkout, charges }: Measured): readonly string[] {
  const at = (share: number): string => quantile(last, share).toFixed(0)
  const median = (times: readonly number[]): string => quantile(times, 0.5).toFixed(0)
  return [
    ...[name, at(0.5), at(0.1), at(0.95)],
    ...[median(first), median(again), median(checkout), charges.toFixed(1)],
  ]
}
