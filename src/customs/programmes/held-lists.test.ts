import { describe, expect, it } from 'vitest'
import { dataFile } from '../../../test/gb-reference-data.ts'
import { readHeldLists } from './held-lists.ts'
import { sampleProgrammes, valueOf } from './programmes.fixture.ts'
import { readProgrammes } from './read-programmes.ts'

const programmes = sampleProgrammes([
  { id: 'a', provisions: [{ heading: '9903.88.03', mode: 'adds', percent: '25' }] },
])

const source = {
  id: 'a-source',
  title: 'A table',
  publisher: 'A publisher',
  url: 'https://example.org/',
  readOn: '2026-11-23',
  readAs: 'stored table',
}

const file = (list: object) => ({
  description: 'lists of a test',
  sources: [source],
  starterGoods: '6109100012 7326908688',
  lists: [{ list: 'held', sources: ['a-source'], ...list }],
})

describe('the lists that come with the program', () => {
  it('say for which goods they were looked up', () => {
    const version = { validFrom: '2025-04-05', codes: '6109100012' }
    const read = readHeldLists(
      file({ versions: [{ ...version, decidedFor: 'starter-goods' }, version] }),
      programmes,
    )
    expect(valueOf(read).lists).toEqual([
      {
        id: 'held',
        versions: [{ ...version, decidedFor: '6109100012 7326908688' }, version],
      },
    ])
  })

  it('say what joined and left a list', () => {
    const changes = [{ on: '2025-11-13', joined: '09012100' }]
    expect(valueOf(readHeldLists(file({ changes }), programmes)).changes.get('held')).toEqual(
      changes,
    )
  })

  it('name lists and sources only that are there', () => {
    const read = readHeldLists(file({ list: 'another', sources: ['hearsay'] }), programmes)
    expect(read.ok ? [] : read.failures.map(({ path }) => path)).toEqual([
      '/lists/0/list',
      '/lists/0/sources',
    ])
  })

  it('of the shipped file decide every list of the shipped programmes', () => {
    const shipped = valueOf(readProgrammes(dataFile('us/programmes.json')))
    const { lists } = valueOf(readHeldLists(dataFile('us/product-lists.json'), shipped))
    const held = new Set([...lists, ...shipped.heldLists].map(({ id }) => id))
    expect([...shipped.lists.keys()].filter((id) => !held.has(id))).toEqual([])
  })
})
