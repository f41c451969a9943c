import { join } from 'node:path'

import type { Command } from 'commander'

import { clearanceRequestFormats } from '../../clearance/declaring/clearance-request-formats.ts'
import {
  bulkFormat,
  declarationFormats,
  exportFormats,
} from '../../clearance/declaring/declaration-formats.ts'
import type { AheadFinding } from '../../clearance/preparation/check-order-ahead.ts'
import { declareOrder, type OrderToDeclare } from '../../clearance/preparation/declare-order.ts'
import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import { isLocalDate, type LocalDate } from '../../customs/calendar/local-date.ts'
import { isLrn } from '../../customs/declaration/lrn.ts'
import type { Order } from '../../customs/order/order.ts'
import { orderReader } from '../../customs/order/read-order.ts'
import { readTraderProfile } from '../../customs/parties/read-trader-profile.ts'
import type { TraderProfile } from '../../customs/parties/trader-profile.ts'
import { checkoutFolder } from '../../platform/checkout.ts'
import { systemClock } from '../../platform/clock.ts'
import { newLocalReference } from '../../platform/ids.ts'
import { answerLines } from '../answer-lines.ts'
import { BadInput, badInput } from '../bad-input.ts'
import { choice } from '../options.ts'
import { inputName, readJson } from '../read-input.ts'
import { loadReference } from '../reference.ts'
import { exitCodes, type ExitCode, type Terminal, writeLine } from '../terminal.ts'
import { declareBulkLines } from './declare-bulk.ts'
import type { Finish } from './quote.ts'

interface DeclareOptions {
  readonly format: string
  readonly profile?: string
  readonly lrn?: string
  readonly on?: string
  readonly arrived?: true
  readonly supplements?: string
  readonly acceptedAt?: string
  readonly batch?: true
}

/** Formats of one order each. */
const allFormats = [...declarationFormats, ...exportFormats, ...clearanceRequestFormats]

/** What is the same for every order of one command. */
type Basis = Omit<OrderToDeclare, 'order' | 'lrn'>

/** The command that writes the message of an order without a server. */
export function addDeclareCommand(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('declare [file]')
    .summary('write the customs declaration of an order')
    .description(
      'Takes an order the whole way to the exact message that declares it: lane, parties, quote, papers, ' +
        'checks. Reads it as JSON from the file or standard input and writes the message to standard ' +
        'output; needs no server and sends nothing.',
    )
    .addOption(
      choice(
        '--format <format>',
        'standard and data set',
        [...allFormats, bulkFormat].map(({ id }) => id),
      ),
    )
    .option('--profile <file>', 'who declares, from which account is paid, which powers there are')
    .option('--lrn <reference>', 'local reference number, which the authority takes only once')
    .option('--on <day>', 'the day of the declaration, YYYY-MM-DD; today in London unless stated')
    .option('--arrived', 'the goods have arrived; unless stated they are declared before they do')
    .option(
      '--supplements <mrn>',
      'MRN of the simplified declaration that a supplementary one completes',
    )
    .option('--accepted-at <moment>', 'when that was accepted, such as 2026-09-01T12:00:00Z')
    .option(
      '--batch',
      'read JSON Lines, each an order with an "id" and, if you like, an "lrn" beside its fields, and ' +
        'answer each on a line of its own with "message" or "failures"',
    )
    .addHelpText(
      'after',
      `
Formats:
${[...allFormats, bulkFormat].map(({ id, summary }) => `  ${id}  ${summary}`).join('\n')}

What stands against an order goes to standard error, one line each: where, what, how to mend it.
So do warnings of rules (see rules list), which do not keep the message back.
Without --profile the sample broker of examples/ declares, which standard error says.

Exit codes: 0 declared (with --batch: every line was answered), 1 refused, 2 bad input.

Examples:
  $ bin/tidewaiter declare --format uk-cds-h1 --profile examples/trader-profile-platform.json \\
      --on 2026-09-01 < examples/marketplace-cn-gb.json > message.xml
  $ cat orders.jsonl | bin/tidewaiter declare --format uk-cds-h1 --batch > messages.jsonl
  $ cat orders.jsonl | bin/tidewaiter declare --format uk-cds-birds --profile mine.json > message.xml`,
    )
    .action(async (file: string | undefined, options: DeclareOptions) => {
      const lrn = referenceOf(options)
      const basis = { ...termsOf(options), reference: await loadReference() }
      const stated =
        options.profile === undefined ? undefined : await readProfile(terminal, options.profile)
      if (options.format === bulkFormat.id) {
        if (stated === undefined) throw new BadInput(bulkNeedsProfile)
        const { format: _, ...terms } = basis
        const bulkLrn = lrn === '' ? newLocalReference() : lrn
        finish(await declareBulkLines(terminal, file, { ...terms, profile: stated, lrn: bulkLrn }))
      } else if (options.batch) await declareLines(terminal, file, { basis, stated })
      else finish(await declareOne(terminal, file, { basis, stated, lrn }))
    })
}

/** The sample brokers hold no authorisation for bulks. */
const bulkNeedsProfile =
  '--profile: A bulk is declared under an authorisation. Name a profile with bulkAuthorisation.'

interface Stated {
  readonly basis: Omit<Basis, 'profile'>
  readonly stated: TraderProfile | undefined
}

