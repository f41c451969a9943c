import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { secretOfLink } from '../../src/authority/testing/desk-visitor.ts'
import { letterOffice } from '../../src/authority/testing/letter-office.ts'
import { attached } from '../../src/authority/testing/letters.ts'
import { openAuthority, type OpenAuthority } from '../../src/authority/testing/trader.ts'
import { createEmptyTestDatabase } from '../database.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'
import { sweep } from './sweep.ts'

const title = 'letters at the officers’ desk'
const ONE_VIEW_EACH = 240_000

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let authority: OpenAuthority
    let office: ReturnType<typeof letterOffice>
    let browser: Browser
    let watched: WatchedPage
    let page: Page
    let desk: string

    beforeAll(async () => {
      authority = await openAuthority({ database: await createEmptyTestDatabase() })
      office = letterOffice(authority)
      desk = `http://localhost:${new URL(authority.url).port}/desk/`
      browser = await openBrowser()
      watched = await openPage(browser)
      page = watched.page
      await page.goto(`${desk}#${await secretOfLink(authority, { name: 'Ada', role: 'head' })}`)
      await page.getByRole('heading', { name: 'Queue' }).waitFor()
    })
    afterAll(async () => {
      await browser.close()
      await authority.close()
    })

    async function openAct(name: string) {
      await page
        .getByRole('region', { name: 'What you can do' })
        .getByRole('button', { name, exact: true })
        .click()
      return page.getByRole('form', { name, exact: true })
    }

    it('shows by itself what a trader writes, and answers it with a file', async () => {
      await page.getByRole('link', { name: 'Letters', exact: true }).click()
      await page.getByText('No letter is here').waitFor()
      const list = attached('list.csv', 'text/csv', 'code,weight\n')
      const thread = await office.written({
        kind: 'question',
        subject: 'Which papers for wood?',
        text: 'Do you want a certificate?',
        attachments: [list],
      })
      await page.getByRole('link', { name: /Which papers for wood/ }).click()
      await page.getByText('Do you want a certificate?', { exact: true }).waitFor()
      await page.getByRole('link', { name: 'list.csv (1 KB)', exact: true }).waitFor()
      const write = await openAct('Write')
      await write.getByLabel('Letter').fill('Only for treated wood.')
      await write.locator('input[type="file"]').setInputFiles({
        name: 'wood.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('see paragraph 3'),
      })
      await write.getByRole('button', { name: 'Send', exact: true }).click()
      await page.getByRole('link', { name: 'wood.txt (1 KB)', exact: true }).waitFor()
      await page.getByText('Answered', { exact: true }).waitFor()
      expect(await office.box.thread(thread)).toMatchObject({
        status: 'answered',
        messages: [{}, { by: 'Ada', text: 'Only for treated wood.', attachments: [{ size: 15 }] }],
      })
    })

    it('asks a trader from the dossier, and finds the way back', async () => {
      const { mrn } = await office.lodge({}, '09')
      await page.goto(`${desk}lodgements/${mrn}`)
      const letters = page.getByRole('region', { name: 'Letters', exact: true })
      await letters.getByRole('button', { name: 'Write to the trader', exact: true }).click()
      await letters.getByLabel('Subject').fill('The contract of sale')
      await letters.getByRole('textbox', { name: 'Letter', exact: true }).fill('Please send it.')
      await letters.getByLabel('Answer until').fill('2026-10-01')
      await letters.getByRole('button', { name: 'Send', exact: true }).click()
      await page.getByText('The trader is to answer', { exact: true }).waitFor()
      await page.getByRole('link', { name: mrn, exact: true }).click()
      await page
        .getByRole('region', { name: 'Letters', exact: true })
        .getByRole('link', { name: /The contract of sale/ })
        .waitFor()
      await page.getByText('Letters: Asked', { exact: true }).waitFor()
    })

    it('cancels a re-assessment that a review has found wrong', async () => {
      const { mrn } = await office.revaluedShoes()
      const thread = await office.written({ ...office.appeal(mrn), subject: 'My samples' })
      await page.goto(`${desk}letters/${thread}`)
      await page.getByText('They are samples, cut through the sole.', { exact: true }).waitFor()
      const decide = await openAct('Decide')
      await decide.getByLabel('Decision').selectOption({ label: 'Decision cancelled' })
      await decide.getByLabel('Reasons').fill('Samples without a market.')
      await decide.getByRole('button', { name: 'Decide', exact: true }).click()
      await page.getByText('Samples without a market.', { exact: true }).waitFor()
      await page.getByText(/^The declaration was assessed anew/).waitFor()
      expect(await office.moneyOf(mrn)).toEqual(['E -254.56', 'E 266.40'])
    })

    it('varies one by what the goods are to be held for', async () => {
      const { mrn } = await office.revaluedShoes()
      const thread = await office.written(office.appeal(mrn))
      await page.goto(`${desk}letters/${thread}`)
      const decide = await openAct('Decide')
      await decide.getByLabel('Decision').selectOption({ label: 'Decision varied' })
      await decide.getByLabel('Item price').fill('450.00')
      await decide.getByLabel('Reasons').fill('Half of it.')
      await decide.getByRole('button', { name: 'Decide', exact: true }).click()
      await page.getByText('Decision varied', { exact: true }).waitFor()
      expect(await office.moneyOf(mrn)).toEqual(['E -133.20', 'E 266.40'])
    })

    it('issues a ruling and closes the letters', async () => {
      const ruling = { ruling: 'tariff', goodsDescription: 'T-shirts of cotton, knitted' }
      const thread = await office.written({ kind: 'ruling-request', ruling })
      await page.goto(`${desk}letters/${thread}`)
      const decide = await openAct('Decide')
      await decide.getByLabel('Decision').selectOption({ label: 'Ruling issued' })
      await decide.getByLabel('Commodity code').fill('6109100010')
      await decide.getByLabel('Reasons').fill('Note 2 to chapter 61.')
      await decide.getByRole('button', { name: 'Decide', exact: true }).click()
      await page.getByText(thread.replace('COR', 'ATR'), { exact: true }).waitFor()
      await page.getByText('9 Sept 2029', { exact: true }).waitFor()
      const close = await openAct('Close the letters')
      await close.getByLabel('Reason').fill('All is said.')
      await close.getByRole('button', { name: 'Close the letters', exact: true }).click()
      await page.getByText('The letters are closed.', { exact: true }).waitFor()
    })

    it(
      'is clear to everybody in both languages, schemes and widths',
      async () => {
        const { mrn } = await office.lodge({}, '09')
        const items = [
          { goodsItem: 1, what: 'customs-value', declared: '1000.00 GBP', correct: '1100.00 GBP' },
        ]
        const correction = { items, reason: 'A second invoice.' }
        const thread = await office.written({ kind: 'voluntary-correction', mrn, correction })
        await page.goto(`${desk}letters?view=all`)
        await page.getByRole('button', { name: 'Write to a trader', exact: true }).click()
        await sweep(page, {
          name: 'desk-letters',
          ready: (shown) => shown.locator(`a[href*="${thread}"]`).waitFor(),
        })
        await page.goto(`${desk}letters/${thread}`)
        const decide = await openAct('Decide')
        await decide.getByLabel('Decision').selectOption({ label: 'Accepted' })
        await sweep(page, {
          name: 'desk-letter',
          ready: (shown) => shown.locator('fieldset').waitFor(),
        })
      },
      ONE_VIEW_EACH,
    )

    it('runs without an error in a script or against its policy', () => {
      expect(watched.complaints).toEqual([])
    })
  },
)
