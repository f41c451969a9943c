import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { freePort } from '../../src/platform/process/index.ts'
import { startTestApi, type TestApi } from '../api.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'
import { sweep } from './sweep.ts'

const title = 'the pages of estimates'

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let api: TestApi
    let browser: Browser
    let watched: WatchedPage
    let home: string

    beforeAll(async () => {
      const port = await freePort()
      home = `http://localhost:${port}/estimate/`
      api = await startTestApi({ publicUrl: `http://localhost:${port}` })
      await api.server.listen({ host: '127.0.0.1', port })
      browser = await openBrowser()
    })
    beforeEach(async () => {
      watched = await openPage(browser)
    })
    afterEach(async () => {
      expect(watched.complaints).toEqual([])
      await watched.context.close()
    })
    afterAll(async () => {
      await browser.close()
      await api.close()
    })

    it('quote a sale at the first glance, each charge with its law', async () => {
      const { page } = watched
      await page.goto(home)
      await page.getByRole('button', { name: /Import VAT/ }).click()
      await page.getByText('Collected by').filter({ visible: true }).first().waitFor()
      await sweep(page, {
        name: 'estimate-quote',
        ready: (looked) => looked.locator('[data-kind="sum"]').first().waitFor(),
      })
    })

    it('keep the sale in the address: a proof that is claimed can be shared and taken back', async () => {
      const { page } = watched
      await page.goto(home)
      await page.getByText('Cheapest lawful way').waitFor()
      await page.getByRole('button', { name: 'I have this: use it' }).click()
      await page.waitForURL(/fact=/)
      await page.getByText('£80.08').first().waitFor()
      await page.goBack()
      await page.getByText('£116.44').first().waitFor()
      expect(new URL(page.url()).searchParams.has('fact')).toBe(false)
    })

    it('find goods by a title, chosen with the arrow keys', async () => {
      const { page } = watched
      await page.goto(home)
      const goods = page.getByRole('combobox', { name: 'Goods' }).first()
      await goods.fill('headphones')
      await page.getByRole('option', { name: /8518/ }).first().waitFor()
      await goods.press('ArrowDown')
      await goods.press('Enter')
      await page.waitForURL(/line=8518/)
    })

    it('say beside the field what is wrong with it', async () => {
      const { page } = watched
      await page.goto(home)
      const pieces = page.getByRole('textbox', { name: 'Pieces' }).first()
      await pieces.fill('two')
      await page.getByRole('alert').waitFor()
      expect(await pieces.getAttribute('aria-invalid')).toBe('true')
      await pieces.fill('2')
      await page.getByText('£468.94').first().waitFor()
      const price = page.getByRole('textbox', { name: 'Price each' }).first()
      expect(await price.getAttribute('aria-invalid')).not.toBe('true')
    })

    it('show what a short code can cost as a band over time, and take the code that is chosen', async () => {
      const { page } = watched
      const sale = 'line=4202~CN~1~200&cur=EUR&from=CN&to=DE&freight=10'
      await page.goto(`${home}time-machine?${sale}`)
      await page.getByText('depends on the full code').waitFor()
      await page.getByRole('button', { name: /4202125000/ }).click()
      await page.waitForURL(/line=4202125000/)
      await page.getByText('depends on the full code').waitFor({ state: 'detached' })
    })

    it('go through time by keys and from change to change, each step with its law', async () => {
      const { page } = watched
      await page.goto(`${home}time-machine?day=2026-02-23`)
      const slider = page.getByRole('slider', { name: 'Day' })
      await slider.waitFor()
      expect(await slider.getAttribute('aria-valuetext')).toContain('23 Feb 2026')
      await slider.press('ArrowRight')
      expect(await slider.getAttribute('aria-valuetext')).toContain('24 Feb 2026')
      await page.waitForURL(/day=2026-02-24/)
      await page.getByRole('button', { name: 'Previous change' }).click()
      await page.waitForURL(/day=2025-11-10/)
      await page
        .getByRole('link', { name: /Executive Order 14388/ })
        .first()
        .waitFor()
      await page
        .getByRole('cell', { name: 'All charges' })
        .or(page.getByText('All charges'))
        .first()
        .waitFor()
      await sweep(page, {
        name: 'estimate-time-machine',
        ready: (looked) => looked.getByRole('slider').waitFor(),
      })
    })
  },
)
