import type { Browser } from 'playwright-core'

import type { Role } from '../../src/access/index.ts'
import type { TestInstallation, TestTrader } from '../test-installation.ts'
import { openPage, type WatchedPage } from './browser.ts'

/** Who looks at the pages, and how. */
export interface Visitor {
  readonly installation: TestInstallation
  readonly trader: TestTrader
  readonly role?: Role
  readonly options?: Parameters<Browser['newContext']>[0]
}

/** Opens a page of the console for somebody who is signed in already. */
export async function openSignedIn(
  browser: Browser,
  { installation, trader, role = 'owner', options = {} }: Visitor,
): Promise<WatchedPage> {
  const watched = await openPage(browser, { baseURL: installation.publicUrl, ...options })
  const value = await installation.openSession(trader.tenantId, { name: 'Robin Ward', role })
  await watched.context.addCookies([
    { name: 'tidewaiter_session', value, url: installation.publicUrl, httpOnly: true },
  ])
  return watched
}
