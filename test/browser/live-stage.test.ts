import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { expectAccessible, expectNoOverflow } from './accessible.ts'
import { openBrowser, openPage, type WatchedPage } from './browser.ts'
import type { Session } from '../../src/web/kit/session.ts'
import { chromiumAbsent, chromiumPath } from './chromium.ts'
import { startInstallation, type StartedInstallation } from './stage-installation.ts'
import { sweep } from './sweep.ts'

const title = 'the live stage'
const RUN_TIME_LIMIT_MS = 90_000

describe.skipIf(chromiumPath === undefined)(
  chromiumPath === undefined ? `${title}: ${chromiumAbsent}` : title,
  () => {
    let installation: StartedInstallation
    let browser: Browser
    let watched: WatchedPage
    let page: Page

    beforeAll(async () => {
      installation = await startInstallation()
      browser = await openBrowser()
      watched = await openPage(browser)
      page = watched.page
      await page.goto(installation.stageLink)
      await page.getByRole('button', { name: 'Play' }).waitFor()
    }, 180_000)
    afterAll(async () => {
      await browser.close()
      await installation.stop()
    })

    // A fresh stage for each test, with every switch off.
    beforeEach(async () => {
      const clear = page.getByRole('button', { name: 'New order' })
      if (await clear.isEnabled()) await clear.click()
      for (const pressed of await page.getByRole('switch', { checked: true }).all()) {
        await pressed.click()
      }
    })
    afterEach(() => expect(watched.complaints).toEqual([]))

    const press = (name: string) => page.getByRole('switch', { name }).click()
    const narrated = (text: string) =>
      page.locator('section[data-kind]').getByText(text).waitFor({ timeout: RUN_TIME_LIMIT_MS })
    const phone = (): FrameLocator => page.frameLocator('iframe[title="Shopper\'s phone"]')
    const playToTheEnd = async (): Promise<void> => {
      await page.getByText('4×').click()
      const play = page.getByRole('button', { name: 'Play' })
      if (await play.isVisible()) await play.click()
      await page
        .getByText('The parcel is with the shopper, and every account is even.')
        .waitFor({ timeout: RUN_TIME_LIMIT_MS })
    }
    const tells = async (text: string): Promise<void> => {
      await page.getByRole('button', { name: 'Story so far' }).click()
      await page.getByRole('dialog').getByText(text).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    const onlyDeclaration = async () =>
      expect(await page.getByRole('button', { name: 'to customs Declaration' }).count()).toBe(1)

    /** The stage as it stands: on one screen, in both languages, and as tabs on a phone. */
    const fitsAndReads = async (): Promise<void> => {
      const overflow = await page.evaluate(
        () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
      )
      expect(overflow).toBeLessThanOrEqual(0)
      await expectNoOverflow(page)
      const ready = async (shown: Page) => {
        await shown.locator('ol[aria-label] button').first().waitFor()
        for (const pane of await shown.locator('iframe').filter({ visible: true }).all()) {
          await pane.contentFrame().getByRole('heading', { level: 1 }).waitFor()
        }
      }
      await sweep(page, { name: 'stage', ready })
      await page.setViewportSize({ width: 360, height: 780 })
      await page.getByRole('tab').nth(2).waitFor()
      expect(await page.getByRole('tab').count()).toBe(3)
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.evaluate(() => localStorage.clear())
      await page.reload()
      await page.getByRole('button', { name: 'Play' }).waitFor()
    }

    it('is the first thing that the start prints, and opens without any other key', async () => {
      const first = installation
        .printed()
        .split('\n')
        .find((line) => line.includes('http'))
      expect(first).toContain(installation.stageLink)
      expect(page.url()).not.toContain('#')
      await page
        .frameLocator('iframe[title="Officer\'s desk"]')
        .getByRole('heading')
        .first()
        .waitFor()
      await page.frameLocator('iframe[title="Broker\'s console"]').locator('body').waitFor()
    })

    it('goes step by step, and every message can be read as it was sent', async () => {
      await page.getByRole('button', { name: 'Next step' }).click()
      await narrated('The case is ready to be declared.')
      await phone().getByRole('heading', { level: 1 }).waitFor()
      await page.getByRole('button', { name: 'Next step' }).click()
      await narrated('Customs has registered the declaration.')
      await page.getByRole('button', { name: 'to customs Declaration' }).click()
      await page.getByRole('dialog').getByText('<?xml').waitFor()
      await expectAccessible(page, 'a message on the stage')
      await page.keyboard.press('Escape')
      await phone().getByText('waits for your parcel to arrive').waitFor()
    })

    it('follows what a viewer does in a pane', async () => {
      await page.getByRole('button', { name: 'Next step' }).click()
      await narrated('The case is ready to be declared.')
      const caseId = /cases\/(case_\w+)/.exec(
        (await page.locator('iframe[title="Broker\'s console"]').getAttribute('src')) ?? '',
      )?.[1]
      const status = await page.evaluate(async (id) => {
        const answer = await fetch(`/v1/cases/${id}/declare`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          body: '{}',
        })
        return answer.status
      }, caseId)
      expect(status).toBe(200)
      await narrated('Customs has registered the declaration.')
      await page.getByText('The carrier reports that the parcel has landed.').waitFor()
    })

    // Each lie or inspection goes with a fault: neither may change what the other leads to, and a run
    // takes as long as several other tests.
    it('mis-described goods over a line that is cut: the officer finds out, the shopper reads why, and messages go out once', async () => {
      await press('Mis-describe the goods')
      await press('Lose the network')
      await page.getByRole('status').getByText('The line is cut').waitFor()
      await expectAccessible(page, 'the stage with a cut line')
      await playToTheEnd()
      await tells('The line is mended.')
      await onlyDeclaration()
      await tells('The officer has corrected the declaration and charged anew.')
      await page.getByRole('button', { name: 'Story so far' }).click()
      await page.getByRole('dialog').getByText('The parcel has been delivered.').waitFor()
      await expectAccessible(page, 'the story so far')
      await page.keyboard.press('Escape')
      await phone().getByText('Duty and tax are higher than estimated').waitFor()
      await phone().getByText('Customs has looked at the goods.').waitFor()
      await phone().getByText('another rate than was estimated').waitFor()
    })

    it('under-valued goods while the worker is killed: a rule of customs notices, another worker takes up the jobs, nothing is done twice', async () => {
      await press('Under-value the goods')
      await press('Kill the worker')
      await playToTheEnd()
      await tells('The worker has been killed.')
      await tells('A new worker is at work.')
      await onlyDeclaration()
      expect(installation.printed()).not.toContain('the worker process ended')
      await phone().getByText('Duty and tax are higher than estimated').waitFor()
      await phone().getByText('another value than the papers said').waitFor()
    })

    it('an inspection that finds all in order, and a lost answer: the authority is asked before anything is sent again, nothing changes but the time, and the stage fits on one screen', async () => {
      await press('Inspect the parcel')
      await press('Lose the answer')
      await playToTheEnd()
      await onlyDeclaration()
      await tells('Customs has taken the message, and its answer was lost.')
      await tells('Tidewaiter has cleared up what became of the message.')
      await phone().getByText('Customs takes a closer look').waitFor()
      expect(await phone().getByText('higher than estimated').count()).toBe(0)
      await fitsAndReads()
    })

    it('shares a browser with whoever works at the sample shop, and asks before it replaces another', async () => {
      const printed = installation.printed()
      const linkOf = (name: string): string =>
        new RegExp(`${name}.*?(http\\S+/welcome#\\S+)`).exec(printed)?.[1] ?? ''
      const [shop, agent] = [linkOf('Parcelbay'), linkOf('Kobe Agent')]
      const { page: tab, context } = await openPage(browser)
      const who = async (): Promise<string> => {
        const answer = await context.request.get(`${new URL(shop).origin}/v1/session`)
        const { person, tenant } = (await answer.json()) as Session
        return `${person.name} of ${tenant.name}`
      }
      await tab.goto(shop)
      await tab.getByRole('button', { name: 'Not now' }).waitFor()
      const owner = await who()
      expect(owner).toContain('Parcelbay')
      const stage = await context.newPage()
      await stage.goto(installation.stageLink)
      await stage.getByRole('button', { name: 'Next step' }).waitFor()
      expect(await who()).toBe(owner)

      await tab.goto(agent)
      await tab.getByRole('button', { name: 'Not now' }).waitFor()
      await stage.reload()
      await stage
        .getByRole('heading', { name: /^This browser is signed in at Kobe Agent/ })
        .waitFor()
      await sweep(stage, {
        name: 'stage-elsewhere',
        ready: (shown) => shown.getByRole('heading', { level: 2 }).waitFor(),
      })
      expect(await who()).toContain('Kobe Agent')
      await stage.getByRole('button', { name: 'Sign in as the broker on the stage' }).click()
      await stage.getByRole('button', { name: 'Next step' }).waitFor()
      expect(await who()).toBe('Stage broker of Parcelbay (sample)')
      await context.close()
    })

    it('tells whoever comes without a link, or with an old one, where to get one', async () => {
      const stranger = await openPage(browser)
      const { origin } = new URL(installation.stageLink)
      await stranger.page.goto(`${origin}/stage`)
      await stranger.page.getByRole('heading', { name: 'The stage opens by its link' }).waitFor()
      await sweep(stranger.page, {
        name: 'stage-without-link',
        ready: (shown) => shown.getByRole('heading', { level: 2 }).waitFor(),
      })
      await stranger.context.close()
      const late = await openPage(browser)
      const port = installation.stageLink.split('.').at(-1)
      await late.page.goto(`${origin}/stage#${'x'.repeat(32)}.${port}`)
      await late.page.getByText('This link is from an earlier start').waitFor()
      await late.context.close()
    })
  },
)
