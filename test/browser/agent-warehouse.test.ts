import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { freePort } from '../../src/platform/process/index.ts'
import { startTestApi, type TestApi, type TestTenant } from '../api.ts'
import { onePointPng } from '../png.ts'
import { csvOf, fullRow, otherOrder } from '../purchase-lists.ts'
import { signIn } from '../signed-in.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'
import { sweep } from './sweep.ts'

const title = "an agent's way from the list to the sealed shipment"

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let api: TestApi
    let tenant: TestTenant
    let origin: string
    let browser: Browser
    let watched: WatchedPage
    let page: Page

    beforeAll(async () => {
      const port = await freePort()
      origin = `http://localhost:${port}`
      api = await startTestApi({ publicUrl: origin })
      // What the browser calls "ago" is counted from the clock of this machine.
      api.clock.advance(Date.now() - Date.parse(api.clock.now()))
      tenant = await api.addTenant('purchasing-agent')
      await api.server.listen({ host: '127.0.0.1', port })
      browser = await openBrowser()
      watched = await openPage(browser)
      page = watched.page
      const { session } = await signIn(api, tenant, { name: 'Asa Agent', role: 'operator' })
      await watched.context.addCookies([
        { name: 'tidewaiter_session', value: session.secret, url: origin },
      ])
    })
    afterAll(async () => {
      await browser.close()
      await api.close()
    })

    const goTo = async (path: string): Promise<void> => {
      await page.goto(`${origin}/console${path}`)
    }
    const inPounds = { currency: 'GBP', unit_price: '28.00', freight: '3.00', agent_fee: '9.00' }
    const invoiced = { invoice_number: 'I-1', invoice_date: '2026-08-30' }
    const heading = (swept: Page) => swept.locator('h1').first().waitFor()
    const listed = (...rows: Parameters<typeof csvOf>[0]) =>
      csvOf(rows.map((row) => ({ ...row, ...inPounds, ...invoiced })))

    it('begins with places that teach', async () => {
      for (const [name, path] of [
        ['orders-empty', '/orders'],
        ['upload', '/upload'],
        ['buyers-empty', '/buyers'],
        ['receiving-empty', '/receiving'],
        ['stock-empty', '/stock'],
        ['consolidation-empty', '/consolidation'],
      ] as const) {
        await goTo(path)
        await sweep(page, { name, ready: heading })
      }
    })

    it('says what the columns of a foreign table are, once for the next time as well', async () => {
      const { order_reference: _, incoterm: __, ...others } = fullRow
      const foreign = csvOf([{ 'Order No': 'X-1', ...others, 'Any remarks': 'soon' }])
      await goTo('/upload')
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'foreign.csv', mimeType: 'text/csv', buffer: Buffer.from(foreign) })
      await page.getByText('What your table does not say').waitFor()
      await sweep(page, { name: 'upload-columns', ready: heading })
      await page.reload()
      await page
        .getByLabel('Incoterm', { exact: true })
        .selectOption('FCA: buyer pays carriage and duties')
      await page.getByRole('button', { name: 'Use for all orders' }).click()
      await page.getByText('Nothing is missing').waitFor()
      await page.getByLabel('What is Any remarks?').selectOption('')
      await page.getByRole('button', { name: 'Go on to the rows' }).click()
      await page.getByText('Ready 1').waitFor()
      await page.getByRole('button', { name: 'Discard' }).click()
      await page.getByRole('button', { name: 'Discard' }).click()
      await page.getByRole('heading', { name: 'Upload a table of orders' }).waitFor()
    })

    it('mends the bad row in place and takes all orders in', async () => {
      const text = listed(
        fullRow,
        { ...otherOrder(), order_reference: 'TSB-3' },
        otherOrder({ quantity: 'two' }),
      )
      await goTo('/upload')
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
      await page.getByText('To mend 1').waitFor()
      await page.getByText('is no whole number').waitFor()
      await sweep(page, {
        name: 'upload-rows',
        ready: (swept) => swept.locator('[role=table] [role=cell]').first().waitFor(),
      })
      await page.reload()
      await page.getByRole('button', { name: 'Mend', exact: true }).click()
      await page.getByRole('textbox', { name: 'Quantity' }).fill('2')
      await page.keyboard.press('Enter')
      await page.getByText('Ready 3').waitFor()
      await page.getByRole('tab', { name: '3. Take in' }).click()
      await page.getByRole('button', { name: 'Take the good orders in' }).click()
      await page.getByText('3 orders were taken in.').waitFor()
      await goTo('/orders')
      await page.getByRole('link', { name: 'TSB-2' }).waitFor()
      await sweep(page, {
        name: 'orders',
        ready: (swept) => swept.getByRole('link', { name: 'TSB-2' }).waitFor(),
      })
    })

    const receive = async (reference: string): Promise<void> => {
      await goTo('/receiving')
      await page.getByLabel('Order, buyer or seller').fill(reference)
      await page.getByRole('link', { name: reference }).waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'All', exact: true }).click()
      await page.getByLabel('Weight with packaging, kg').fill('0.82')
    }

    it('receives, counts, weighs and photographs', async () => {
      await receive('TSB-1')
      await page.locator('input[type=file]').setInputFiles({
        ...{ name: 'cups.png', mimeType: 'image/png', buffer: onePointPng },
      })
      await page.getByRole('link', { name: /^Photograph 1/ }).waitFor()
      await page.getByRole('button', { name: 'Record the receipt' }).click()
      await page.getByText('All pieces are here').waitFor()
      await receive('TSB-2')
      await page.getByRole('button', { name: 'Record the receipt' }).click()
      await page.getByText('All pieces are here').waitFor()
      await goTo('/receiving')
      await page.getByRole('link', { name: 'TSB-3' }).click()
      const more = page.getByRole('button', { name: /^One more/ })
      await more.click()
      await sweep(page, {
        name: 'receive-order',
        ready: (swept) => swept.locator('h2').first().waitFor(),
      })
      await page.reload()
      await more.click()
      await page.getByLabel('Weight with packaging, kg').fill('0.4')
      await page.getByRole('button', { name: 'Set pieces apart' }).click()
      await page.getByLabel('Describe them').fill('handle broken off')
      await page.getByRole('button', { name: 'Record the receipt' }).click()
      await page.getByText('Pieces are missing: what now?').waitFor()
      await page.getByLabel('Why').fill('the buyer cannot wait')
      await page.getByRole('button', { name: 'Ship what came' }).click()
      await goTo('/stock')
      await page.getByRole('link', { name: 'TSB-3' }).waitFor()
      await sweep(page, {
        name: 'stock',
        ready: (swept) => swept.getByRole('link', { name: 'TSB-3' }).waitFor(),
      })
      await page.getByRole('button', { name: 'Divide over parcels' }).first().click()
      await sweep(page, {
        name: 'divide-dialog',
        ready: (swept) => swept.getByRole('dialog').waitFor(),
      })
    })

    it('lists what was set apart until somebody says how it left', async () => {
      await goTo('/set-apart')
      const broken = page.getByText('handle broken off')
      await broken.waitFor()
      await page.getByRole('button', { name: 'handle broken off: sent back' }).click()
      await page.getByLabel('How and why').fill('with the carrier, for a refund')
      await sweep(page, {
        name: 'set-apart-dialog',
        ready: (swept) => swept.getByRole('dialog').waitFor(),
      })
      await page.getByRole('button', { name: 'Record the return' }).click()
      await page.getByText('Nothing is set apart').waitFor()
      await page.getByText('All', { exact: true }).click()
      await page.getByText('with the carrier, for a refund').waitFor()
      await sweep(page, { name: 'set-apart', ready: () => broken.waitFor() })
    })

    const card = (reference: string): Locator =>
      page.getByRole('button', { name: `Move order ${reference}`, exact: true })

    /** The mouse goes in small steps, as a hand does; one leap would not be taken for a drag. */
    const drag = async (from: Locator, to: Locator): Promise<void> => {
      const [start, end] = [await from.boundingBox(), await to.boundingBox()]
      await page.mouse.move(start!.x + start!.width / 2, start!.y + start!.height / 2)
      await page.mouse.down()
      await page.mouse.move(start!.x + 30, start!.y + 30, { steps: 5 })
      await page.mouse.move(end!.x + end!.width / 2, end!.y + end!.height / 2, { steps: 10 })
      await page.mouse.up()
    }

    it('begins the day with what waits in the warehouse, while there are no cases', async () => {
      await goTo('/')
      await page.getByRole('link', { name: '3 To be consolidated' }).waitFor()
      await sweep(page, {
        name: 'today-agent',
        ready: (swept) => swept.locator('#waiting-work').waitFor(),
      })
      expect(await page.getByText('Your first case begins with an order').count()).toBe(0)
    })

    it('puts orders together by mouse, by keyboard and by menu, and takes a move back', async () => {
      await goTo('/consolidation')
      await card('TSB-1').waitFor()
      await drag(card('TSB-1'), page.getByText('Drop an order here for a new shipment'))
      const shipment = page.getByRole('region', { name: /^Shipment S-/ })
      await shipment.getByText('TSB-1').waitFor()
      // Back on the shelf, the shipment that was opened for it is gone again.
      await page.getByRole('button', { name: 'Undo' }).last().click()
      await page.getByRole('region', { name: 'On the shelf' }).getByText('TSB-1').waitFor()
      await shipment.waitFor({ state: 'detached' })
      await page.getByLabel('Move order TSB-1 to').selectOption('new')
      await shipment.getByText('TSB-1').waitFor()
      await card('TSB-2').focus()
      await page.keyboard.press('Space')
      await page
        .getByText(/Order TSB-2 is (lifted|over)/)
        .first()
        .waitFor({ state: 'attached' })
      const isOverShipment = page.getByText(/Order TSB-2 is over shipment/)
      for (let press = 0; press < 6 && (await isOverShipment.count()) === 0; press += 1) {
        await page.keyboard.press('ArrowDown')
        await page.waitForTimeout(200)
      }
      await page.keyboard.press('Space')
      await shipment.getByText('TSB-2').waitFor()
      await page.getByLabel('Move order TSB-3 to').selectOption({ index: 1 })
      await shipment.getByText('TSB-3').waitFor()
      await page.getByRole('button', { name: 'Undo' }).last().click()
      await page.getByRole('region', { name: 'On the shelf' }).getByText('TSB-3').waitFor()
      await shipment.getByText('Low-value import').first().waitFor()
      await sweep(page, {
        name: 'consolidation',
        ready: (swept) => swept.getByText('TSB-2').first().waitFor(),
      })
    })

    it('seals the shipment; each buyer has a case and a bill', async () => {
      await goTo('/consolidation')
      await page.getByRole('button', { name: 'Seal and open the cases' }).click()
      await sweep(page, {
        name: 'seal-dialog',
        ready: (swept) => swept.getByRole('dialog').getByText('TSB-2').waitFor(),
      })
      await page.getByRole('button', { name: 'Seal it' }).click()
      await page.getByText(/is sealed; its cases are open/).waitFor()
      await page.getByRole('link', { name: 'bill' }).first().click()
      await page.getByText('To be paid').first().waitFor()
      await sweep(page, {
        name: 'bill',
        ready: (swept) => swept.locator('tfoot').waitFor(),
      })
      await goTo('/buyers')
      await page.getByRole('link', { name: 'Rowan Ashdown' }).waitFor()
      await sweep(page, {
        name: 'buyers',
        ready: (swept) => swept.getByRole('link', { name: 'Rowan Ashdown' }).waitFor(),
      })
      await page.reload()
      await page.getByRole('link', { name: 'Rowan Ashdown' }).click()
      await sweep(page, {
        name: 'buyer',
        ready: (swept) => swept.locator('#bills').waitFor(),
      })
    })

    it('shows an order with all that happened, and gives one up with a reason', async () => {
      await goTo('/orders')
      await page.getByRole('link', { name: 'TSB-3' }).click()
      await page.getByText('Ships what came').waitFor()
      await page.getByRole('button', { name: 'Change', exact: true }).click()
      await page.getByLabel('Incoterm').selectOption('CIF')
      await page.getByLabel('Place of the term').fill('Leeds')
      await sweep(page, {
        name: 'terms-dialog',
        ready: (swept) => swept.getByRole('dialog').waitFor(),
      })
      await page.getByRole('button', { name: 'Change the terms' }).click()
      await page.getByText('Incoterm: FCA Narita → CIF Leeds').waitFor()
      await page.getByText('Under CIF the prices contain carriage').waitFor()
      await sweep(page, { name: 'order', ready: (swept) => swept.locator('#history').waitFor() })
      await page.reload()
      await page.getByRole('button', { name: 'Cancel the order' }).click()
      await page.getByLabel('Why it is cancelled').fill('sold out')
      await sweep(page, {
        name: 'cancel-dialog',
        ready: (swept) => swept.getByRole('dialog').waitFor(),
      })
      await page.getByRole('button', { name: 'Cancel it' }).click()
      await page.getByRole('link', { name: 'Hand in anew' }).waitFor()
    })

    it('types an order with suggestions, is told what is missing and what it will cost', async () => {
      await goTo('/orders/new')
      await page.getByText(/^Begun with facts of order/).waitFor()
      await page.getByLabel('Order reference').fill('TSB-9')
      await page.getByLabel('Ordered on').fill('2026-09-01')
      await page.getByRole('combobox', { name: 'What the goods are' }).fill('tea')
      await page
        .getByRole('option', { name: /^Tea cups/ })
        .first()
        .click()
      await page.getByLabel(/^Pieces/).fill('2')
      await page.getByLabel('Currency').fill('GBP')
      const buyer = page.getByRole('group', { name: 'Buyer' })
      await buyer.getByRole('combobox', { name: 'Name' }).fill('Rowan')
      await page
        .getByRole('option', { name: /^Rowan Ashdown/ })
        .first()
        .click()
      await page.getByRole('button', { name: 'Hand the order in' }).click()
      await page.getByText(/^Still to be stated/).waitFor()
      await page.getByRole('button', { name: 'Show the first' }).click()
      await page.locator('input[aria-invalid=true]:focus').waitFor()
      const seller = page.getByRole('group', { name: 'Seller' })
      await seller.getByRole('combobox', { name: 'Name' }).fill('Kanda')
      await page
        .getByRole('option', { name: /^Kanda Kobo/ })
        .first()
        .click()
      await page.getByLabel('Freight').fill('3.00')
      await page.getByLabel('Insurance').fill('0')
      await page.getByText('Landed cost', { exact: true }).waitFor()
      await page.getByText('The order can be handed in.').waitFor()
      await sweep(page, {
        name: 'new-order',
        ready: (swept) => swept.locator('#landed-cost').waitFor(),
      })
      await page.reload()
      await page.getByText('The order can be handed in.').waitFor()
      await page.getByRole('button', { name: 'Hand the order in' }).click()
      await page.getByRole('heading', { name: 'Order TSB-9' }).waitFor()
    })

    it('runs without a complaint of the browser', () => {
      expect(watched.complaints).toEqual([])
    })
  },
)
