import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const axeSource = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** Fails with what axe finds against the page as it is now; each finding names its element. */
export async function expectAccessible(page: Page, name = page.url()): Promise<void> {
  // The page's own policy lets no script of a test in; the protocol evaluates beside it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: readonly Violation[] }> }
    }
    return (await axe.run()).violations
  })
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n    ${failureSummary ?? ''}`).join('\n')}`,
  )
  expect(found, `axe on ${name}`).toEqual([])
}

/** Fails where something of the page reaches beyond its right edge. */
export async function expectNoOverflow(page: Page, name = page.url()): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `pixels that ${name} is too wide`).toBeLessThanOrEqual(0)
}
