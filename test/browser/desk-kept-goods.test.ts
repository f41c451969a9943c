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

const title = 'goods that are kept back at the desk'

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let authority: OpenAuthority
    let browser: Browser
    let page: Page
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
      const mrn = firstText((await authority.notifications(conversation, '13'))[0], 'ID') ?? ''
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

    it('stay while the pieces beside them go on', async () => {
      await openAct('Keep a part back')
      const keep = page.getByRole('form', { name: 'Keep a part back' })
      await keep.getByLabel('Item 1', { exact: true }).check()
      await keep.getByLabel('Pieces kept of item 1').fill('1')
      await keep.getByLabel('Pieces of item 1 in all').fill('4')
      await keep.getByLabel(/^Reason/).fill('Marks of another maker.')
      await keep.getByRole('checkbox').last().check()
      await expectAccessible(page)
      await keep.getByRole('button', { name: 'Keep a part back', exact: true }).click()
      await page.getByRole('heading', { name: 'Goods kept back', exact: true }).waitFor()
      await page.getByText('detained', { exact: true }).waitFor()
      const told = await authority.notifications(conversation, '07')
      expect(told.map(functionCode)).toEqual(['01', '13', '07', '13'])
    })

    it('are given back, and what is due on them is charged', async () => {
      await openAct('Decide on kept goods')
      const decide = page.getByRole('form', { name: 'Decide on kept goods' })
      await decide.getByLabel('What becomes of them').selectOption({ label: 'Given back' })
      await decide.getByLabel(/^Reason/).fill('The maker has agreed.')
      await decide.getByRole('checkbox').last().check()
      await expectAccessible(page)
      await decide.getByRole('button', { name: 'Decide on kept goods', exact: true }).click()
      await page.getByText('given back', { exact: true }).waitFor()
      await expectAccessible(page)
    })
  },
)
