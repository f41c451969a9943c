import { expect, test } from 'vitest'
import { flatTariff, quoteOn, saleTo } from '../../../test/landed-cost.ts'

/** What the quote of goods to Australia says of a preference that its line claims. */
function notesOn(dutyPercent: string, preference: string | undefined): readonly string[] {
  const line = { price: '5000.00', ...(preference !== undefined && { preference }) }
  const sale = saleTo({
    ...{ to: 'AU', currency: 'AUD', channel: 'freight', transportMode: 'air', lines: [line] },
    freight: { amount: '0', currency: 'AUD' },
    insurance: { amount: '0', currency: 'AUD' },
    buyer: { kind: 'business' },
  })
  const quote = quoteOn('2026-09-01', sale, { at: 'AU', tariffOf: flatTariff(dutyPercent) })
  if (!quote.ok) throw new Error(JSON.stringify(quote.failures))
  return quote.value.notCovered.map(({ en }) => en).filter((note) => note.startsWith('Line'))
}

test('a claimed preference without a rate for the goods is said to change nothing', () => {
  expect(notesOn('10', 'KR')).toEqual([
    'Line 1 claims preference KR, under which the tariff has no rate for these goods: their rate of duty stays the same.',
  ])
})

test('nothing is said where none is claimed, and of goods that are free for all', () => {
  expect(notesOn('10', undefined)).toEqual([])
  expect(notesOn('0', 'KR')).toEqual([])
})
