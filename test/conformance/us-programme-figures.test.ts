import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { localDate } from '../../src/customs/calendar/local-date.ts'
import { addDecimals, decimal, multiplyDecimals } from '../../src/customs/money/decimal.ts'
import { round } from '../../src/customs/money/rounding.ts'
import { stackingLaw } from '../../src/customs/programmes/read-stacking-law.ts'
import { sampleProgrammes, valueOf } from '../../src/customs/programmes/programmes.fixture.ts'
import { type StackingLaw, stackProgrammes } from '../../src/customs/programmes/stack-programmes.ts'
import type { ProgrammeStack } from '../../src/customs/programmes/stacking.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'
import { sharedStackingLaw } from '../us-programmes.ts'

/** A worked figure of a line with additional duties. */
interface Figure {
  readonly id: string
  readonly status: string
  readonly input: {
    readonly hts?: string
    readonly origin?: string
    readonly value?: string
    readonly entry_date?: string
    readonly base_rate?: string
    readonly minimum_total?: string
    readonly ch99?: readonly (readonly [string, string])[]
  }
  readonly expected: Readonly<Record<string, string | boolean>>
}

/** The figures that are about additional duties and not marked as unverified. */
function figures(): readonly Figure[] {
  if (!hasSharedMaterial) return []
  const file = sharedPath('vectors', 'duty', 'other-countries_part.json')
  const { us } = JSON.parse(readFileSync(file, 'utf8')) as { readonly us: readonly Figure[] }
  return us.filter(
    ({ status, input }) =>
      !status.startsWith('unverified') &&
      (input.ch99 !== undefined || input.minimum_total !== undefined),
  )
}

const percent = (rate: string) => rate.replace('%', '')

/** A law that says what the figure says: its headings with their rates, or its minimum total. */
function lawOf({ input }: Figure): StackingLaw {
  const rates = (input.ch99 ?? []).map(([label, rate], index) => ({
    heading: /9903\.\d\d\.\d\d/.exec(label)?.[0] ?? `9903.99.0${index}`,
    ...(percent(rate) === '0' ? { mode: 'exempts' } : { mode: 'adds', percent: percent(rate) }),
  }))
  const total = input.minimum_total === undefined ? [] : [input.minimum_total]
  const provisions = [
    ...rates,
    ...total.map((rate) => ({
      heading: '9903.99.10',
      mode: 'minimum-total',
      percent: percent(rate),
    })),
  ]
  const programmes = sampleProgrammes(
    provisions.map((provision, index) => ({ id: `programme-${index}`, provisions: [provision] })),
  )
  return stackingLaw({ programmes, lists: [] })
}

const cents = (amount: string) => round(decimal(amount), 2, 'half-up')

describe.skipIf(!hasSharedMaterial)(
  `US additional duties (${hasSharedMaterial ? 'worked figures' : sharedMaterialAbsent})`,
  () => {
    it('are given', () => {
      expect(figures()).not.toHaveLength(0)
    })

    it.each(figures())('$id', (figure) => {
      const { input, expected } = figure
      const value = decimal(input.value ?? '0')
      const duty = multiplyDecimals(
        multiplyDecimals(value, decimal(percent(input.base_rate ?? '0%'))),
        decimal('0.01'),
      )
      const { charges, additionalDutyUsd }: ProgrammeStack = valueOf(
        stackProgrammes(lawOf(figure), {
          code: (input.hts ?? '').replaceAll('.', '').padEnd(2, '0'),
          origin: input.origin ?? '',
          entered: localDate(input.entry_date ?? '2026-08-01'),
          enteredValueUsd: value,
          scheduleDutyUsd: duty,
          facts: {},
        }),
      )
      const amounts = charges.map(({ amountUsd }) => cents(amountUsd))
      for (const part of ['s301', 's232', 'top_up']) {
        const amount = expected[part]
        if (typeof amount === 'string') expect(amounts).toContain(cents(amount))
      }
      const base = expected.base ?? expected.mfn
      if (typeof base === 'string') expect(cents(duty)).toBe(base)
      const total = expected.total_duty ?? expected.total
      const fees = typeof expected.fees === 'string' ? expected.fees : '0'
      const sum = addDecimals(cents(duty), cents(additionalDutyUsd), decimal(fees))
      expect(cents(sum)).toBe(total)
    })

    it('come out alike by the shipped law, where a figure states goods and day', () => {
      const law = sharedStackingLaw()
      const additional = (code: string, origin: string, amounts: readonly [string, string]) =>
        valueOf(
          stackProgrammes(law, {
            code,
            origin,
            entered: localDate('2026-08-24'),
            enteredValueUsd: decimal(amounts[0]),
            scheduleDutyUsd: decimal(amounts[1]),
            facts: {},
          }),
        ).charges.map(({ heading, amountUsd }) => `${heading} ${amountUsd}`)
      expect(additional('7326908688', 'CN', ['14172', '410.988'])).toEqual([
        '9903.88.03 3543',
        '9903.05.90 0',
        '9903.82.02 7086',
      ])
      expect(additional('6109100012', 'VN', ['10000', '1650'])).toEqual(['9903.05.84 1250'])
      expect(additional('8481809050', 'DE', ['10000', '400'])).toEqual(['9903.05.39 600'])
    })
  },
)
