import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { seedCases } from '../../bench/seed-cases.ts'
import type { CaseSummary } from '../../src/api/views/case-summary.ts'
import { bulkStepQueue } from '../../src/clearance/queues.ts'
import { startWorkers, type Workers } from '../../src/platform/jobs/index.ts'
import { connect, type Database, type Schema } from '../../src/platform/postgres/index.ts'
import { freePort } from '../../src/platform/process/index.ts'
import { clearanceAssignments } from '../../src/services/clearance-assignments.ts'
import { ask, openPreparedCase } from '../api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../api.ts'
import { signIn } from '../signed-in.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'
import { scrollThrough } from './scroll-through.ts'
import { sweep } from './sweep.ts'
import { exampleOrder } from '../shipped-examples.ts'

const title = "a platform operator's day with the list of cases"

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let api: TestApi
    let tenant: TestTenant
    let origin: string
    let browser: Browser
    let watched: WatchedPage
    let page: Page
    let workers: Workers
    let workerDatabase: Database<Schema>

    beforeAll(async () => {
      const port = await freePort()
      origin = `http://localhost:${port}`
      api = await startTestApi({ publicUrl: origin })
      // What the browser calls "ago" is counted from the clock of this machine.
      api.clock.advance(Date.now() - Date.parse(api.clock.now()))
      tenant = await api.addTenant()
      await api.server.listen({ host: '127.0.0.1', port })
      const { log, clearance } = api.ports
      workerDatabase = connect<Schema>({
        ...{ url: api.workerDatabaseUrl, applicationName: 'list test', maxConnections: 4, log },
      })
      const ports = { ...clearance, database: workerDatabase }
      workers = await startWorkers({
        ...{ database: workerDatabase, log },
        assignments: clearanceAssignments(ports, log).filter(
          ({ queue }) => queue.name === bulkStepQueue.name,
        ),
      })
      browser = await openBrowser()
      watched = await openPage(browser)
      page = watched.page
      const { session } = await signIn(api, tenant, { name: 'Olive Operator', role: 'operator' })
      await watched.context.addCookies([
        { name: 'tidewaiter_session', value: session.secret, url: origin },
      ])
    })
    afterAll(async () => {
      await browser.close()
      await workers.stop()
      await workerDatabase.close()
      await api.close()
    })

    const openCases = async (count: number): Promise<readonly string[]> => {
      const caseIds: string[] = []
      for (let each = 0; each < count; each += 1) {
        const order = await exampleOrder('marketplace-cn-gb')
        caseIds.push(await openPreparedCase(api, tenant.keys.operator, order))
      }
      return caseIds
    }

    const summaryOf = async (caseId: string): Promise<CaseSummary> => {
      const answer = await ask(api, tenant.keys.viewer, { url: '/v1/cases?limit=200' })
      return answer.json<{ items: CaseSummary[] }>().items.find(({ id }) => id === caseId)!
    }

    const rows = () => page.locator('[role=rowgroup] + [role=rowgroup] [role=row]')

    it('begins by teaching how the first case comes about', async () => {
      await page.goto(`${origin}/console/`)
      await page.getByText('Your first case begins with an order').waitFor()
      await sweep(page, {
        name: 'today-empty',
        ready: (swept) => swept.locator('h2').first().waitFor(),
      })
      await page.goto(`${origin}/console/cases`)
      await sweep(page, {
        name: 'cases-empty',
        ready: (swept) => swept.locator('h2').first().waitFor(),
      })
    })

    it('finds, narrows and goes back', async () => {
      await openPreparedCase(api, tenant.keys.operator, await exampleOrder('vague-and-incomplete'))
      const [first = ''] = await openCases(3)
      await resetLooks(page)
      await page.goto(`${origin}/console/cases`)
      await expect.poll(() => rows().count()).toBe(4)
      await page.getByRole('button', { name: /^To be mended/ }).click()
      await expect.poll(() => rows().count()).toBe(1)
      expect(page.url()).toContain('state')
      await page.goBack()
      await expect.poll(() => rows().count()).toBe(4)
      const { reference } = await summaryOf(first)
      await page.locator('body').press('/')
      await page.keyboard.type(reference)
      await expect.poll(() => rows().count()).toBe(1)
      await page.getByRole('button', { name: 'Clear filters' }).click()
      await expect.poll(() => rows().count()).toBe(4)
    })

    it('keeps what is typed while it is looked for, also by an input method', async () => {
      const box = page.getByRole('searchbox', { name: 'Search cases' })
      const isAskedFor = (words: string) =>
        expect.poll(() => new URL(page.url()).searchParams.get('search')).toBe(words)
      await page.goto(`${origin}/console/cases`)
      // The space that parts two words is typed while the first is looked for already.
      await box.pressSequentially('cotton ')
      await isAskedFor('cotton')
      expect(await box.inputValue()).toBe('cotton ')
      await box.pressSequentially('shirt')
      await isAskedFor('cotton shirt')
      const asked = page.url()
      await box.dispatchEvent('compositionstart')
      await box.fill('mianbu')
      await page.waitForTimeout(400)
      expect(page.url()).toBe(asked)
      await box.fill('棉布')
      await box.dispatchEvent('compositionend')
      await isAskedFor('棉布')
      await page.goBack()
      await expect.poll(() => box.inputValue()).toBe('cotton shirt')
      await page.getByRole('button', { name: 'Clear filters' }).click()
      await expect.poll(() => box.inputValue()).toBe('')
    })

    it('asks for a page that failed only when it is told to', async () => {
      const list = /\/v1\/cases\?/
      let failed = 0
      await page.route(list, async (route) => {
        if (route.request().url().includes('cursor=')) {
          failed += 1
          return route.fulfill({ status: 400, json: { status: 400, failures: [] } })
        }
        const answer = await route.fetch()
        return route.fulfill({ json: { ...(await answer.json()), next: 'of-the-next-page' } })
      })
      await page.goto(`${origin}/console/cases`)
      await page.getByRole('button', { name: 'Try again' }).waitFor()
      await page.waitForTimeout(500)
      expect(failed).toBe(1)
      expect(await rows().count()).toBe(4)
      await page.getByRole('button', { name: 'Try again' }).click()
      await expect.poll(() => failed).toBe(2)
      await page.unroute(list)
    })

    it('keeps a view, and brings back one that was removed', async () => {
      await page.getByRole('button', { name: /^Ready to declare/ }).click()
      await page.getByRole('button', { name: 'Save view' }).click()
      await page.getByLabel('Name').fill('To declare')
      await sweep(page, { name: 'view-dialog', ready: dialog })
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      const tab = page.getByRole('button', { name: 'To declare', exact: true })
      await tab.waitFor()
      await page.getByRole('button', { name: 'Change view To declare' }).click()
      await page.getByRole('menuitem', { name: 'Remove' }).click()
      await page.getByRole('button', { name: 'Undo' }).click()
      await tab.click()
      await expect.poll(() => rows().count()).toBe(3)
    })

    it('walks and picks by keys', async () => {
      await page.goto(`${origin}/console/cases`)
      await expect.poll(() => rows().count()).toBe(4)
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.keyboard.press('x')
      await page.getByText('1 case selected').waitFor()
      await page.keyboard.press('?')
      await page.getByRole('dialog').getByText('Select up to here').waitFor()
      await sweep(page, { name: 'shortcuts-dialog', ready: dialog })
      const single = page.getByRole('switch', { name: 'Single keys act in lists' })
      await single.uncheck({ force: true })
      await page.keyboard.press('Escape')
      await single.waitFor({ state: 'detached' })
      for (const key of ['x', '?', '/']) await page.keyboard.press(key)
      await page.getByText('1 case selected').waitFor()
      expect(await page.getByRole('dialog').count()).toBe(0)
      await page.getByRole('button', { name: 'Keys' }).click()
      await single.check({ force: true })
      await page.keyboard.press('Escape')
      await single.waitFor({ state: 'detached' })
      // What is picked under one filter is not meant under another.
      await page.getByRole('button', { name: /^To be mended/ }).click()
      await expect.poll(() => rows().count()).toBe(1)
      expect(await page.getByText('1 case selected').count()).toBe(0)
      await page.goBack()
      await expect.poll(() => rows().count()).toBe(4)
      expect(await page.getByText('1 case selected').count()).toBe(0)
    })

    it('declares many at once and says what became of each', async () => {
      await page.getByLabel('Select all cases shown so far').check()
      await page.getByRole('button', { name: 'Declare', exact: true }).click()
      await sweep(page, { name: 'bulk-dialog', ready: dialog })
      const named = page.getByRole('list', { name: 'Selected cases' }).getByRole('listitem')
      expect(await named.count()).toBe(4)
      await page.getByRole('dialog').getByRole('button', { name: 'Declare', exact: true }).click()
      await page.getByText('Done: 3, not possible: 1').waitFor()
      // The rows follow by themselves.
      await expect.poll(() => rows().filter({ hasText: 'Being sent' }).count()).toBe(3)
      expect(await page.getByRole('region', { name: 'Progress' }).innerText()).toMatch(/preparing/)
      // Whoever loads the page again, or gets its address, still sees what became of it.
      await page.reload()
      await page.getByText('Done: 3, not possible: 1').waitFor()
      await page.getByRole('region', { name: 'Progress' }).getByLabel('Close').click()
      await expect.poll(() => page.url()).not.toContain('run')
    })

    it('shows what others change, and announces what is new', async () => {
      const [caseId = ''] = await openCases(1)
      await page.getByRole('button', { name: '1 new' }).click()
      await expect.poll(() => rows().count()).toBe(5)
      const { reference } = await summaryOf(caseId)
      const row = rows().filter({ hasText: reference })
      await row.getByText('Ready to declare').waitFor()
      const url = `/v1/cases/${caseId}/stop`
      const payload = { reason: 'the buyer asks to wait' }
      await ask(api, tenant.keys.broker, { method: 'POST', url, payload })
      await row.getByText('Stopped', { exact: true }).waitFor()
    })

    it('says that it is not live while it is not, and reads what it has missed', async () => {
      const stream = '**/v1/cases/stream'
      await page.route(stream, (route) => route.fulfill({ status: 503, body: '' }))
      await page.reload()
      await page.getByText('Not live just now').waitFor()
      const [caseId = ''] = await openCases(1)
      const { reference } = await summaryOf(caseId)
      await page.unroute(stream)
      await rows().filter({ hasText: reference }).waitFor()
      await page.getByText('Not live just now').waitFor({ state: 'detached' })
      await ask(api, tenant.keys.broker, {
        method: 'POST',
        url: `/v1/cases/${caseId}/stop`,
        payload: { reason: 'the buyer asks to wait' },
      })
      await rows().filter({ hasText: reference }).getByText('Stopped', { exact: true }).waitFor()
    })

    it('forgets what was new under another filter', async () => {
      await openCases(1)
      await page.getByRole('button', { name: '1 new' }).waitFor()
      await page.getByRole('button', { name: /^To be mended/ }).click()
      await expect.poll(() => rows().count()).toBe(1)
      expect(await page.getByRole('button', { name: '1 new' }).count()).toBe(0)
    })

    it('hears nothing while nobody sees it, and reads anew when somebody does', async () => {
      await page.goto(`${origin}/console/cases`)
      await rows().first().waitFor()
      const before = await rows().count()
      const opened = watched.requests.filter((url) => url.endsWith('/v1/cases/stream')).length
      await setVisibility(page, 'hidden')
      await openCases(1)
      await setVisibility(page, 'visible')
      await expect.poll(() => rows().count()).toBe(before + 1)
      expect(watched.requests.filter((url) => url.endsWith('/v1/cases/stream')).length).toBe(
        opened + 1,
      )
    })

    it('shows in the list what was just done on the page of a case', async () => {
      const [row] = await rows().filter({ hasText: 'Ready to declare' }).all()
      const link = row!.getByRole('link').first()
      const reference = await link.innerText()
      await link.click()
      await page.getByRole('heading', { name: reference }).waitFor()
      await page
        .getByRole('button', { name: /^Declare/ })
        .first()
        .click()
      // No worker sends in this test, so the message stays on its way.
      await page.getByText('Being sent').first().waitFor()
      await page.goBack()
      const listed = rows().filter({ hasText: reference })
      await listed.getByText('Being sent').first().waitFor({ timeout: 4_000 })
    })

    it('leads to where one signs in once the session has ended elsewhere', async () => {
      const signedIn = await signIn(api, tenant, { name: 'Pat Away', role: 'broker' })
      const [caseId = ''] = await openCases(1)
      const away = await openPage(browser)
      await away.context.addCookies([
        { name: 'tidewaiter_session', value: signedIn.session.secret, url: origin },
      ])
      await away.page.goto(`${origin}/console/cases/${caseId}`)
      await away.page.getByText('Live', { exact: true }).waitFor()
      const headers = { cookie: signedIn.cookie, origin }
      const ended = await api.server.inject({ method: 'DELETE', url: '/v1/session', headers })
      expect(ended.statusCode).toBe(204)
      api.clock.advance(4_000)
      await away.page.waitForURL('**/console/sign-in**')
      await away.context.close()
    })

    it('stays fluid with 10,000 cases', async () => {
      const { ownerDatabaseUrl, clock } = api
      const { tenantId } = tenant
      await seedCases({ ownerDatabaseUrl, tenantId, count: 10_000, now: clock.now() })
      await page.goto(`${origin}/console/cases`)
      await page.getByText('10,009').first().waitFor()
      const frames = await scrollThrough(page, 16)
      expect(await rows().count()).toBeLessThan(80)
      expect(await lastRowInSight(page)).toBeGreaterThan(200)
      // Far above what bench/RESULTS.md shows, for machines that have other things to do as well.
      expect(frames[Math.floor(frames.length * 0.5)]).toBeLessThan(100)
      expect(frames[Math.floor(frames.length * 0.95)]).toBeLessThan(400)
    })

    it('can be looked at in every way', async () => {
      await page.goto(`${origin}/console/cases?search=speaker`)
      await rows()
        .getByText(/Whitcombe · Men's T-shirt/)
        .first()
        .waitFor()
      await sweep(page, { name: 'cases', ready: () => rows().nth(2).waitFor() })
      await page.goto(`${origin}/console/`)
      await sweep(page, {
        name: 'today',
        ready: (swept) => swept.locator('article').first().waitFor(),
      })
    })

    it('runs without an error in a script or against the policy of its pages', () => {
      expect(watched.complaints).toEqual([])
    })
  },
)

const dialog = (page: Page) => page.getByRole('dialog').waitFor()

/** The place in the list of the lowest row that the window shows, -1 where it shows none. */
function lastRowInSight(page: Page): Promise<number> {
  return page.evaluate(() => {
    const inSight = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect()
      return top < innerHeight && bottom > 0
    })
    return Math.max(-1, ...inSight.map((row) => Number(row.dataset.row)))
  })
}

/** What a browser says of a tab that is put behind another one, and of one that is seen again. */
async function setVisibility(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((wanted) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: wanted })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)
}

async function resetLooks(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.clear())
  await page.setViewportSize({ width: 1440, height: 900 })
}
