import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { expect, test } from 'vitest'

import { builtPages } from '../../src/platform/http/serve-pages.ts'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

const manifest = JSON.parse(await readFile(join(builtPages, 'manifest.json'), 'utf8')) as Readonly<
  Record<string, Chunk>
>

/** What of the console is loaded until a page stands: the application, the frame and the page. */
const firstPages = ['session/SignInPage.tsx', 'cases/HomePage.tsx']

test.each(firstPages)('the console shows %s with less than 200 kB of script', async (page) => {
  const frame = page.startsWith('session/') ? [] : ['console/Frame.tsx']
  const bytes = await weightOf(['console/index.html', ...frame, `console/${page}`])
  expect(bytes).toBeGreaterThan(60_000)
  expect(bytes).toBeLessThan(200_000)
})

test('the tracking page comes with less than 60 kB of script', async () => {
  const bytes = await weightOf(['tracking/index.html'])
  expect(bytes).toBeGreaterThan(4_000)
  expect(bytes).toBeLessThan(60_000)
})

/** The compressed bytes of scripts that the given modules need, each counted once. */
async function weightOf(modules: readonly string[]): Promise<number> {
  const chunks = new Set<string>()
  const add = (name: string): void => {
    if (chunks.has(name)) return
    chunks.add(name)
    for (const inner of chunkOf(name).imports ?? []) add(inner)
  }
  for (const name of modules) add(name)
  const sizes = await Promise.all(
    [...chunks].map(async (name) => {
      const script = await readFile(join(builtPages, chunkOf(name).file))
      return gzipSync(script).length
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

function chunkOf(name: string): Chunk {
  const chunk = manifest[name]
  if (chunk === undefined) throw new Error(`the build knows no ${name}`)
  return chunk
}
