import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { run } from '../../test/terminal.ts'

const line = (type: string, code: string) => ({
  ...{ type, id: code },
  attributes: { goods_nomenclature_item_id: code, declarable: true },
})
const bodies: Readonly<Record<string, object>> = {
  '/chapters': { data: [line('chapter', '0100000000')] },
  '/chapters/01': {
    data: line('chapter', '0100000000'),
    included: [line('heading', '0102000000')],
  },
  '/headings/0102': { data: line('heading', '0102000000') },
}

describe('a tariff that is fetched on the command line', () => {
  let folder: string
  let url: string
  const asked: string[] = []
  const refused = new Set<string>()
  const server = createServer((request, response) => {
    const path = request.url!.split('?')[0]!
    asked.push(request.url!)
    response.writeHead(refused.has(path) ? 403 : 200)
    response.end(JSON.stringify(bodies[path]))
  })

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fetched-'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await rm(folder, { recursive: true })
  })

  const fetching = (...words: readonly string[]) =>
    run(['tariff', 'fetch', 'uk-trade-tariff', '--into', folder, '--url', url, ...words])
  const day = ['--as-of', '2026-11-22', '--per-second', '1000']

  it('stops where the service does not answer, and goes on from there when it is run again', async () => {
    refused.add('/headings/0102')
    const stopped = await fetching(...day)
    expect(stopped).toMatchObject({ exitCode: 1, stdout: '' })
    expect(stopped.stderr).toContain('/headings/0102: The service did not answer: HTTP 403')
    refused.clear()
    asked.length = 0
    const done = await fetching(...day)
    expect(done).toMatchObject({ exitCode: 0 })
    expect(done.stdout).toContain('3 pages are in')
    expect(asked).toEqual(['/headings/0102?as_of=2026-11-22'])
    expect((await readdir(folder)).toSorted()).toEqual([
      'chapters_01_as_of_2026-11-22.json',
      'chapters_as_of_2026-11-22.json',
      'headings_0102_as_of_2026-11-22.json',
    ])
  })

  it.each([
    [['--as-of', '2026-02-30'], '--as-of'],
    [['--per-second', '0'], '--per-second'],
    [['--territory', 'FR'], '--territory'],
  ])('is refused with %j', async (words, option) => {
    const end = await fetching(...words)
    expect(end.exitCode).toBe(2)
    expect(end.stderr).toContain(option)
  })
})
