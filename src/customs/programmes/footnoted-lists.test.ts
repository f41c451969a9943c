import { expect, it } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import {
  footnotedCodes,
  footnotedLists,
  headingsInFootnote,
  listsByFootnotes,
} from './footnoted-lists.ts'
import { sampleProgrammes } from './programmes.fixture.ts'

const programmes = sampleProgrammes([
  { id: 'a', provisions: [{ heading: '9903.88.03', mode: 'adds', percent: '25' }] },
])

it('finds the headings that a footnote refers to', () => {
  expect(headingsInFootnote('See 9903.88.03, 9903.91.05. ')).toEqual(['9903.88.03', '9903.91.05'])
  expect(headingsInFootnote('See note 2.')).toEqual([])
})

it('puts the codes of an edition on the lists of their footnotes, while it is in force', () => {
  const codes = [
    { code: '73269086', headings: ['9903.88.03', '9903.91.05'] },
    { code: '61091000', headings: ['9903.88.15'] },
  ]
  const validity = { from: localDate('2026-06-08'), until: localDate('2026-07-01') }
  expect(footnotedLists(codes, validity, programmes)).toEqual([
    {
      id: 'held',
      versions: [{ validFrom: '2026-06-08', validUntil: '2026-07-01', codes: '73269086' }],
    },
  ])
})

it('lists a rate line by its footnote only where that is of all its goods', () => {
  const someGoods = { text: 'Heading 9903.88.04 covers certain goods of this rate line.' }
  const footnotes = new Map([
    ['29319090', [someGoods]],
    ['2931909010', [someGoods]],
    ['73269086', [{ text: 'See 9903.88.03. ' }]],
    ['85076000', [{ text: 'See 9903.88.15 and 9903.91.01. ' }]],
    ['99038803', [{ text: 'See 9903.88.03. ' }]],
  ])
  expect(footnotedCodes(footnotes)).toEqual([
    { code: '2931909010', headings: ['9903.88.04'] },
    { code: '73269086', headings: ['9903.88.03'] },
    { code: '85076000', headings: [], undecided: ['9903.88.15', '9903.91.01'] },
  ])
})

it('lets an edition hold until the next one that has footnotes', () => {
  const codes = [{ code: '73269086', headings: ['9903.88.03'] }]
  const editions = [
    { validFrom: localDate('2026-02-12'), codes: [] },
    { validFrom: localDate('2025-01-01'), codes },
  ]
  expect(listsByFootnotes(editions, programmes).flatMap(({ versions }) => versions)).toEqual([
    { validFrom: '2025-01-01', validUntil: '2026-02-12', codes: '73269086' },
    { validFrom: '2026-02-12', codes: '' },
  ])
})
