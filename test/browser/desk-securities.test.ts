import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { secretOfLink } from '../../src/authority/testing/desk-visitor.ts'
import { handWrittenH1 } from '../../src/authority/testing/hand-written-h1.ts'
import {
  conversationOf,
  firstText,
  functionCode,
  openAuthority,
  type OpenAuthority,
} from '../../src/authority/testing/trader.ts'
import { createEmptyTestDatabase } from '../database.ts'
import { expectAccessible } from './accessible.ts'
import { openBrowser, openPage } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'

const title = 'security and penalties at the desk'

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let authority: OpenAuthority
    let browser: Browser
    let page: Page
    let mrn: string
    let conversation: string

    beforeAll(async () => {
      authority = await openAuthority({ database: await createEmptyTestDatabase() })
      browser = await openBrowser()
      page = (await openPage(browser)).page
      const desk = `http://localhost:${new URL(authority.url).port}/desk/`
      await page.goto(`${desk}#${await secretOfLink(authority, { name: 'Ada', role: 'head' })}`)
      await page.getByRole('heading', { name: 'Queue' }).waitFor()
      const wishes = { exporterName: 'Replica World Ltd' }
      const response = await authority.send('/customs/declarations', handWrittenH1(wishes))
      conversation = conversationOf(response)
      mrn = firstText((await authority.notifications(conversation, '13'))[0], 'ID') ?? ''
      await page.goto(`${desk}lodgements/${mrn}`)
    })
    afterAll(async () => {
      await browser.close()
      await authority.close()
    })

    async function openAct(name: string): Promise<void> {
      await page
        .getByRole('region', { name: 'What you can do' })
        .getByRole('button', { name, exact: true })
        .first()
        .click()
    }

    function form(name: string) {
      return page.getByRole('form', { name })
    }

    /** What the office has done by itself, as the history has it. */
    function told(what: string) {
      return page.locator('li[data-by="office"]').getByText(what, { exact: true })
    }

    it('lets doubted goods go on security that is seen before it is required', async () => {
      await openAct('Require security')
      const require = form('Require security')
      await require
        .getByLabel('What it is for')
        .selectOption({ label: 'MOD Duty worked out by hand, such as on a doubted value' })
      await require.getByLabel('Item price').fill('2000.00')
      await require.getByRole('button', { name: 'See the security', exact: true }).click()
      await require.getByText('£344.00', { exact: true }).waitFor()
      await expectAccessible(page)
      await require.getByLabel('Reason').fill('Far below like goods.')
      await require.getByRole('button', { name: 'Require security', exact: true }).click()
      await page.getByRole('heading', { name: 'Security', exact: true }).waitFor()
      await openAct('Release')
      await form('Release').getByLabel('Reason').fill('On security.')
      await form('Release').getByRole('checkbox').check()
      await form('Release').getByRole('button', { name: 'Release', exact: true }).click()
      const all = await authority.notifications(conversation, '08')
      expect(all.map(functionCode)).toEqual(['01', '13', '07', '13', '08'])
    })

    it('takes a part of it as duty, and the rest goes back', async () => {
      // What comes in after a form was opened has to be read first.
      await told('Released, something stays open').waitFor()
      await openAct('Take security as duty')
      const taking = form('Take security as duty')
      expect(await taking.getByLabel('Item price').inputValue()).toBe('2000.00')
      await taking.getByLabel('Item price').fill('1500.00')
      await taking.getByLabel('Reason').fill('Like goods cost this much.')
      await taking.getByRole('checkbox').check()
      await taking.getByRole('button', { name: 'Take security as duty', exact: true }).click()
      await page.getByText('£172.00 became duty').waitFor()
      await authority.notifications(conversation, '09')
    })

    it('penalises after the goods have gone, and tells it by letter', async () => {
      await told('Cleared').waitFor()
      await openAct('Warn or penalise')
      const penalty = form('Warn or penalise')
      await penalty.getByText('The trader is told by letter.', { exact: true }).waitFor()
      await penalty.getByLabel('Penalty in pounds').fill('250.00')
      await penalty
        .getByLabel('Why at once, without a warning before')
        .fill('The error was serious.')
      await penalty.getByLabel(/^Reason/).fill('The price was not the price paid.')
      await penalty.getByRole('checkbox').check()
      await expectAccessible(page)
      await penalty.getByRole('button', { name: 'Warn or penalise', exact: true }).click()
      await page.getByText('to be paid', { exact: true }).waitFor()
      await expectAccessible(page)
    })
  },
)