async function declareOne(
  terminal: Terminal,
  file: string | undefined,
  { basis, stated, lrn }: Stated & { readonly lrn: string },
): Promise<ExitCode> {
  const order = orderReader(basis.reference.knownCodes)(await readJson(terminal, file))
  if (!order.ok) throw badInput(inputName(file), order.failures)
  const profile = stated ?? (await sampleProfile(terminal, order.value))
  const declared = declareOrder({ ...basis, order: order.value, profile, lrn })
  if (declared.ok) {
    terminal.stdout.write(declared.bytes)
    for (const { rule, path, message, mend = '' } of declared.warnings) {
      await writeLine(terminal.stderr, `warning ${rule}: ${path}: ${message} ${mend}`)
    }
    await tellWhatIsOwed(terminal, basis.format)
    return exitCodes.success
  }
  for (const finding of declared.findings) await writeLine(terminal.stderr, inOneLine(finding))
  return exitCodes.refused
}

/** A simplified declaration is only half of what is owed. */
async function tellWhatIsOwed(terminal: Terminal, format: Basis['format']): Promise<void> {
  if ('owes' in format) await writeLine(terminal.stderr, `tidewaiter: ${format.owes.en}`)
}

async function declareLines(
  terminal: Terminal,
  file: string | undefined,
  { basis, stated }: Stated,
): Promise<void> {
  const readOrder = orderReader(basis.reference.knownCodes)
  const samples = stated === undefined ? await bothSampleProfiles(terminal) : undefined
  const { id: format } = basis.format
  await answerLines(terminal, file, ({ id, fields: { lrn = newLocalReference(), ...fields } }) => {
    if (typeof lrn !== 'string' || !isLrn(lrn)) {
      return {
        id,
        failures: [{ code: 'invalid-input', path: '/lrn', ...noReference(String(lrn)) }],
      }
    }
    const order = readOrder(fields)
    if (!order.ok) return { id, failures: order.failures }
    const profile = stated ?? samples![sampleFor(order.value)]
    const declared = declareOrder({ ...basis, order: order.value, profile, lrn })
    if (!declared.ok) return { id, failures: declared.findings }
    const { bytes, warnings } = declared
    const message = new TextDecoder().decode(bytes)
    const owes = 'owes' in basis.format ? { owes: basis.format.owes.en } : {}
    return { id, format, lrn, message, ...(warnings.length > 0 && { warnings }), ...owes }
  })
}

/** Line breaks are taken out of what is told, so that a fault is a line. */
function inOneLine({ code, path, message, mend }: AheadFinding): string {
  const place = path === '' ? code : path
  return `${place}: ${message.en} ${mend?.en ?? ''}`.replaceAll(/\s+/g, ' ').trimEnd()
}

function referenceOf({ lrn = newLocalReference(), batch }: DeclareOptions): string {
  const { message, mend } = noReference(lrn)
  if (!isLrn(lrn)) throw new BadInput(`--lrn: ${message} ${mend}`)
  return batch === undefined ? lrn : ''
}

function noReference(lrn: string) {
  return {
    message: `${lrn} is no local reference number.`,
    mend: 'Use 1 to 22 letters, digits, hyphens, points, underscores or slashes, a letter or digit first.',
  }
}

function termsOf({
  format,
  on,
  arrived,
  supplements,
  acceptedAt,
}: DeclareOptions): Omit<Basis, 'profile' | 'reference'> {
  return {
    format: allFormats.find(({ id }) => id === format)!,
    on: dayOf(on),
    additionalType: arrived === true ? 'A' : 'D',
    ...initialOf(supplements, acceptedAt),
  }
}

const MRN = /^\d\d[A-Z]{2}[0-9A-Z]{14}$/
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/

/** Both or neither: the tax point of a supplementary declaration is that of the simplified one. */
function initialOf(mrn: string | undefined, acceptedAt: string | undefined) {
  if (mrn === undefined && acceptedAt === undefined) return {}
  if (mrn === undefined || !MRN.test(mrn)) {
    throw new BadInput(`--supplements: ${mrn ?? '(none)'} is no MRN. Use its 18 characters.`)
  }
  if (
    acceptedAt === undefined ||
    !MOMENT.test(acceptedAt) ||
    Number.isNaN(Date.parse(acceptedAt))
  ) {
    throw new BadInput(
      `--accepted-at: ${acceptedAt ?? '(none)'} is no moment. Use one such as 2026-09-01T12:00:00Z.`,
    )
  }
  return { initial: { mrn, acceptedAt } }
}

function dayOf(on: string | undefined): LocalDate {
  if (on === undefined) return dateInLondon(systemClock.now())
  if (isLocalDate(on)) return on
  throw new BadInput(`--on: There is no day ${on}. Use an existing day in the form YYYY-MM-DD.`)
}

async function readProfile(terminal: Terminal, file: string): Promise<TraderProfile> {
  const profile = readTraderProfile(await readJson(terminal, file))
  if (!profile.ok) throw badInput(inputName(file), profile.failures)
  return profile.value
}

/** The profiles of the two sample businesses, whose broker is the same. */
const samples = { agent: 'trader-profile-agent.json', platform: 'trader-profile-platform.json' }

function sampleFor({ channel }: Order): keyof typeof samples {
  return channel === 'purchasing-agent' ? 'agent' : 'platform'
}

async function sampleProfile(terminal: Terminal, order: Order): Promise<TraderProfile> {
  const profiles = await bothSampleProfiles(terminal)
  return profiles[sampleFor(order)]
}

/** Nobody is declared for by a made-up broker without being told. */
async function bothSampleProfiles(
  terminal: Terminal,
): Promise<Readonly<Record<keyof typeof samples, TraderProfile>>> {
  const path = (name: string) => join(checkoutFolder, 'examples', name)
  const agent = await readProfile(terminal, path(samples.agent))
  const platform = await readProfile(terminal, path(samples.platform))
  await writeLine(
    terminal.stderr,
    `tidewaiter: No profile is named, so the sample broker ${platform.declarant.name} declares. Name yours with --profile.`,
  )
  return { agent, platform }
}
