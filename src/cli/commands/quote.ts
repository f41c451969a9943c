import type { Command } from 'commander'

import type { ReferenceData } from '../../clearance/reference-data.ts'
import { quoteOrder } from '../../clearance/quote-order.ts'
import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import { isLocalDate, type LocalDate } from '../../customs/calendar/local-date.ts'
import type { FailureCode } from '../../customs/failure-codes.ts'
import { checkOwnFees } from '../../customs/landed-cost/check-own-fees.ts'
import { isSale } from '../../customs/landed-cost/is-sale.ts'
import { readOwnFees } from '../../customs/landed-cost/own-fees.ts'
import { quote } from '../../customs/landed-cost/quote.ts'
import type { QuotedSale } from '../../customs/landed-cost/quote-sale.ts'
import { orderReader } from '../../customs/order/read-order.ts'
import { type Result, resultOf } from '../../customs/result.ts'
import { systemClock } from '../../platform/clock.ts'
import { BadInput, badInput } from '../bad-input.ts'
import { quoteLines, type QuoteBasis } from '../quote-lines.ts'
import { inputName, readJson } from '../read-input.ts'
import { loadReference } from '../reference.ts'
import { exitCodes, writeJson, type ExitCode, type Terminal } from '../terminal.ts'

interface QuoteOptions {
  readonly batch?: true
  readonly on?: string
  readonly fees?: string
}

/** A finished command hands its exit code to the program. */
export type Finish = (code: ExitCode) => void

/**
 * The command that quotes without a server, from the reference data of the checkout. A batch
 * answers every line by itself, so its exit code says nothing of single orders.
 */
export function addQuoteCommand(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('quote [file]')
    .summary('work out what clearing an order costs')
    .description(
      'Works out what clearing an order costs: lane, customs value, duty, VAT, each with its formula ' +
        'and law. Reads an order, or a sale to any destination, as JSON from the file or standard ' +
        'input; needs no server.',
    )
    .option('--on <day>', 'the day to quote for, YYYY-MM-DD; today in London unless stated')
    .option(
      '--batch',
      'read JSON Lines, each an order or a sale with an "id" beside its fields, and answer each on a ' +
        'line of its own with a quote, "failures" or "error"',
    )
    .option(
      '--fees <file>',
      'a table of fees of your own carriers and brokers, which sales are quoted with (JSON)',
    )
    .addHelpText(
      'after',
      `
Exit codes: 0 quoted (with --batch: every line was answered), 1 refused, 2 bad input.

Examples:
  $ bin/tidewaiter quote examples/marketplace-cn-gb.json
  $ bin/tidewaiter quote examples/sale-cn-de.json --on 2026-09-01
  $ bin/tidewaiter quote examples/sale-cn-de.json --fees examples/fees-of-a-carrier.json
  $ cat orders.jsonl | bin/tidewaiter quote --batch --on 2026-09-01 > quotes.jsonl`,
    )
    .action(async (file: string | undefined, options: QuoteOptions) => {
      const on = dayOf(options)
      const reference = await loadReference()
      const basis = { on, reference: await withFees(reference, terminal, options) }
      if (options.batch) await quoteLines(terminal, file, basis)
      else finish(await quoteOne(terminal, file, basis))
    })
}

/** The reference data with the fees of a file, where one is named. */
async function withFees(
  reference: ReferenceData,
  terminal: Terminal,
  { fees: file }: QuoteOptions,
): Promise<ReferenceData> {
  if (file === undefined) return reference
  const { book } = reference.quoting
  const read = readOwnFees(await readJson(terminal, file))
  const fees = read.ok ? resultOf(checkOwnFees(read.value, book), () => read.value) : read
  if (!fees.ok) throw badInput(inputName(file), fees.failures)
  return { ...reference, quoting: { book: { ...book, ownFees: fees.value } } }
}

async function quoteOne(
  terminal: Terminal,
  file: string | undefined,
  { on, reference }: QuoteBasis,
): Promise<ExitCode> {
  const input = await readJson(terminal, file)
  if (isSale(input)) return quoteOneSale(terminal, quote(input, on, reference.quoting.book), file)
  const order = orderReader(reference.knownCodes)(input)
  if (!order.ok) throw badInput(inputName(file), order.failures)
  const quoted = quoteOrder(order.value, on, reference)
  await writeJson(terminal, quoted.ok ? quoted.value : { failures: quoted.failures })
  return quoted.ok ? exitCodes.success : exitCodes.refused
}

/** What is wrong with a sale itself, rather than with what is known of its goods. */
const badForms: ReadonlySet<FailureCode> = new Set([
  'invalid-input',
  'unknown-country',
  'unknown-currency',
])

/** A sale that has not the form is bad input; one that cannot be quoted is refused. */
async function quoteOneSale(
  terminal: Terminal,
  quoted: Result<QuotedSale>,
  file: string | undefined,
): Promise<ExitCode> {
  if (!quoted.ok && badForms.has(quoted.failures[0].code)) {
    throw badInput(inputName(file), quoted.failures)
  }
  await writeJson(terminal, quoted.ok ? quoted.value : { failures: quoted.failures })
  return quoted.ok ? exitCodes.success : exitCodes.refused
}

function dayOf({ on }: QuoteOptions): LocalDate {
  if (on === undefined) return dateInLondon(systemClock.now())
  if (isLocalDate(on)) return on
  throw new BadInput(`--on: There is no day ${on}. Use an existing day in the form YYYY-MM-DD.`)
}
