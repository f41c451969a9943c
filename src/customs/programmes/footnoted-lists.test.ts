import { expect, it } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { footnotedLists, headingsInFootnote } from './footnoted-lists.ts'
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
