import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

import { checkoutFolder } from '../src/platform/checkout.ts'
import * as entry from '../src/index.ts'
import { localDate, quote } from '../src/index.ts'
import { shippedBook } from '../src/tariffs/index.ts'

/** A program without TypeScript, which knows the package by its name alone. */
const consumer = `
import { readFile } from 'node:fs/promises'
import * as tidewaiter from 'tidewaiter'
import { shippedBook } from 'tidewaiter/shipped-book'

const { localDate, quote } = tidewaiter
const sale = JSON.parse(await readFile('examples/sale-cn-de.json', 'utf8'))
const quoted = quote(sale, localDate('2026-09-01'), await shippedBook())
process.stdout.write(JSON.stringify({ names: Object.keys(tidewaiter), quoted }))
`

test('the package gives the pure quote under its own name', async () => {
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', consumer], {
    cwd: checkoutFolder,
  })
  const { names, quoted } = JSON.parse(stdout) as { names: string[]; quoted: unknown }
  const sale: unknown = JSON.parse(
    await readFile(join(checkoutFolder, 'examples', 'sale-cn-de.json'), 'utf8'),
  )
  expect(quoted).toEqual(quote(sale, localDate('2026-09-01'), await shippedBook()))
  expect(names.toSorted()).toEqual(Object.keys(entry).toSorted())
})
