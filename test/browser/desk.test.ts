import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { secretOfLink } from '../../src/authority/testing/desk-visitor.ts'
import { handWrittenH1, type H1Wishes } from '../../src/authority/testing/hand-written-h1.ts'
import {
  conversationOf,
  firstText,
  functionCode,
  openAuthority,
  type OpenAuthority,
} from '../../src/authority/testing/trader.ts'
import { createEmptyTestDatabase } from '../database.ts'
import { onePointPng } from '../png.ts'
import { expectNoOverflow } from './accessible.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'
import { sweep } from './sweep.ts'

const title = 'an officer’s day at the desk'
const ONE_VIEW_EACH = 240_000

const cheapShoes: H1Wishes = {
  items: [
    {
      commodityCode: '6403999690',
      description: 'Men’s shoes, uppers of bovine leather, soles of rubber',
      price: '40.00',
      supplementaryQuantity: '20',
    },
  ],
}
const copies: H1Wishes = {
  items: [{ description: 'Wrist watches of base metal', marks: 'REPLICA 1-20' }],
}

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let authority: OpenAuthority
    let browser: Browser
    let watched: WatchedPage
    let page: Page
    let desk: string

    beforeAll(async () => {
      authority = await openAuthority({ database: await createEmptyTestDatabase() })
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

    async function lodge(wishes: H1Wishes, until: string) {
      const response = await authority.send('/customs/declarations', handWrittenH1(wishes))
      const conversation = conversationOf(response)
      const notifications = await authority.notifications(conversation, until)
      return { conversation, mrn: firstText(notifications[0], 'ID') ?? '' }
    }

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

    it('signs in by a link that leaves no trace in the address', () => {
      expect(page.url()).toBe(desk)
    })

    it('teaches while nothing waits, and shows by itself what comes in', async () => {
      await page.getByText('Nothing waits here').waitFor()
      const { mrn } = await lodge(copies, '13')
      await page.getByText(mrn).waitFor()
      await page.getByText('Risk 60 of 100').first().waitFor({ state: 'attached' })
    })

    it('inspects with a photo, re-assesses after a preview, and lets the goods go', async () => {
      const { mrn, conversation } = await lodge(cheapShoes, '05')
      await page.getByText(mrn).waitFor()
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.locator('a[data-row="1"]:focus').waitFor()
      await page.keyboard.press('k')
      await page.locator('a[data-row="0"]:focus').waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'What you can do' }).waitFor()
      await page.goto(`${desk}lodgements/${mrn}`)
      await page.getByText('Leather shoes below the reference value per pair').first().waitFor()

      await openAct('Record findings')
      await page.getByLabel('Photo of item 1').setInputFiles({
        name: 'sole.png',
        mimeType: 'image/png',
        buffer: onePointPng,
      })
      const photo = page.getByRole('form').getByAltText(/Photo of item 1/)
      await photo.waitFor()
      await page.getByRole('button', { name: /^Remove the photo of item 1/ }).click()
      await photo.waitFor({ state: 'detached' })
      await page.getByText('Removed a photo of item 1').waitFor()
      await page.getByLabel('What was found').selectOption({ label: 'Another value' })
      await page.getByLabel('Item price').fill('900.00')
      await page.getByLabel('What was seen').fill('The seller’s shop asks 900 pounds for these.')
      await form('Record findings').getByRole('button', { name: 'Record findings' }).click()
      await page.getByText('Item 1: Another value → £900.00').waitFor()

      await openAct('Re-assess')
      expect(await page.getByLabel('Item price').inputValue()).toBe('900.00')
      await page.getByRole('button', { name: 'See the difference' }).click()
      await page.getByText('The trader pays £254.56 more.').waitFor()
      await form('Re-assess').getByLabel('Reason').fill('Price of identical goods')
      await form('Re-assess').getByRole('button', { name: 'Re-assess', exact: true }).click()
      await page.getByText('Cleared').first().waitFor()
      const all = await authority.notifications(conversation, '09')
      expect(all.map(functionCode)).toEqual(['01', '13', '05', '07', '13', '09'])
      await page.getByText('£266.40').first().waitFor()
    })

    it('shows what a colleague has done meanwhile before an act is taken, and keeps what was typed', async () => {
      const { mrn } = await lodge(cheapShoes, '05')
      await page.goto(`${desk}lodgements/${mrn}`)
      await openAct('Re-assess')
      await page.getByLabel('Item price').fill('900.00')
      await page.getByRole('button', { name: 'See the difference' }).click()
      await page.getByText('The trader pays £254.56 more.').waitFor()
      await form('Re-assess').getByLabel('Reason').fill('Price of identical goods')
      const order = {
        ...{ officer: 'Grace', reason: 'Price list of the maker' },
        items: [{ sequence: 1, itemPrice: { amount: '700.00', currency: 'GBP' } }],
      }
      await authority.officer('POST', `/lodgements/${mrn}/re-assessments`, order)
      await page.getByText('The dossier has changed since you opened this form').waitFor()
      await form('Re-assess')
        .getByText(/Re-assessed · Grace/)
        .waitFor()
      const send = form('Re-assess').getByRole('button', { name: 'Re-assess', exact: true })
      expect(await send.isDisabled()).toBe(true)
      expect(await page.getByText('The trader pays £254.56 more.').count()).toBe(0)
      await page.getByRole('button', { name: 'I have read it and go on' }).click()
      expect(await page.getByLabel('Item price').inputValue()).toBe('900.00')
      await send.click()
      await page.getByRole('rowheader', { name: 'Assessed, version 3' }).waitFor()
    })

    it('pays into an account once, though the answer was lost and the click repeats', async () => {
      await page.goto(`${desk}accounts`)
      const account = page.getByRole('region', { name: '1234567' })
      await account.getByLabel('Pay in, pounds').fill('12.34')
      const payments = /deferment-accounts\/1234567\/payments$/
      await page.route(
        payments,
        async (route) => {
          await route.fetch()
          await route.abort()
        },
        { times: 1 },
      )
      await account.getByRole('button', { name: 'Pay in' }).click()
      await account.getByText('The server cannot be reached').waitFor()
      await account.getByRole('button', { name: 'Pay in' }).click()
      await account.getByText(/^Paid in £12.34 · Ada/).waitFor()
      expect(await account.getByText(/^Paid in £12.34/).count()).toBe(1)
      await page.unroute(payments)
    })

    it('lets people type how long the office waits', async () => {
      await page.goto(`${desk}settings`)
      const label = 'How long goods may take to arrive'
      expect(await page.getByLabel(`Unit: ${label}`).inputValue()).toBe('days')
      await page.getByRole('textbox', { name: label, exact: true }).fill('36')
      await page.getByLabel(`Unit: ${label}`).selectOption('hours')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('The settings are saved').waitFor()
      const settings = await authority.officer('GET', '/settings')
      expect(await settings.json()).toMatchObject({ arrivalExpirySeconds: 36 * 3600 })
    })

    it('offers an officer who is not the head what they may do', async () => {
      const other = await openPage(browser)
      await other.page.goto(`${desk}#${await secretOfLink(authority, { name: 'Joan' })}`)
      await other.page.getByRole('heading', { name: 'Queue' }).waitFor()
      await other.page.goto(`${desk}accounts`)
      await other.page.getByText('The head of the office opens accounts').waitFor()
      await other.page.getByRole('button', { name: 'Pay in' }).waitFor()
      expect(await other.page.getByRole('button', { name: 'Change' }).count()).toBe(0)
      await other.page.goto(`${desk}rules`)
      await other.page.getByRole('switch').first().click({ force: true })
      await other.page.getByText('The head of the office switches rules on.').waitFor()
      await other.page.getByRole('button', { name: 'Try on past cases' }).waitFor()
      await other.context.close()
    })

    it('asks for papers and a question, closes them, and releases', async () => {
      const { mrn, conversation } = await lodge(copies, '13')
      await page.goto(`${desk}lodgements/${mrn}`)
      await openAct('Request documents')
      await page.getByLabel('Papers wanted, one a line').fill('licence of the brand\ninvoice')
      await form('Request documents').getByLabel('Reason').fill('The marks speak of copies')
      await form('Request documents').getByRole('button', { name: 'Request documents' }).click()
      await page.getByText('licence of the brand; invoice').waitFor()
      await openAct('Ask a question')
      await page.getByLabel(/^Question/).fill('Who holds the licence?')
      await form('Ask a question').getByRole('button', { name: 'Ask a question' }).click()
      await page.getByText('Who holds the licence?').first().waitFor()
      await openAct('Release')
      await form('Release').getByLabel('Reason').fill('The licence was shown')
      await form('Release').getByLabel('I have checked this').check()
      await form('Release').getByRole('button', { name: 'Release' }).click()
      const all = await authority.notifications(conversation, '09')
      expect(all.map(functionCode)).toEqual(['01', '13', '06', '51', '13', '09'])
      await page.getByText('Agreed to release').first().waitFor()
    })

    it('refuses entry only after a confirmation, and says what became of the goods', async () => {
      const { mrn, conversation } = await lodge(copies, '13')
      await page.goto(`${desk}lodgements/${mrn}`)
      await openAct('Refuse entry')
      await form('Refuse entry').getByLabel('Reason').fill('Counterfeit marks')
      await form('Refuse entry').getByRole('button', { name: 'Refuse entry' }).click()
      expect(await authorityState(mrn)).toBe('accepted')
      await form('Refuse entry').getByLabel('I have checked this').check()
      await form('Refuse entry').getByRole('button', { name: 'Refuse entry' }).click()
      await authority.notifications(conversation, '10')
      await openAct('Record what became of the goods')
      const disposal = form('Record what became of the goods')
      await disposal.getByLabel('What became of the goods').selectOption({ label: 'Destroyed' })
      await disposal.getByLabel('Reason').fill('At the trader’s cost')
      await disposal.getByLabel('I have checked this').check()
      await disposal.getByRole('button', { name: 'Record what became of the goods' }).click()
      await page.getByText('Disposed of: Destroyed').waitFor()
    })

    it('seizes goods', async () => {
      const { mrn, conversation } = await lodge(copies, '13')
      await page.goto(`${desk}lodgements/${mrn}`)
      await openAct('Seize the goods')
      await form('Seize the goods').getByLabel('Reason').fill('Dangerous batteries')
      await form('Seize the goods').getByLabel('I have checked this').check()
      await form('Seize the goods').getByRole('button', { name: 'Seize the goods' }).click()
      await authority.notifications(conversation, '17')
      await page.getByText('Seized', { exact: true }).first().waitFor()
    })

    async function authorityState(mrn: string): Promise<string> {
      const answer = await authority.officer('GET', `/lodgements/${mrn}`)
      return ((await answer.json()) as { register: { state: string } }).register.state
    }

    it('edits a rule, tries it on past cases, switches it on, and goes back', async () => {
      await lodge({}, '09')
      await page.goto(`${desk}rules`)
      await page.getByRole('button', { name: 'New rule' }).click()
      await page.getByRole('textbox', { name: /^Name( \*)?$/ }).fill('Cotton shirts')
      await page.getByLabel('What it looks for and why').fill('Every consignment of cotton shirts.')
      await page.getByLabel('Words or codes, one a line').fill('6109')
      await page.getByLabel('On: Cotton shirts').check({ force: true })
      const switchOn = page.getByRole('button', { name: 'Switch on', exact: true })
      expect(await switchOn.isDisabled()).toBe(true)
      await page.getByRole('button', { name: 'Try on past cases' }).click()
      await page.getByText('1 newly selected').waitFor()
      await page.getByLabel('Why the rules are changed').fill('A hint from another office')
      await switchOn.click()
      await page.getByText('A hint from another office').waitFor()
      await page.getByText('tried before').waitFor()
      await lodge({}, '13')
      await page.getByRole('button', { name: 'Go back to this set' }).first().click()
      await page.getByText('Goes back to set 1.').waitFor()
      await page.getByLabel('Switch on without trying').check()
      await page.getByLabel('Why the rules are changed').fill('The hint was wrong')
      await switchOn.click()
      await page.getByText('back to set 1').waitFor()
    })

    it('keeps a draft of the rules when others change them, and begins anew on demand', async () => {
      await page.goto(`${desk}rules`)
      await page.getByRole('button', { name: 'New rule' }).click()
      const name = page.getByRole('textbox', { name: /^Name( \*)?$/ })
      await name.fill('Silk scarves')
      await page.getByLabel('What it looks for and why').fill('Every consignment of silk scarves.')
      await page.getByLabel('Words or codes, one a line').fill('6214')
      const before = await authority.officer('GET', '/risk-rules')
      const { rules } = (await before.json()) as { rules: { weight: number }[] }
      const heavier = { officer: 'Grace', rules: rules.map((rule) => ({ ...rule, weight: 77 })) }
      const tag = { 'if-match': before.headers.get('etag') ?? '' }
      expect((await authority.officer('PUT', '/risk-rules', heavier, tag)).status).toBe(200)
      await page.getByLabel('Switch on without trying').check()
      await page.getByLabel('Why the rules are changed').fill('A hint')
      await page.getByRole('button', { name: 'Switch on', exact: true }).click()
      await page.getByText('The rules were changed meanwhile').waitFor()
      expect(await name.inputValue()).toBe('Silk scarves')
      await page.getByRole('button', { name: 'Begin anew from the present rules' }).click()
      await page.getByText('weight 77').first().waitFor()
      expect(await page.getByText('The rules were changed meanwhile').count()).toBe(0)
      await authority.officer(
        'PUT',
        '/risk-rules',
        { officer: 'Grace', rules },
        { 'if-match': '*' },
      )
    })

    it('adds a passkey and signs in with it', async () => {
      const protocol = await watched.context.newCDPSession(page)
      await protocol.send('WebAuthn.enable')
      await protocol.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      })
      await page.goto(`${desk}settings`)
      await authority.officer('POST', '/sign-in-links', { name: 'Joan' })
      await page.reload()
      await page.getByRole('button', { name: 'Close access of Joan' }).click()
      await page.getByText('access closed').waitFor()
      await page.getByRole('button', { name: 'Open access again for Joan' }).click()
      await page.getByText('access closed').waitFor({ state: 'detached' })
      expect(await page.getByRole('button', { name: /access of Ada/ }).count()).toBe(0)
      await page.getByLabel('Name of the device').fill('Laptop')
      await page.getByRole('button', { name: 'Add a passkey' }).click()
      await page.getByText('Laptop', { exact: true }).waitFor()
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
      await page.getByRole('heading', { name: 'Office', exact: true }).waitFor()
    })

    it('is whole at the width of the live stage, without its own frame', async () => {
      const { mrn } = await lodge(cheapShoes, '05')
      await page.setViewportSize({ width: 420, height: 800 })
      await page.goto(`${desk}lodgements/${mrn}?embed=1`)
      await openAct('Record findings')
      await expectNoOverflow(page)
      expect(await page.getByRole('navigation').count()).toBe(0)
      await page.setViewportSize({ width: 1440, height: 900 })
    })

    it(
      'is clear to everybody in both languages, schemes and widths',
      async () => {
        const { mrn } = await lodge(cheapShoes, '05')
        await page.goto(desk)
        await sweep(page, {
          name: 'desk-queue',
          ready: (shown) => shown.locator(`a[href*="lodgements"]`).first().waitFor(),
        })
        await page.goto(`${desk}lodgements/${mrn}`)
        await page.locator('[data-act="re-assess"]').click()
        await sweep(page, {
          name: 'desk-dossier',
          ready: (shown) => shown.locator('form button').first().waitFor(),
        })
        await page.goto(`${desk}rules`)
        await page.locator('li button').first().click()
        await sweep(page, {
          name: 'desk-rules',
          ready: (shown) => shown.locator('li textarea').first().waitFor(),
        })
        for (const place of ['accounts', 'settings']) {
          await page.goto(`${desk}${place}`)
          await sweep(page, {
            name: `desk-${place}`,
            ready: (shown) => shown.locator('form').last().waitFor(),
          })
        }
        await watched.context.clearCookies()
        await page.goto(desk)
        await sweep(page, {
          name: 'desk-sign-in',
          ready: (shown) => shown.locator('h1').waitFor(),
        })
      },
      ONE_VIEW_EACH,
    )

    it('runs without an error in a script or against its policy', () => {
      expect(watched.complaints).toEqual([])
    })
  },
)
