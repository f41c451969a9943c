import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { systemClock } from '../../src/platform/clock.ts'
import { newId } from '../../src/platform/ids.ts'
import { inTenant } from '../../src/platform/postgres/index.ts'
import { freePort } from '../../src/platform/process/index.ts'
import { ask } from '../api-requests.ts'
import { startTestApi, testSecurityToken, type TestApi, type TestTenant } from '../api.ts'
import { asWorker, type DeclaredCase, declareExample, recordAttempts } from '../given-up-message.ts'
import { inviteWithLink } from '../signed-in.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'
import { sweep } from './sweep.ts'

const title = 'the exchange in the console'

const DOWN = 'HTTP 503, SERVER_ERROR: Service unavailable'

/** A notification that cannot be placed: it names nothing but the MRN of a declaration. */
const notification = (mrn: string) => `<?xml version="1.0" encoding="UTF-8"?>
<MetaData xmlns="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2">
  <WCODataModelVersionCode>3.6</WCODataModelVersionCode>
  <Response xmlns="urn:wco:datamodel:WCO:RES-DMS:2">
    <FunctionCode>02</FunctionCode>
    <FunctionalReferenceID>${newId('n')}</FunctionalReferenceID>
    <Declaration><ID>${mrn}</ID><VersionID>1</VersionID></Declaration>
  </Response>
</MetaData>`

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let api: TestApi
    let tenant: TestTenant
    let browser: Browser
    let origin: string
    let owner: WatchedPage
    let page: Page
    let surelyNotSent: DeclaredCase
    let inDoubt: DeclaredCase
    let refused: DeclaredCase

    beforeAll(async () => {
      const port = await freePort()
      origin = `http://localhost:${port}`
      api = await startTestApi({ publicUrl: origin })
      api.clock.set(systemClock.now())
      tenant = await api.addTenant()
      await fillTheExchange()
      await api.server.listen({ host: '127.0.0.1', port })
      browser = await openBrowser()
      owner = await openPage(browser)
      ;({ page } = owner)
      const { secret } = await inviteWithLink(api, tenant, { name: 'Mei Tanaka' })
      await page.goto(`${origin}/console/welcome#${secret}`)
      await page.getByRole('button', { name: 'Not now' }).click()
      await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor()
    }, 120_000)
    afterAll(async () => {
      await browser.close()
      await api.close()
    })

    const fillTheExchange = async (): Promise<void> => {
      const { tenantId } = tenant
      const declare = () => declareExample(api, tenant)
      const sent = await declare()
      await recordAttempts(
        api,
        { tenantId, messageId: sent.messageId },
        Array.from({ length: 40 }, (_, index) => ({
          outcome: 'delivered' as const,
          latencyMs: 80 + ((index * 37) % 90),
          secondsAgo: 60 * (index + 5),
        })),
        'sent',
      )
      inDoubt = await declare()
      surelyNotSent = await declare()
      refused = await declare()
      const failing = (outcome: 'not-sent' | 'unknown') =>
        [240, 200, 120].map((secondsAgo) => ({
          ...{ outcome, secondsAgo, latencyMs: 900, httpStatus: 503, why: DOWN },
        }))
      const of = ({ messageId }: DeclaredCase) => ({ tenantId, messageId })
      await recordAttempts(api, of(inDoubt), failing('unknown'))
      await recordAttempts(api, of(surelyNotSent), failing('not-sent'))
      const why = 'BAD_REQUEST: Payload is not valid according to schema'
      const refusal = { outcome: 'refused', secondsAgo: 300, httpStatus: 400, why } as const
      await recordAttempts(api, of(refused), [refusal], 'refused')
      await declare()
      await asWorker(api, async (transaction) => {
        await transaction
          .insertInto('channel_state')
          .values({
            ...{ channel: 'uk-cds', state: 'open', failures: 6, openings: 1, last_error: DOWN },
            opened_at: secondsFromNow(-100),
            retry_at: secondsFromNow(600),
            last_error_at: secondsFromNow(-100),
            last_success_at: secondsFromNow(-300),
          })
          .execute()
        await transaction
          .insertInto('channel_certificate')
          .values({
            ...{ channel: 'uk-cds', door: 'https', subject: 'CN=api.service.hmrc.gov.uk' },
            ...{ issuer: 'CN=Public Authority', fingerprint: 'AB:CD:EF' },
            not_after: secondsFromNow(20 * 86_400),
            first_seen_at: secondsFromNow(-3_600),
            seen_at: secondsFromNow(-3_600),
          })
          .execute()
      })
    }

    const secondsFromNow = (seconds: number) =>
      new Date(Date.parse(api.clock.now()) + seconds * 1_000)

    /** It comes before the answer to our message, which names its conversation, is on record. */
    const makeStray = async (payload: string): Promise<void> => {
      const conversation = newId('conversation')
      await api.server.inject({
        ...{ method: 'POST', url: '/exchange/uk-cds/notifications', payload },
        headers: {
          authorization: testSecurityToken,
          'content-type': 'application/xml',
          'x-conversation-id': conversation,
        },
      })
      const { messageId } = await declareExample(api, tenant)
      await inTenant(api.database, tenant.tenantId, (transaction) =>
        transaction
          .updateTable('exchange_message')
          .set({ conversation_id: conversation, state: 'sent' })
          .where('id', '=', messageId)
          .execute(),
      )
    }

    const open = async (search = ''): Promise<void> => {
      await page.goto(`${origin}/console/exchange${search}`)
      await page.getByRole('heading', { name: 'Exchange', level: 1 }).waitFor()
    }

    const rowOf = ({ lrn }: DeclaredCase) => page.getByRole('row').filter({ hasText: lrn })

    it('is reached from the places, and draws how the channel does', async () => {
      await page.getByRole('link', { name: 'Exchange' }).click()
      const channel = page.getByRole('article', { name: 'HMRC, Customs Declaration Service' })
      await channel.getByText('Held back').waitFor()
      await channel.getByText(DOWN).first().waitFor()
      const attempts = channel.getByRole('img', { name: /^47 attempts, 6 of them failed$/ })
      await attempts.waitFor()
      expect(await attempts.locator('rect').count()).toBeGreaterThan(40)
      await channel.getByRole('img', { name: /^Latest: half within 900 ms/ }).waitFor()
      await channel.getByText(/^\d+ of 180 a minute$/).waitFor()
      await channel.getByText('ends soon').waitFor()
      await channel.getByText('CN=api.service.hmrc.gov.uk').waitFor()
      await channel.getByText('The charts in figures').click()
      expect(await channel.getByRole('table').getByRole('row').count()).toBeGreaterThan(40)
    })

    it('shows two days by hours, and keeps that in the address', async () => {
      await page.getByText('Last two days').click()
      await expect.poll(() => page.url()).toContain('by=hour')
      await page.getByRole('img', { name: /attempts, 6 of them failed$/ }).waitFor()
    })

    it('leads from what waits to its messages, which the address narrows', async () => {
      await open()
      await page.getByRole('button', { name: 'Given up 2' }).click()
      await expect.poll(() => page.url()).toContain('state=dead')
      const table = page.getByRole('table', { name: 'Messages to customs' })
      await expect.poll(() => table.getByRole('row').count()).toBe(3)
      await rowOf(inDoubt).waitFor()
      await page.getByRole('combobox', { name: 'State' }).selectOption('refused')
      await rowOf(refused).waitFor()
      const mend = rowOf(refused).getByRole('link', { name: /^Mend in the case/ })
      expect(await mend.getAttribute('href')).toContain(refused.caseId)
      await page.getByRole('button', { name: 'Clear filters' }).click()
      await expect.poll(() => page.url()).not.toContain('state=')
    })

    it('looks well with its charts', async () => {
      await open()
      await sweep(page, {
        name: 'exchange',
        ready: (swept) => swept.locator('svg[role="img"]').nth(1).waitFor(),
      })
    }, 120_000)

    it('shows a message beside the list, with what happened to it and its bytes', async () => {
      await open('?state=dead')
      await page.getByRole('button', { name: `Show Declaration ${inDoubt.lrn}` }).press('Enter')
      const drawer = page.getByRole('dialog')
      await drawer.getByText('Given up after many attempts').waitFor()
      expect(await drawer.getByText('Sent, answer lost').count()).toBe(3)
      await drawer
        .getByText(/HTTP 503 · 900 ms · worker-1/)
        .first()
        .waitFor()
      await drawer.getByRole('region', { name: 'The message itself' }).last().waitFor()
      await expect.poll(() => drawer.innerText()).toContain(inDoubt.lrn)
      await sweep(page, {
        name: 'exchange-message',
        ready: (swept) => swept.getByRole('dialog').locator('pre').waitFor(),
      })
      await page.keyboard.press('Escape')
      await drawer.waitFor({ state: 'hidden' })
      await expect.poll(() => page.url()).not.toContain('message=')
    }, 120_000)

    it('says why a message that customs may have cannot be set aside', async () => {
      await open(`?message=${inDoubt.messageId}`)
      await page.getByRole('dialog').getByRole('button', { name: 'Set aside' }).click()
      const dialog = page.getByRole('dialog', { name: 'Set this message aside' })
      await dialog.getByLabel('Reason').fill('sold out')
      await dialog.getByRole('button', { name: 'Set aside' }).click()
      await dialog.getByText('The authority may have this message').waitFor()
      await dialog.getByRole('button', { name: 'Leave it as it is' }).last().click()
    })

    it('sends a message again at one press', async () => {
      await open('?state=dead')
      await page.getByRole('button', { name: `Send again: ${inDoubt.lrn}` }).click()
      await page.getByText('It goes out again').waitFor()
      await rowOf(inDoubt).waitFor({ state: 'hidden' })
      const url = `/v1/exchange/messages/${inDoubt.messageId}`
      expect((await ask(api, tenant.keys.viewer, { url })).json()).toMatchObject({
        state: 'unknown',
        decisions: [{ decision: 'replayed', actor: { kind: 'person', name: 'Mei Tanaka' } }],
      })
    })

    it('sets a message aside for a reason, and its case is free again', async () => {
      await open(`?message=${surelyNotSent.messageId}`)
      const drawer = page.getByRole('dialog', { name: 'Message' })
      await drawer.getByRole('button', { name: 'Set aside' }).click()
      const dialog = page.getByRole('dialog', { name: 'Set this message aside' })
      await dialog.getByLabel('Reason').fill('the buyer has cancelled')
      await dialog.getByRole('button', { name: 'Set aside' }).click()
      await drawer.getByText('the buyer has cancelled').waitFor()
      await drawer.getByText('Mei Tanaka').waitFor()
      const view = await ask(api, tenant.keys.viewer, { url: `/v1/cases/${surelyNotSent.caseId}` })
      expect(view.json()).toMatchObject({ state: 'preparing' })
    })

    it('shows what nobody could place, and gives it to the case that it answers', async () => {
      await makeStray(notification('26GBAAAAAAAAAAAAA9'))
      await makeStray('<MetaData><cut off')
      await open('?list=strays')
      const list = page.getByRole('list', { name: 'Stray notifications' })
      await expect.poll(() => list.getByRole('listitem').count()).toBe(2)
      await sweep(page, {
        name: 'exchange-strays',
        ready: (swept) => swept.getByText('26GBAAAAAAAAAAAAA9').first().waitFor(),
      })
      await list.getByRole('listitem').last().getByRole('button').click()
      const drawer = page.getByRole('dialog', { name: 'Stray notification' })
      await drawer.getByText('02 DMSRCV').waitFor()
      await drawer.getByText('came in the conversation').waitFor()
      await sweep(page, {
        name: 'exchange-stray',
        ready: (swept) => swept.getByRole('dialog').locator('pre').waitFor(),
      })
      await drawer.getByRole('button', { name: 'It belongs to this case' }).click()
      await drawer.getByText(/^Given to its case, Mei Tanaka/).waitFor()
      await page.keyboard.press('Escape')
      await list.getByRole('listitem').last().getByText('Given to its case').waitFor()
      await list.getByRole('listitem').first().getByRole('button').click()
      await drawer.getByText('It cannot be read', { exact: true }).waitFor()
      expect(await drawer.getByRole('button', { name: 'It belongs to this case' }).count()).toBe(0)
    }, 120_000)

    it('shows the webhooks that were given up beside them, to be tried again', async () => {
      const endpoint = await ask(api, tenant.keys.owner, {
        ...{ method: 'POST', url: '/v1/webhooks' },
        payload: { url: 'http://localhost:9/hook', eventTypes: ['*'] },
      })
      const { id } = endpoint.json<{ id: string }>()
      await ask(api, tenant.keys.owner, { method: 'POST', url: `/v1/webhooks/${id}/test` })
      const failed = { state: 'dead', attempts: 12, last_error: 'connect ECONNREFUSED' } as const
      await asWorker(
        api,
        (transaction) => transaction.updateTable('delivery').set(failed).execute(),
        tenant.tenantId,
      )
      await open('?list=deliveries')
      const list = page.getByRole('list', { name: 'Webhooks and e-mail that were given up' })
      await list.getByText('connect ECONNREFUSED').waitFor()
      await sweep(page, {
        name: 'exchange-deliveries',
        ready: (swept) => swept.getByText('ECONNREFUSED').waitFor(),
      })
      await list.getByRole('button', { name: /^Try again/ }).click()
      await page.getByText('Everybody was told').waitFor()
    }, 120_000)

    it('hears of a message that has arrived without being asked', async () => {
      const late = await declareExample(api, tenant)
      await open(`?caseId=${late.caseId}`)
      await rowOf(late).getByText('Waits to be sent').waitFor()
      const { tenantId } = tenant
      const { messageId } = late
      await recordAttempts(api, { tenantId, messageId }, [{ outcome: 'delivered' }], 'sent')
      await rowOf(late).getByText('Taken in by customs').waitFor()
    })

    it('runs without an error in a script or against its policy', () => {
      expect(owner.complaints).toEqual([])
    })
  },
)
