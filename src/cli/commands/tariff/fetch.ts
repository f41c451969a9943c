import { Argument, type Command } from 'commander'

import { isLocalDate, type LocalDate } from '../../../customs/calendar/local-date.ts'
import { systemClock } from '../../../platform/clock.ts'
import { createHttpClient } from '../../../platform/http/index.ts'
import {
  keptInFolder,
  tariffService,
  walkTariff,
  type Walk,
  type WalkStep,
} from '../../../tariffs/index.ts'
import { BadInput } from '../../bad-input.ts'
import { progressBar } from '../../progress-bar.ts'
import { choice } from '../../options.ts'
import { exitCodes, type Terminal, writeLine } from '../../terminal.ts'
import type { Finish } from '../quote.ts'

interface FetchOptions {
  readonly into: string
  readonly territory: keyof typeof services
  readonly asOf?: string
  readonly url?: string
  readonly perSecond: string
}

/** API v2 of the service, by the territory whose tariff it answers from. */
const services = {
  GB: 'https://www.trade-tariff.service.gov.uk/api/v2',
  XI: 'https://www.trade-tariff.service.gov.uk/xi/api/v2',
} as const

/** Less than the service allows, so that others are not held up. */
const REQUESTS_PER_SECOND = '5'

/** The largest body that has been seen has less than a megabyte. */
const BODY_BYTES_MAX = 25_000_000

/** The command that takes a tariff from the service that publishes it, page by page. */
export function addFetchCommand(tariff: Command, terminal: Terminal, finish: Finish): void {
  tariff
    .command('fetch')
    .summary('fetch a tariff page by page, to be imported')
    .description(
      'Walks through a tariff that is published page by page, and keeps each page as a file. Begun ' +
        'again with the same folder and day, it goes on where it stopped.',
    )
    .addArgument(new Argument('<format>', 'whose service').choices(['uk-trade-tariff']))
    .requiredOption('--into <folder>', 'where the files are kept')
    .addOption(
      choice('--territory <country>', 'GB, or XI for goods to Northern Ireland', [
        ...Object.keys(services),
      ]).default('GB'),
    )
    .option('--as-of <day>', 'the day whose tariff is wanted, YYYY-MM-DD; today unless stated')
    .option('--per-second <count>', 'how often the service is asked at most', REQUESTS_PER_SECOND)
    .option('--url <url>', 'another place of the service')
    .addHelpText(
      'after',
      `
Exit codes: 0 all pages are there, 1 the service did not answer and the walk can go on later, 2 bad input.

Example:
  $ bin/tidewaiter tariff fetch uk-trade-tariff --into uk-2026-11-22 --as-of 2026-11-22
  $ bin/tidewaiter tariff import uk-trade-tariff uk-2026-11-22`,
    )
    .action(async (_format: string, options: FetchOptions) => {
      const http = createHttpClient({ timeLimitMs: 30_000, answerLimitBytes: BODY_BYTES_MAX })
      const baseUrl = options.url ?? services[options.territory]
      const service = tariffService(http, { baseUrl, requestsPerSecond: perSecond(options) })
      try {
        const walk = { service, kept: keptInFolder(options.into), asOf: dayOf(options) }
        await tellEnd(await walked(walk, terminal), { options, terminal, finish })
      } finally {
        http.close()
      }
    })
}

/** What a walk has come to. */
interface Walked {
  readonly last: WalkStep
  readonly bodies: number
  readonly fetched: number
}

async function walked(walk: Walk, terminal: Terminal): Promise<Walked> {
  const bar = progressBar(terminal, `tariff of ${walk.asOf}`)
  let [bodies, fetched] = [0, 0]
  let last: WalkStep | undefined
  for await (const step of walkTariff(walk)) {
    last = step
    if (step.kind === 'body') bodies += 1
    if (step.kind === 'body' && step.from === 'service') fetched += 1
    bar.update(step.pagesDone, step.pagesKnown, `${step.pagesDone} of ${step.pagesKnown} pages`)
  }
  bar.clear()
  if (last === undefined) throw new Error('a walk has no first step')
  return { last, bodies, fetched }
}

async function tellEnd(
  { last, bodies, fetched }: Walked,
  to: { readonly options: FetchOptions; readonly terminal: Terminal; readonly finish: Finish },
): Promise<void> {
  const { terminal, options, finish } = to
  const have = `${bodies} pages are in ${options.into}, ${fetched} of them new`
  if (last.kind !== 'stopped') return writeLine(terminal.stdout, `${have}.`)
  await writeLine(
    terminal.stderr,
    `tidewaiter: ${last.page.path}: The service did not answer: ${last.why}. ${have}; ` +
      'run the same command again to go on.',
  )
  finish(exitCodes.refused)
}

function dayOf({ asOf }: FetchOptions): LocalDate {
  const day = asOf ?? systemClock.now().slice(0, 10)
  if (isLocalDate(day)) return day
  throw new BadInput(`--as-of: ${JSON.stringify(day)} is no day. Write it as YYYY-MM-DD.`)
}

function perSecond({ perSecond: text }: FetchOptions): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new BadInput(`--per-second: ${JSON.stringify(text)} is no count from 1 to 9999.`)
}
