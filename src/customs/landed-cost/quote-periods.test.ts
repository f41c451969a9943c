import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flatTariff, saleTo, sourcesFor } from '../../../test/landed-cost.ts'
import { localDate } from '../calendar/local-date.ts'
import { lawSteps, stepsBetween } from './law-steps.ts'
import { quoteLandedCost } from './quote-landed-cost.ts'
import { joinPeriods, quotePeriods } from './quote-periods.ts'
import { quoteSale } from './quote-sale.ts'
import { ratesHeld, statingPeriod, withRatesHeld } from './rates-held.ts'

const parcel = saleTo({
  ...{ to: 'DE', currency: 'EUR', registrations: ['IOSS'] },
  lines: [{ price: '20.00' }],
})
const inGermany = (on: string) => quoteSale(parcel, localDate(on), sourcesFor('EU'))

const days = (from: string, until: string) => ({ from: localDate(from), until: localDate(until) })

test('a parcel to Germany is charged in one way before the duty of three euro and in another since', () => {
  const periods = quotePeriods(days('2026-01-01', '2026-09-01'), inGermany)
  expect(periods.map(({ from, until }) => [from, until])).toEqual([
    ['2026-01-01', '2026-07-01'],
    ['2026-07-01', '2026-09-01'],
  ])
  const [step] = stepsBetween(periods)
  expect(step!.on).toBe('2026-07-01')
  expect(step!.change!.changes.map(({ rule }) => rule)).toEqual(['flat-duty', 'vat-at-sale'])
  const begun = step!.laws.filter(({ effect }) => effect === 'begins')
  expect(begun.map(({ law }) => law.inForceFrom)).toEqual(['2026-07-01'])
  expect(begun.flatMap(({ names }) => names.map(({ en }) => en)).join()).toMatch(/duty/i)
})

test('American laws come and go for a postal parcel, each step with its law', () => {
  const post = saleTo({
    ...{ to: 'US', currency: 'USD', channel: 'post' },
    lines: [{ price: '40.00' }],
  })
  const periods = quotePeriods(days('2025-04-01', '2026-07-24'), (on) =>
    quoteSale(post, on, sourcesFor('US')),
  )
  const told = stepsBetween(periods).map(({ on, laws }) => [
    on,
    ...laws.map(({ effect, law }) => `${effect} ${law.title.slice(0, 21)}`),
  ])
  expect(told).toEqual([
    ['2025-05-02', 'begins Executive Order 14256', 'ends Tariff Act of 1930, s'],
    ['2025-05-14', 'changes Executive Order 14256'],
    ['2025-08-29', 'begins Executive Order 14324', 'ends Executive Order 14256'],
    ['2025-11-10', 'changes Executive Order 14324'],
    ['2026-02-24', 'begins Executive Order 14388', 'ends Executive Order 14324'],
  ])
})

test('the periods of days are those of their parts, joined', () => {
  const whole = quotePeriods(days('2026-06-01', '2026-08-01'), inGermany)
  const between = fc.integer({ min: 1, max: 31 }).map((day) => String(day).padStart(2, '0'))
  const border = fc.tuple(fc.constantFrom('2026-06', '2026-07'), between)
  fc.assert(
    fc.property(border, ([month, day]) => {
      const at = month === '2026-06' && day === '31' ? '2026-06-30' : `${month}-${day}`
      const parts = [days('2026-06-01', at), days(at, '2026-08-01')]
      const [earlier, later] = parts.map((part) => quotePeriods(part, inGermany))
      const joined = joinPeriods(earlier!, later!)
      expect(joined.map(({ from, until }) => [from, until])).toEqual(
        whole.map(({ from, until }) => [from, until]),
      )
    }),
    { numRuns: 8 },
  )
})

test('days that cannot be quoted are one period as long as the reason is the same', () => {
  const nothing = saleTo({ to: 'DE', currency: 'EUR', lines: [{ price: '200.00' }] })
  const withoutTariff = sourcesFor('EU', {
    tariffOf: ({ on }) => ({
      ok: false,
      failures: [{ code: 'not-covered', path: '/on', message: `Nothing on ${on}.` }],
    }),
  })
  const periods = quotePeriods(days('2026-01-01', '2026-03-01'), (on) =>
    quoteSale(nothing, on, withoutTariff),
  )
  expect(periods.map(({ outcome }) => outcome.kind)).toEqual(['refused'])
})

test('another rate of exchange is no change of law where the rates of one day are held', () => {
  const dollars = saleTo({
    ...{ to: 'DE', currency: 'USD', registrations: ['IOSS'] },
    lines: [{ price: '20.00' }],
  })
  const sources = sourcesFor('EU')
  const held = ratesHeld(sources.rates, localDate('2026-12-31'))
  if (!held.ok) throw new Error(held.failures[0].message)
  expect(held.value.period).toEqual({ from: '2026-09-01', until: '2026-10-01' })
  const quote = (on: string) =>
    quoteLandedCost(dollars, localDate(on), withRatesHeld(sources, held.value))
  const periods = quotePeriods(days('2024-01-01', '2027-01-01'), (on) =>
    quoteSale(dollars, on, withRatesHeld(sources, held.value)),
  )
  expect(periods.map(({ from }) => from)).toEqual(['2024-01-01', '2026-07-01'])
  const [before, after] = [quote('2024-01-01'), quote('2026-12-31')]
  if (!before.ok || !after.ok) throw new Error('the parcel is not quoted')
  const exact = { kind: 'exact', landedCost: before.value } as const
  expect(JSON.stringify(statingPeriod(exact, held.value))).toContain(
    '"period":{"from":"2026-09-01"',
  )
  expect(lawSteps(before.value, before.value)).toEqual([])
})

test('a code that is too short is a band over time, with the step of each of its limits', () => {
  const bags = saleTo({
    ...{ to: 'DE', currency: 'EUR', freight: { amount: '0', currency: 'EUR' } },
    lines: [{ price: '200.00', commodityCode: '4202' }],
  })
  const sources = sourcesFor('EU', {
    declarableBelow: (code) => ({
      areAll: true,
      codes: ['10', '90'].map((end) => ({ commodityCode: `${code}0000${end}`, description: {} })),
    }),
    tariffOf: (question) => {
      const { commodityCode = '' } = question.request.lines[0]!
      if (commodityCode.length === 10) {
        const raised = commodityCode.endsWith('90') && question.on >= '2026-03-01'
        return flatTariff(raised ? '9' : '5')(question)
      }
      const path = '/lines/0/commodityCode'
      const short = { code: 'commodity-code-not-declarable', path, message: 'too short' } as const
      return { ok: false, failures: [short] }
    },
  })
  const periods = quotePeriods(days('2026-02-01', '2026-04-01'), (on) =>
    quoteSale(bags, on, sources),
  )
  expect(periods.map(({ from, outcome }) => [from, outcome.kind])).toEqual([
    ['2026-02-01', 'range'],
    ['2026-03-01', 'range'],
  ])
  const [step] = stepsBetween(periods)
  expect([step!.change, step!.changeOfHighest].map((one) => one?.difference.amount)).toEqual([
    '0',
    '9.52',
  ])
})

test('rates of days before the first that is loaded are not made up', () => {
  const early = ratesHeld(sourcesFor('EU').rates, localDate('2001-01-01'))
  expect(early.ok ? [] : early.failures.map(({ code }) => code)).toEqual(['exchange-rate-missing'])
})
