import { invitePerson, issueSignInLink, signInByLink } from '../src/access/index.ts'
import { systemClock } from '../src/platform/clock.ts'
import { createLog } from '../src/platform/log.ts'
import { connect, inTenant, type Schema } from '../src/platform/postgres/index.ts'
import { openBrowser, openPage } from '../test/browser/browser.ts'
import { chromiumAbsent, chromiumPath } from '../test/browser/chromium.ts'
import { scrollThrough } from '../test/browser/scroll-through.ts'
import { type BenchInstallation, openBenchInstallation } from './bench-installation.ts'
import { printFigures, progress, quantile } from './figures.ts'
import { seedCases } from './seed-cases.ts'

// The list of cases with 10,000 and with 100,000 of them: each page as the pages ask for it, one
// after the other, and scrolling and narrowing in a real browser.

const ASKED_TIMES = 150
const SIZES = [10_000, 100_000] as const
const SCREENS = 60

const questions: Readonly<Record<string, string>> = {
  'first page': '',
  'one state': 'state=ready',
  'three states': 'state=ready&state=stopped&state=preparing',
  'longest waiting': 'sort=longest-waiting',
  'highest value': 'sort=highest-value',
  'search, a word of every case': 'search=shop',
  'search, one case': 'search=004711',
  'search, two words': 'search=porcelain+shop',
  'what waits for you over a day': 'whose=yours&waitedHours=24&sort=longest-waiting',
}

type Rows = string[][]

// A tenant for each size, and keys enough that none is held up.
const installation = await openBenchInstallation({ tenants: SIZES.length, renderDocuments: 'off' })
try {
  const rows: Rows = []
  for (const [index, size] of SIZES.entries()) {
    rows.push(...(await measureAnswers(installation, index, size)))
  }
  rows.push(...(await measurePages(installation, 0)))
  report(rows)
} finally {
  await installation.close()
}

async function measureAnswers(
  { apiUrl, apiKeys, databases }: BenchInstallation,
  index: number,
  count: number,
): Promise<Rows> {
  const headers = { authorization: `Bearer ${apiKeys[index]}` }
  const tenant = await fetch(`${apiUrl}/v1/tenant`, { headers })
  const { id: tenantId } = (await tenant.json()) as { id: string }
  progress(`seeding ${count} cases`)
  const ownerDatabaseUrl = databases.ownerUrl
  const firstAfter = index * 1_000_000
  const now = systemClock.now()
  await seedCases({ ownerDatabaseUrl, tenantId, count, now, firstAfter })
  const times = async (path: string): Promise<readonly number[]> => {
    const taken: number[] = []
    for (let each = 0; each < ASKED_TIMES; each += 1) {
      const startedAt = performance.now()
      const answer = await fetch(`${apiUrl}${path}`, { headers })
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
      await answer.arrayBuffer()
      taken.push(performance.now() - startedAt)
    }
    return taken
  }
  const rows: Rows = []
  for (const [name, query] of Object.entries(questions)) {
    rows.push(row(`${name}, of ${shown(count)}`, await times(`/v1/cases?limit=100&${query}`)))
  }
  rows.push(row(`all counts, of ${shown(count)}`, await times('/v1/cases/counts')))
  return rows
}

/** The list of the tenant in a real browser; without one there are no such figures. */
async function measurePages(bench: BenchInstallation, index: number): Promise<Rows> {
  if (chromiumPath === undefined) {
    progress(chromiumAbsent)
    return []
  }
  const browser = await openBrowser()
  try {
    const { page, context } = await openPage(browser)
    const origin = bench.apiUrl.replace('127.0.0.1', 'localhost')
    const value = await sessionOf(bench, index)
    await context.addCookies([{ name: 'tidewaiter_session', value, url: origin }])
    await page.goto(`${origin}/console/cases`)
    await page.getByText('10,000').first().waitFor()
    progress('scrolling')
    const frames = await scrollThrough(page, SCREENS)
    await page.evaluate('window.scrollTo({ top: 0 })')
    const narrowed: number[] = []
    const chips = ['Ready to declare', 'Stopped', 'Released', 'Delivered', 'Cleared', 'Pre-lodged']
    for (const state of chips) {
      const answered = page.waitForResponse((answer) => answer.url().includes('/v1/cases?state='))
      const startedAt = performance.now()
      await page.getByRole('button', { name: new RegExp(`^${state}`) }).click()
      await answered
      await page.locator('[data-row="0"]').waitFor()
      narrowed.push(performance.now() - startedAt)
    }
    return [
      row(`between frames while ${SCREENS} screens pass without a pause, 10,000 cases`, frames),
      row('from the click on a state to its first row, 10,000 cases', narrowed),
    ]
  } finally {
    await browser.close()
  }
}

/** Somebody of the tenant who is signed in; gives the secret of the session. */
async function sessionOf(
  { databases, apiUrl, apiKeys }: BenchInstallation,
  index: number,
): Promise<string> {
  const headers = { authorization: `Bearer ${apiKeys[index]}` }
  const tenant = await fetch(`${apiUrl}/v1/tenant`, { headers })
  const { id: tenantId } = (await tenant.json()) as { id: string }
  const database = connect<Schema>({
    ...{ url: databases.appUrl, applicationName: 'bench', maxConnections: 1 },
    log: createLog({ name: 'bench', level: 'silent' }),
  })
  try {
    const now = systemClock.now()
    const context = { tenantId, actor: { kind: 'operator', id: 'bench' }, now } as const
    const secret = await inTenant(database, tenantId, async (transaction) => {
      const person = { name: 'Bench', role: 'owner' } as const
      const { personId } = await invitePerson(transaction, person, context)
      const link = await issueSignInLink(transaction, personId, context)
      if (!link.ok) throw new Error(link.failures[0].message)
      return link.value.secret
    })
    const opened = await signInByLink({ database, clock: systemClock }, { secret, device: 'bench' })
    if (!opened.ok) throw new Error(opened.failures[0].message)
    return opened.value.secret
  } finally {
    await database.close()
  }
}

function row(name: string, milliseconds: readonly number[]): string[] {
  const [half, most] = [quantile(milliseconds, 0.5), quantile(milliseconds, 0.95)]
  return [name, half.toFixed(1), most.toFixed(1)]
}

function shown(count: number): string {
  return count.toLocaleString('en-GB')
}

function report(rows: Rows): void {
  printFigures({
    title: 'List of cases',
    about:
      'Pages of 100 cases over HTTP, one request after the other on the processes of `npm start`, ' +
      `${ASKED_TIMES} times each; then the list in headless Chromium, drawn without a graphics ` +
      'card. Cases are spread over nine states; each found word stands in every case, in every ' +
      'hundredth or in one. Repeat: `npm run bench -- case-list`.',
    columns: ['', 'median ms', '95 % below ms'],
    rows,
  })
}
