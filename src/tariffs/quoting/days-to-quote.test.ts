import { beforeAll, describe, expect, it } from 'vitest'

import { DaysProof } from '../../../test/proof/days-proof.ts'
import { SeededChoice, seedFrom } from '../../../test/proof/seeded-choice.ts'
import { everyDay } from '../../customs/calendar/days-alike.ts'
import { localDate } from '../../customs/calendar/local-date.ts'
import { daysToQuote } from '../../customs/landed-cost/days-to-quote.ts'
import { shippedBook } from './shipped-book.ts'

// The short form of `npm run proof -- days`: some of the countries under a new seed each time.

const seed = seedFrom(process.env.TIDEWAITER_PROOF_SEED)
const toRepeat = `TIDEWAITER_PROOF_SEED=${seed} npx vitest run src/tariffs/quoting/days-to-quote.test.ts`
const OTHER_COUNTRIES = 2

describe('the days on which a sale has to be quoted', () => {
  const choice = new SeededChoice(seed)
  let proof: DaysProof

  beforeAll(async () => {
    proof = new DaysProof(await shippedBook(), choice)
  })

  it('find every period that quoting each single day finds, wherever a sale goes', () => {
    const others = choice.shuffled(proof.countries()).slice(0, OTHER_COUNTRIES)
    const found = ['US', ...others].map((country) => proof.sale(country))
    expect(
      found.filter(({ isSame }) => !isSame),
      toRepeat,
    ).toEqual([])
    expect(found[0]!.steps, toRepeat).toBeGreaterThan(0)
  })

  it('are those on which the duty on goods has to be looked at', () => {
    const found = proof.history('US')
    expect(found, toRepeat).toMatchObject({ isSame: true })
    expect(found.steps, toRepeat).toBeGreaterThan(0)
  })

  it('are few, and every one where nobody knows when the tariff changes', () => {
    const days = { from: localDate('2024-01-01'), until: localDate('2027-01-01') }
    const sale = proof.saleTo('DE')
    const sources = proof.sources('DE')
    expect(daysToQuote(days, sale, sources).length).toBeLessThan(100)
    const { changesBelow: _, ...unknowing } = sources
    expect(daysToQuote(days, sale, unknowing)).toEqual(everyDay(days))
  })
})
