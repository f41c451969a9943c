import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { NewCaseEvent } from '../../src/clearance/events/case-event.ts'
import { money } from '../../src/customs/money/money.ts'
import { inTenant } from '../../src/platform/postgres/index.ts'
import { freePort } from '../../src/platform/process/index.ts'
import { createTrackingLink, revokeTrackingLink } from '../../src/tracking/index.ts'
import { startTestApi, type TestApi } from '../api.ts'
import { lodgedCaseEvents } from '../lodged-case.ts'
import { trackedCases, type TrackedCases } from '../tracked-cases.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'
import { sweep } from './sweep.ts'

const title = 'the page of a shopper'
const silent = () => Promise.resolve()

/** What happened before customs took the case up; the buyer bears the charges. */
const registered: readonly NewCaseEvent[] = [
  ...lodgedCaseEvents('LRN-1')
    .slice(1)
    .map((event) =>
      event.type === 'parties-decided'
        ? { ...event, data: { ...event.data, payer: 'buyer' } }
        : event,
    ),
  { type: 'declaration-registered', data: { mrn: '26GB1' } },
]
const accepted: readonly NewCaseEvent[] = [
  ...registered,
  { type: 'declaration-accepted', data: { mrn: '26GB1' } },
]

/** Customs opened the parcel, charges more than was estimated, and has been paid by the shop. */
const chargedMore: readonly NewCaseEvent[] = [
  ...accepted,
  { type: 'examination-ordered', data: { controlId: 'control_1' } },
  {
    type: 'assessment-final',
    data: {
      ...{ assessmentId: 'a', notificationId: 'a', versionId: '2' },
      lines: [
        {
          ...{ itemNumber: 1, taxType: 'A00' },
          ...{ assessed: money('260.40', 'GBP'), payable: money('260.40', 'GBP') },
        },
      ],
      payable: money('260.40', 'GBP'),
      differences: [
        {
          ...{ itemNumber: 1, taxType: 'A00', cause: 'value-differs' },
          ...{ quoted: money('224.00', 'GBP'), assessed: money('260.40', 'GBP') },
          explanation: { en: 'Customs took another value.', zh: '海关认定了不同的价格。' },
        },
      ],
    },
  },
  {
    type: 'debt-incurred',
    data: { debtId: 'd', taxType: 'A00', amount: money('260.40', 'GBP'), payer: 'buyer' },
  },
  { type: 'debt-paid', data: { debtId: 'd', how: 'deferment:1234567' } },
  { type: 'goods-released', data: {} },
]

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let cases: TrackedCases
    let api: TestApi
    let browser: Browser
    let watched: WatchedPage
    let origin: string

    beforeAll(async () => {
      cases = await trackedCases()
      const port = await freePort()
      origin = `http://localhost:${port}`
      api = await startTestApi({ publicUrl: origin, database: cases.api, clock: cases.clock })
      await api.server.listen({ host: '127.0.0.1', port })
      browser = await openBrowser()
    })
    // A reader of their own for each test: what one chose, another has not.
    beforeEach(async () => {
      watched = await openPage(browser, { viewport: { width: 390, height: 844 } })
    })
    afterEach(async () => {
      await watched.context.close()
      expect(watched.requests.filter((url) => !url.startsWith(`${origin}/`))).toEqual([])
      expect(watched.complaints).toEqual([])
    })
    afterAll(async () => {
      await browser.close()
      await api.close()
      await cases.close()
    })

    /** A parcel to which this has happened, and the link to it. */
    async function parcelAfter(events: readonly NewCaseEvent[]) {
      const { caseId } = await cases.open(silent)
      await cases.record(silent, caseId, events)
      const link = await inTenant(cases.api, cases.tenantId, (transaction) =>
        createTrackingLink(transaction, api.ports.tracking.sealingKey, {
          ...{ tenantId: cases.tenantId, caseId },
          now: cases.clock.now(),
        }),
      )
      return { caseId, linkId: link.link.linkId, url: `${origin}/track/${link.token}` }
    }

    const heading = (page: Page) => page.getByRole('heading', { level: 1 })
    const open = async (url: string) => {
      await watched.page.goto(url)
      await heading(watched.page).waitFor()
      return watched.page
    }

    it('says what happens and what comes next while there is nothing to do', async () => {
      const { url } = await parcelAfter(registered)
      const page = await open(url)
      expect(await heading(page).innerText()).toBe(
        'Customs has the papers and waits for your parcel to arrive.',
      )
      expect(await page.locator('[aria-current=step]').innerText()).toContain('Customs')
      const text = await page.locator('main').innerText()
      expect(text).toContain('You do not need to do anything.')
      expect(text).toContain('£224.00')
      expect(text).not.toMatch(/Zoë|Müller|Oldham|M1 1JN/)
    })

    it('puts a payment first, draws what changed and says why', async () => {
      const { url } = await parcelAfter(chargedMore)
      const page = await open(url)
      const first = page.locator('main section').first()
      expect(await first.innerText()).toContain('Please pay £260.40')
      const changed = page.getByRole('heading', { name: 'Duty and tax are higher than estimated' })
      const card = page.locator('section').filter({ has: changed })
      expect(await card.innerText()).toContain('£224.00')
      expect(await card.innerText()).toContain('Customs has looked at the goods.')
      expect(await page.locator('.money').innerText()).toContain('£260.40')
      const lengths = await card
        .locator('.bar span')
        .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width))
      expect(lengths[0]! / lengths[1]!).toBeCloseTo(224 / 260.4, 2)
      await sweep(page, { name: 'tracking-to-pay', ready: (shown) => heading(shown).waitFor() })
    })

    it('follows the parcel without being loaded anew', async () => {
      const { caseId, url } = await parcelAfter(accepted)
      const page = await open(`${url}?embed=1`)
      expect(await heading(page).innerText()).toContain('checking the papers')
      await cases.record(silent, caseId, [{ type: 'goods-released', data: {} }])
      await page.getByRole('heading', { name: 'Customs has released your parcel.' }).waitFor()
    })

    it('has a way on where customs refuses the goods', async () => {
      const refused = { type: 'entry-refused', data: { reason: 'not allowed' } } as const
      const { url } = await parcelAfter([...accepted, refused])
      const page = await open(url)
      const first = page.locator('main section').first()
      expect(await first.innerText()).toContain('refund or another delivery')
      await sweep(page, { name: 'tracking-refused', ready: (shown) => heading(shown).waitFor() })
    })

    it('explains a link that was revoked like one that never was', async () => {
      const { linkId, url } = await parcelAfter(registered)
      await inTenant(cases.api, cases.tenantId, (transaction) =>
        revokeTrackingLink(transaction, { linkId, now: cases.clock.now() }),
      )
      const page = await open(url)
      const words = await page.locator('main').innerText()
      expect(words).toContain('This link leads to no parcel')
      expect(words).toContain('ask the shop or agent')
      await open(`${origin}/track/never-was`)
      expect(await page.locator('main').innerText()).toBe(words)
      await sweep(page, { name: 'tracking-no-parcel', ready: (shown) => heading(shown).waitFor() })
    })

    it('speaks Chinese after one press, and remembers it', async () => {
      const { url } = await parcelAfter(accepted)
      const page = await open(url)
      await sweep(page, { name: 'tracking-under-way', ready: (shown) => heading(shown).waitFor() })
      await page.getByRole('button', { name: '中文' }).click()
      await page.getByRole('heading', { name: '海关正在审核您包裹的文件。' }).waitFor()
      await page.reload()
      await page.getByRole('heading', { name: '海关正在审核您包裹的文件。' }).waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    })

    it('tells a reader whose browser runs no scripts what to do', async () => {
      const plain = await openPage(browser, { javaScriptEnabled: false })
      await plain.page.goto(`${origin}/track/any`)
      expect(await plain.page.locator('body').innerText()).toContain('needs JavaScript')
      await plain.context.close()
    })
  },
)
