import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { systemClock } from '../../src/platform/clock.ts'
import { freePort } from '../../src/platform/process/index.ts'
import { openPreparedCase } from '../api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../api.ts'
import { inviteWithLink } from '../signed-in.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'
import { sweep } from './sweep.ts'
import { addVirtualAuthenticator, type VirtualAuthenticator } from './virtual-authenticator.ts'
import { exampleOrder } from '../shipped-examples.ts'

const title = 'signing in to the console'

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let api: TestApi
    let tenant: TestTenant
    let caseId: string
    let browser: Browser
    let origin: string
    let owner: WatchedPage
    let device: VirtualAuthenticator

    beforeAll(async () => {
      const port = await freePort()
      // Passkeys are good for a host name only, never for an address in numbers.
      origin = `http://localhost:${port}`
      api = await startTestApi({ publicUrl: origin })
      tenant = await api.addTenant('purchasing-agent')
      const order = await exampleOrder('marketplace-cn-gb')
      caseId = await openPreparedCase(api, tenant.keys.operator, order)
      api.clock.set(systemClock.now())
      await api.server.listen({ host: '127.0.0.1', port })
      browser = await openBrowser()
      owner = await openPage(browser)
      device = await addVirtualAuthenticator(owner.page)
    })
    afterAll(async () => {
      await browser.close()
      await api.close()
    })

    const linkFor = async (name: string): Promise<string> => {
      const { secret } = await inviteWithLink(api, tenant, { name })
      return `${origin}/console/welcome#${secret}`
    }

    const heading = (page: Page, name: string | RegExp) =>
      page.getByRole('heading', { name, level: 1 })

    const signOut = async (page: Page): Promise<void> => {
      await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
      await heading(page, 'Sign in').waitFor()
    }

    it('leads whoever is not signed in to where one signs in, and back', async () => {
      const { page } = owner
      await page.goto(`${origin}/console/people`)
      await heading(page, 'Sign in').waitFor()
      expect(new URL(page.url()).searchParams.get('to')).toBe('/people')
    })

    it('takes a one-time link, makes a passkey, and signs in with it from then on', async () => {
      const { page } = owner
      await page.goto(await linkFor('Mei Tanaka'))
      await heading(page, 'Welcome, Mei Tanaka').waitFor()
      // The secret stays neither in the address nor in the history.
      expect(page.url()).toBe(`${origin}/console/welcome`)
      await page.getByRole('button', { name: 'Create a passkey' }).click()
      await heading(page, 'Today').waitFor()
      await signOut(page)
      await page.goto(`${origin}/console/people`)
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
      await heading(page, 'People').waitFor()
      expect(new URL(page.url()).pathname).toBe('/console/people')
    })

    it('says what to do where the device shows no passkey', async () => {
      const { page } = owner
      await signOut(page)
      await device.setVerified(false)
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
      await page.getByRole('alert').getByText('The browser was not given a passkey').waitFor()
      await page.getByText('bin/tidewaiter person link').waitFor()
      await device.setVerified(true)
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
      await heading(page, 'Today').waitFor()
    })

    it('explains a link that was used, and how to get another', async () => {
      const { page } = await openPage(browser)
      const link = await linkFor('Only Once')
      await page.goto(link)
      await heading(page, /^Welcome/).waitFor()
      await page.getByRole('button', { name: 'Not now' }).click()
      await heading(page, 'Today').waitFor()
      const again = await openPage(browser)
      await again.page.goto(link)
      await heading(again.page, 'This link does not work any more').waitFor()
      await again.page.getByText('Otherwise get another link').waitFor()
      await sweep(again.page, {
        name: 'welcome-used-link',
        ready: (page) => page.getByText('bin/tidewaiter').waitFor(),
      })
      await again.context.close()
      await page.context().close()
    })

    it('invites a second person, who as a viewer is offered nothing that changes anything', async () => {
      const { page } = owner
      await page.goto(`${origin}/console/people`)
      await page.getByRole('button', { name: 'Invite a person' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Name').fill('Chen Wei')
      await dialog.getByRole('radio', { name: 'Viewer' }).check()
      await dialog.getByRole('button', { name: 'Make the invitation' }).click()
      const link = await dialog.locator('code').innerText()
      expect(link).toContain('/console/welcome#twl_')
      await dialog.getByRole('button', { name: 'Done' }).click()
      await page
        .getByRole('listitem')
        .filter({ hasText: 'Chen Wei' })
        .getByText('invited')
        .first()
        .waitFor()
      const viewer = await openPage(browser)
      await viewer.page.goto(link)
      await viewer.page.getByRole('button', { name: 'Not now' }).click()
      await heading(viewer.page, 'Today').waitFor()
      const places = viewer.page.getByRole('navigation')
      await places.getByRole('link', { name: 'Cases' }).waitFor()
      expect(await places.getByRole('link', { name: 'People' }).count()).toBe(0)
      await viewer.page.goto(`${origin}/console/settings`)
      await viewer.page.getByText('Only an owner can change this.').waitFor()
      expect(await viewer.page.getByLabel('Contact e-mail').isDisabled()).toBe(true)
      expect(await viewer.page.getByRole('link', { name: 'API keys' }).count()).toBe(0)
      const casePage = `${origin}/console/cases/${caseId}`
      await viewer.page.goto(casePage)
      await viewer.page.getByText('Your role may not declare.').waitFor()
      expect(await viewer.page.getByRole('button', { name: 'Declare' }).count()).toBe(0)
      await page.goto(casePage)
      await page.getByRole('button', { name: 'Declare' }).first().waitFor()
      await page.goto(`${origin}/console/people`)
      expect(viewer.complaints).toEqual([])
      await viewer.context.close()
    })

    it('leads back to where one signs in when the session ends at work, and the way back is kept', async () => {
      const { page, context, requests } = await openPage(browser)
      await page.goto(await linkFor('Ended Elsewhere'))
      await page.getByRole('button', { name: 'Not now' }).click()
      await heading(page, 'Today').waitFor()
      await page.getByRole('link', { name: 'My account' }).click()
      await heading(page, 'My account').waitFor()
      // As after a revocation: the page still believes that somebody is signed in.
      await context.clearCookies()
      await page.getByRole('link', { name: 'Cases', exact: true }).click()
      await heading(page, 'Sign in').waitFor()
      expect(new URL(page.url()).searchParams.get('to')).toMatch(/^\/cases/)
      // Asked once more who is signed in, and again by the new page; not over and over.
      const asked = requests.filter((url) => url.endsWith('/v1/session')).length
      await page.waitForTimeout(500)
      expect(requests.filter((url) => url.endsWith('/v1/session'))).toHaveLength(asked)
      await context.close()
    })

    it('disables a person, and takes it back', async () => {
      const { page } = owner
      const row = page.getByRole('listitem').filter({ hasText: 'Chen Wei' })
      await row.getByRole('button', { name: 'Disable: Chen Wei' }).click()
      await row.getByText('disabled').first().waitFor()
      await page.getByRole('button', { name: 'Undo' }).click()
      await row.getByText('active').first().waitFor()
    })

    it('works with the keyboard alone', async () => {
      const { page, context } = await openPage(browser)
      await addVirtualAuthenticator(page)
      await page.goto(await linkFor('Keyboard Only'))
      await heading(page, /^Welcome/).waitFor()
      await tabTo(page, 'Create a passkey')
      await page.keyboard.press('Enter')
      await heading(page, 'Today').waitFor()
      await tabTo(page, 'Sign out')
      await page.keyboard.press('Enter')
      await heading(page, 'Sign in').waitFor()
      await tabTo(page, 'Sign in with a passkey')
      await page.keyboard.press('Enter')
      await heading(page, 'Today').waitFor()
      await context.close()
    })

    it('runs without an error in a script or against its policy', () => {
      expect(owner.complaints).toEqual([])
    })

    it('looks well in every language, scheme and width', async () => {
      const { page } = await openPage(browser)
      await page.goto(`${origin}/console/sign-in`)
      await sweep(page, {
        name: 'sign-in',
        ready: () => page.getByText('bin/tidewaiter').waitFor(),
      })
      await page.goto(await linkFor('Mei Tanaka'))
      await heading(page, /Mei Tanaka/).waitFor()
      await sweep(page, { name: 'welcome', ready: () => heading(page, /Mei Tanaka/).waitFor() })
      await page.context().close()
    })
  },
)

/** Goes on with the tabulator until the element with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (focused.trim() === name) return
  }
  throw new Error(`the tabulator does not reach "${name}"`)
}
