import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { freePort } from '../../src/platform/process/index.ts'
import { agentOrder } from '../agent-orders.ts'
import { ask } from '../api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../api.ts'
import { csvOf, fullRow, otherOrder } from '../purchase-lists.ts'
import { signIn } from '../signed-in.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'

const title = 'somebody who may only look'

/** What is pressed and typed in order to look: searches, filters, and chips that end in a count. */
const forLooking: readonly (string | RegExp)[] = [
  ...['Search cases', 'Reference, buyer or seller', 'Order, buyer or seller', 'State'],
  ...['All cases', 'More filters', 'Order', 'Keys', 'Still here', 'All', 'Print'],
  ...[/^Everything/, / \d+$/],
]

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let api: TestApi
    let tenant: TestTenant
    let origin: string
    let browser: Browser
    let watched: WatchedPage
    let page: Page
    let things: Awaited<ReturnType<typeof everythingOf>>

    beforeAll(async () => {
      const port = await freePort()
      origin = `http://localhost:${port}`
      api = await startTestApi({ publicUrl: origin })
      api.clock.advance(Date.now() - Date.parse(api.clock.now()))
      tenant = await api.addTenant('purchasing-agent')
      things = await everythingOf(api, tenant)
      await api.server.listen({ host: '127.0.0.1', port })
      browser = await openBrowser()
      watched = await openPage(browser)
      page = watched.page
      const { session } = await signIn(api, tenant, { name: 'Vera Viewer', role: 'viewer' })
      await watched.context.addCookies([
        { name: 'tidewaiter_session', value: session.secret, url: origin },
      ])
    })
    afterAll(async () => {
      await browser.close()
      await api.close()
    })

    it(
      'finds nothing to change at any place, however it is gone to',
      { timeout: 240_000 },
      async () => {
        const { orderId, draftId, caseId, stoppedId } = things
        const sections = ['charges', 'papers', 'declaration', 'messages', 'ledger', 'history']
        const places = [
          ...['/', '/cases', '/orders', '/orders/new', `/orders/new?like=${orderId}`],
          ...[`/orders/${orderId}`, '/upload', `/upload/${draftId}`, '/buyers', '/receiving'],
          ...[
            `/receiving/${orderId}`,
            '/stock',
            '/set-apart',
            '/consolidation',
            `/bills/${caseId}`,
          ],
          ...[`/cases/${caseId}`, `/cases/${stoppedId}`, '/settings'],
          ...sections.map((section) => `/cases/${caseId}?section=${section}`),
        ]
        const found: Record<string, readonly string[]> = {}
        for (const place of places) {
          await page.goto(`${origin}/console${place}`)
          await page.locator('main').waitFor()
          await untilDrawn(page)
          const changing = (await enabledIn(page)).filter((name) => !isForLooking(name))
          if (changing.length > 0) found[place] = changing
        }
        expect(found).toEqual({})
      },
    )

    it('is told who may, where the means to change are not shown', async () => {
      for (const place of ['/orders/new', '/upload', '/consolidation']) {
        await page.goto(`${origin}/console${place}`)
        await page.getByText('Owners and operators can change it.').waitFor()
      }
      await page.goto(`${origin}/console/cases/${things.stoppedId}`)
      await page.getByText('Your role may not take it up again.').waitFor()
      expect(watched.complaints).toEqual([])
    })
  },
)

function isForLooking(name: string): boolean {
  return forLooking.some((known) => (known instanceof RegExp ? known.test(name) : known === name))
}

/** What a page has to say is there: its head, and nothing that is still being fetched. */
async function untilDrawn(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor()
  const loading = page.locator('main').getByRole('status', { name: 'Loading' }).first()
  await loading.waitFor({ state: 'hidden' })
  // A part that is shown only after another asks for something of its own.
  await page.waitForTimeout(300)
  await loading.waitFor({ state: 'hidden' })
}

/** The names of all controls of a page that can be used. */
function enabledIn(page: Page): Promise<readonly string[]> {
  return page.locator('main').evaluate((main) => {
    const controls = main.querySelectorAll<HTMLElement>(
      'button, input, select, textarea, [role=button], [draggable=true]',
    )
    return [...controls].flatMap((control) => {
      const isOff = control.matches(':disabled') || !control.checkVisibility()
      const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : []
      const name =
        control.getAttribute('aria-label') ??
        labels.map((label) => label.textContent).join(' ') + control.textContent
      return isOff ? [] : [name.trim()]
    })
  })
}

/** A business in the middle of its day: goods counted, a shipment open, cases, a table with a flaw. */
async function everythingOf(api: TestApi, tenant: TestTenant) {
  const post = async <Body>(url: string, payload: object | string, type = 'application/json') => {
    const headers = { 'content-type': type }
    const answer = await ask(api, tenant.keys.operator, { method: 'POST', url, payload, headers })
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`)
    return answer.json<Body>()
  }
  const order = async (reference: string, buyer: 'rowan' | 'imogen') => {
    const handed = agentOrder(reference, buyer)
    return (await post<{ readonly orderId: string }>('/v1/orders', handed)).orderId
  }
  const receive = (orderId: string) =>
    post('/v1/warehouse-receipts', {
      orderId,
      lines: [{ lineNumber: 1, quantity: 2, grossWeightKg: '0.82' }],
      packages: [{ type: 'CT', count: 1 }],
      photoIds: [],
    })
  const sealed = [await order('V-1', 'rowan'), await order('V-2', 'imogen')]
  for (const id of sealed) await receive(id)
  const first = await post<{ readonly id: string }>('/v1/shipments', {
    ...{ reference: 'NRT-V1', orderIds: sealed },
  })
  const split = await post<{ readonly cases: readonly { readonly caseId: string }[] }>(
    `/v1/shipments/${first.id}/split`,
    {},
  )
  const [caseId, stoppedId] = split.cases.map((opened) => opened.caseId)
  await post(`/v1/cases/${stoppedId!}/stop`, { reason: 'the buyer does not answer' })
  const planned = await order('V-3', 'rowan')
  const onShelf = await order('V-4', 'rowan')
  await receive(planned)
  await receive(onShelf)
  await post('/v1/shipments', { reference: 'NRT-V2', orderIds: [planned] })
  const orderId = await order('V-5', 'imogen')
  const list = csvOf([fullRow, otherOrder({ quantity: 'two' })])
  const draft = await post<{ readonly id: string }>(
    '/v1/list-drafts?name=list.csv',
    list,
    'text/csv',
  )
  return { orderId, draftId: draft.id, caseId: caseId!, stoppedId: stoppedId! }
}
