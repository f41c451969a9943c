import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { run } from '../../test/terminal.ts'

describe('goods on the command line', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'search-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  /** Where nothing is installed. */
  const search = (...words: readonly string[]) =>
    run(['tariff', 'search', ...words], { environment: { TIDEWAITER_DATA: folder } })

  it('are found by English words, each with its code and names', async () => {
    const { exitCode, stdout } = await search('cotton', 'dress', '--destination', 'de')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^tariff of EU \(eu-starter-/)
    expect(stdout).toContain('6104.42.00.00')
    expect(stdout).toContain("Women's knitted cotton dress / 女式针织棉连衣裙")
  })

  it('are found by Chinese words, as JSON on one line', async () => {
    const words = ['女式针织棉连衣裙', '--destination', 'US', '--limit', '1', '--json']
    const { stdout } = await search(...words)
    expect(stdout.trimEnd()).not.toContain('\n')
    expect(JSON.parse(stdout)).toMatchObject({
      territory: 'US',
      items: [{ code: '6104420010', isDeclarable: true }],
    })
  })

  it('are found by the first digits of a code, and by six where no tariff is loaded', async () => {
    const { stdout } = await search('610442', '--destination', 'NO', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ territory: 'NO', items: [{ code: '610442' }] })
  })

  it('may not be found, which is said', async () => {
    const { exitCode, stdout } = await search('qwrtzpsdfg', '--destination', 'GB')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('Nothing was found in the tariff of GB')
  })

  it.each([
    ['--destination', ['--destination', 'ZZ']],
    ['--date', ['--destination', 'GB', '--date', '2026-13-45']],
    ['--limit', ['--destination', 'GB', '--limit', '0']],
  ])('are not searched with a %s that is none', async (named, options) => {
    const { exitCode, stderr } = await search('dress', ...options)
    expect(exitCode).toBe(2)
    expect(stderr).toContain(`${named}: `)
  })
})
