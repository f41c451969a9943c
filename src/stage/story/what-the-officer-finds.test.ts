import { expect, it } from 'vitest'

import { correctionsOf, whatTheOfficerFinds } from './what-the-officer-finds.ts'

const declared = (...codes: readonly string[]) => ({
  register: { mrn: '26GB', state: 'accepted' },
  declaration: {
    items: codes.map((commodityCode, index) => ({ sequence: index + 1, commodityCode })),
  },
  ...{ controls: [], history: [] },
})

const honest = { misDescribed: false, underValued: false }

it('finds honest goods as declared, so nothing is corrected', () => {
  const findings = whatTheOfficerFinds(declared('6109100010', '6403999690'), honest)
  expect(findings.map(({ result }) => result)).toEqual(['satisfied', 'satisfied'])
  expect(correctionsOf(findings)).toEqual([])
})

it('finds shirts where notebooks were declared, and the real price of the shoes', () => {
  const both = { misDescribed: true, underValued: true }
  const findings = whatTheOfficerFinds(declared('4820103000', '8518210000', '6403999690'), both)
  expect(correctionsOf(findings)).toEqual([
    { sequence: 1, commodityCode: '6109100010' },
    { sequence: 3, itemPrice: { amount: '89.00', currency: 'GBP' } },
  ])
})

it('finds nothing to correct once the broker has put the description right', () => {
  const lied = { ...honest, misDescribed: true }
  const findings = whatTheOfficerFinds(declared('6109100010', '6403999690'), lied)
  expect(correctionsOf(findings)).toEqual([])
})
