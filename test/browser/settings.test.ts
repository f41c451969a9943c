import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { systemClock } from '../../src/platform/clock.ts'
import { freePort } from '../../src/platform/process/index.ts'
import { ask } from '../api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../api.ts'
import { inviteWithLink } from '../signed-in.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'
import { sweep } from './sweep.ts'
import { addVirtualAuthenticator } from './virtual-authenticator.ts'

const title = 'the settings in the console'

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let api: TestApi
    let tenant: TestTenant
    let browser: Browser
    let origin: string
    let owner: WatchedPage
    let page: Page
    let receiver: Server

    beforeAll(async () => {
      const port = await freePort()
      origin = `http://localhost:${port}`
      api = await startTestApi({ publicUrl: origin })
      api.clock.set(systemClock.now())
      tenant = await api.addTenant()
      await api.server.listen({ host: '127.0.0.1', port })
      receiver = createServer((_request, response) => response.end())
      await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
      browser = await openBrowser()
      owner = await openPage(browser)
      ;({ page } = owner)
      await addVirtualAuthenticator(page)
      const { secret } = await inviteWithLink(api, tenant, { name: 'Mei Tanaka' })
      await page.goto(`${origin}/console/welcome#${secret}`)
      await page.getByRole('button', { name: 'Not now' }).click()
      await heading('Today').waitFor()
    })
    afterAll(async () => {
      await browser.close()
      await new Promise((resolve) => receiver.close(resolve))
      await api.close()
    })

    const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 1 })

    const open = async (path: string): Promise<void> => {
      await page.goto(`${origin}/console${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
    }

    it('save what was changed of the business, and show it in the frame', async () => {
      await open('/settings')
      await page.getByRole('textbox', { name: 'Name' }).first().fill('Quay Shop')
      await page.getByLabel('From a deferment account').check()
      await page.getByLabel('Account number').fill('1234567')
      await page.getByLabel('EORI number of the holder').fill('GB123456789000')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('Saved', { exact: true }).waitFor()
      await page.getByRole('banner').getByText('Quay Shop').waitFor()
      const { name, profile } = (await ask(api, tenant.keys.owner, { url: '/v1/tenant' })).json<{
        name: string
        profile: { deferment: object }
      }>()
      expect(name).toBe('Quay Shop')
      expect(profile.deferment).toEqual({
        accountNumber: '1234567',
        holderEori: 'GB123456789000',
        guaranteeWaived: false,
      })
    })

    it('tell what somebody else has saved in the meantime, and keep both changes', async () => {
      await open('/settings')
      await page.getByLabel('Contact e-mail').fill('desk@quay.example')
      await ask(api, tenant.keys.owner, {
        ...{ method: 'PATCH', url: '/v1/tenant', payload: { declareWhenReady: true } },
        headers: { 'if-match': '"2"' },
      })
      await page.getByRole('button', { name: 'Save' }).click()
      const conflict = page.getByRole('alert')
      await conflict.getByText('Somebody else has saved in the meantime').waitFor()
      await conflict.getByText('When cases are declared').waitFor()
      await conflict.getByRole('button', { name: 'Save mine all the same' }).click()
      await page.getByText('Saved', { exact: true }).waitFor()
      const kept = await ask(api, tenant.keys.owner, { url: '/v1/tenant' })
      expect(kept.json()).toMatchObject({
        declareWhenReady: true,
        profile: { contactEmail: 'desk@quay.example', deferment: { accountNumber: '1234567' } },
      })
    })

    it('make a key whose secret is shown once, and revoke it', async () => {
      await open('/settings/keys')
      await page.getByRole('button', { name: 'Make a key' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Which system uses it').fill('Till')
      await dialog.getByRole('radio', { name: 'Viewer' }).check()
      await dialog.getByRole('button', { name: 'Make the key' }).click()
      const secret = await dialog.locator('code').innerText()
      expect((await ask(api, secret, { url: '/v1/tenant' })).statusCode).toBe(200)
      await dialog.getByRole('button', { name: 'Done' }).click()
      expect(await page.locator('body').innerText()).not.toContain(secret)
      await page.getByRole('button', { name: 'Revoke “Till”' }).click()
      await sweep(page, {
        name: 'settings-dialog-confirm',
        ready: (swept) => swept.getByRole('dialog').waitFor(),
      })
      await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
      await page.getByRole('listitem').filter({ hasText: 'Till' }).getByText('revoked').waitFor()
      api.clock.advance(4_000)
      expect((await ask(api, secret, { url: '/v1/tenant' })).statusCode).toBe(401)
    })

    it('register an endpoint, send it a test, and show what became of it', async () => {
      await open('/settings/webhooks')
      await page.getByRole('button', { name: 'Add an endpoint' }).click()
      const dialog = page.getByRole('dialog')
      const url = `http://localhost:${(receiver.address() as AddressInfo).port}/hook`
      await dialog.getByLabel('Address').fill(url)
      await dialog.getByRole('radio', { name: 'Only these' }).check()
      await dialog.getByRole('checkbox', { name: 'Released by customs' }).check()
      await dialog.getByRole('button', { name: 'Add it' }).click()
      expect(await dialog.locator('code').innerText()).toMatch(/^whsec_/)
      await dialog.getByRole('button', { name: 'Done' }).click()
      await page.getByText('hears of 1 event').waitFor()
      await page.getByRole('link', { name: url }).click()
      await heading('Endpoint').waitFor()
      await page.getByRole('button', { name: 'Send a test message' }).click()
      await page.getByRole('listitem').getByText('on its way').waitFor()
    })

    it('add and remove passkeys, and end sessions elsewhere', async () => {
      await open('/account')
      await page.getByText('No passkey yet').waitFor()
      await page.getByRole('button', { name: 'Add a passkey' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('What you call it').fill('Office laptop')
      await dialog.getByRole('button', { name: 'Create a passkey' }).click()
      await page.getByRole('listitem').filter({ hasText: 'Office laptop' }).waitFor()
      await page.getByRole('button', { name: 'Remove “Office laptop”' }).click()
      await page.getByRole('dialog').getByText('your only passkey').waitFor()
      await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
      await page.getByText('No passkey yet').waitFor()
    })

    it('run without an error in a script or against their policy', () => {
      expect(owner.complaints).toEqual([])
    })

    it('look well in every language, scheme and width', async () => {
      const pages = {
        people: '/people',
        account: '/account',
        business: '/settings',
        keys: '/settings/keys',
        webhooks: '/settings/webhooks',
      }
      for (const [name, path] of Object.entries(pages)) {
        await open(path)
        await sweep(page, {
          name: `settings-${name}`,
          ready: async () => {
            await page.getByRole('heading', { level: 1 }).waitFor()
            await expect.poll(() => page.getByRole('status').count()).toBe(0)
          },
        })
      }
      const dialogs = { invite: '/people', key: '/settings/keys', endpoint: '/settings/webhooks' }
      for (const [name, path] of Object.entries(dialogs)) {
        await open(path)
        // The one action in the head of the page.
        await page.locator('main .screen-only button').first().click()
        await sweep(page, {
          name: `settings-dialog-${name}`,
          ready: () => page.getByRole('dialog').getByRole('textbox').first().waitFor(),
        })
      }
      await open('/settings/webhooks')
      await page
        .getByRole('main')
        .getByRole('link', { name: /\/hook$/ })
        .click()
      await sweep(page, {
        name: 'settings-endpoint',
        ready: () => page.getByRole('listitem').first().waitFor(),
      })
    }, 300_000)
  },
)
