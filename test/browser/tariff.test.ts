import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { freePort } from '../../src/platform/process/index.ts'
import { startTestApi, type TestApi } from '../api.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'
import { sweep } from './sweep.ts'

const title = 'the tariff and what is covered'

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let api: TestApi
    let browser: Browser
    let watched: WatchedPage
    let origin: string

    beforeAll(async () => {
      const port = await freePort()
      origin = `http://localhost:${port}`
      api = await startTestApi({ publicUrl: origin })
      await api.server.listen({ host: '127.0.0.1', port })
      browser = await openBrowser()
      watched = await openPage(browser)
    })
    afterAll(async () => {
      await browser.close()
      await api.close()
      expect(watched.complaints).toEqual([])
    })

    it('leads from a word to the rates of a code, its history and a quote', async () => {
      const { page } = watched
      await page.goto(`${origin}/estimate/tariff?of=GB&origin=FR`)
      await page.getByRole('link', { name: 'Knitted clothing' }).waitFor()
      await page.getByRole('textbox', { name: 'Find goods' }).fill('knitted cotton dress')
      const dress = { name: "Women's knitted cotton dress", exact: true }
      await page.getByRole('link', dress).click()
      await page.getByText('Tariff preference').first().waitFor()
      await page.getByRole('heading', { name: 'How the duty changed' }).waitFor()
      await page.getByText('1 Jan 2024').waitFor()
      expect(new URL(page.url()).searchParams.get('code')).toBe('6104420000')
      const quote = await page.getByRole('link', { name: 'Quote this' }).getAttribute('href')
      expect(new URL(quote!, origin).searchParams.get('line')).toBe('6104420000~FR~1~100.00')
    })

    it('draws how the duty on goods changed, each step with its law', async () => {
      const { page } = watched
      await page.goto(`${origin}/estimate/tariff?of=US&code=6109100012&origin=CN`)
      const step = page.getByRole('listitem').filter({ hasText: '10 Apr 2025' })
      await step.getByText('125%').waitFor()
      await step.getByRole('link', { name: /Executive Orders? 14259/ }).waitFor()
      await sweep(page, {
        name: 'tariff-code',
        ready: (shown) => shown.locator('figure svg').waitFor(),
      })
    })

    it('shows the chapters with their names', async () => {
      const { page } = watched
      await page.goto(`${origin}/estimate/tariff?of=EU&code=64`)
      await page.getByRole('navigation', { name: 'Where the code stands' }).waitFor()
      await page.getByRole('link', { name: 'All chapters' }).click()
      await page.getByRole('link', { name: 'Toys, games and sports goods' }).waitFor()
    })

    it('draws what is covered, and tells what is missing', async () => {
      const { page } = watched
      await page.goto(`${origin}/estimate/coverage`)
      await page.getByRole('button', { name: 'Norway, Excise: not covered' }).click()
      await page.getByText('are not worked out').first().waitFor()
      expect(new URL(page.url()).searchParams.get('at')).toBe('NO')
      await page.getByRole('heading', { name: 'Who may import' }).waitFor()
      await sweep(page, {
        name: 'coverage',
        ready: (shown) => shown.locator('table button').first().waitFor(),
      })
    })

    it('says above the matrix what it does not have, and why nothing is covered', async () => {
      const { page } = watched
      await page.goto(`${origin}/estimate/coverage?at=XX`)
      await page.getByRole('status').getByText('“XX” is no destination').waitFor()
      await page.goto(`${origin}/estimate/coverage?on=2020-01-01`)
      await page.getByRole('status').getByText('begin on 2024-01-01. Canada, ').waitFor()
      await sweep(page, {
        name: 'coverage-before-all-rules',
        ready: (shown) => shown.getByRole('status').waitFor(),
      })
      await page.goto(`${origin}/estimate/coverage?on=2026-09-01`)
      await page.locator('table button').first().waitFor()
      expect(await page.getByText('The rules that are kept begin on').count()).toBe(0)
    })

    it('brings what a field far down tells before the eyes on a phone', async () => {
      const { page } = watched
      await page.setViewportSize({ width: 360, height: 780 })
      await page.goto(`${origin}/estimate/coverage`)
      await page.getByRole('button', { name: 'South Africa, Customs duty: partly' }).click()
      const heading = page.getByRole('heading', { name: 'South Africa: Customs duty' })
      await heading.waitFor()
      const top = async () => (await heading.boundingBox())?.y
      await expect.poll(top).toBeGreaterThan(56)
      expect(await top()).toBeLessThan(700)
    })
  },
)
