import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { localDate } from '../../src/customs/calendar/local-date.ts'
import { evaluateDuty } from '../../src/customs/duty/evaluate-duty.ts'
import {
  compareDecimals,
  decimal,
  type DecimalText,
  isZero,
  toBig,
} from '../../src/customs/money/decimal.ts'
import { money, subtract } from '../../src/customs/money/money.ts'
import { roundToStep } from '../../src/customs/landed-cost/round-to-step.ts'
import { holdsOn } from '../../src/customs/tariff/dated-rule.ts'
import { measurementUnits } from '../gb-reference-data.ts'
import { shippedDestination } from '../landed-cost.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'

interface PublishedLine {
  readonly type: string
  readonly rate: string | null
  readonly base: string | null
  readonly deduct: string | null
  readonly assessed: string
}

/** Why a line says nothing of our arithmetic, or that its figure is base times rate. */
type Reading =
  | 'base times rate, cut to the penny, less what is deducted'
  | 'no base or rate is stated'
  | 'the rate is printed with fewer decimals than it has'
  | 'nothing is assessed and nothing deducted: it is relieved elsewhere'
  | 'another figure than base times rate'

const units = measurementUnits()
const rule = shippedDestination('GB').rounding.find((one) => holdsOn(one, localDate('2026-11-22')))!

function publishedLines(): readonly PublishedLine[] {
  const file = readFileSync(sharedPath('vectors', 'duty', 'cds-tax-lines_part.json'), 'utf8')
  const notifications = JSON.parse(file) as readonly { readonly lines: readonly PublishedLine[] }[]
  return notifications.flatMap(({ lines }) => lines)
}

/** The tax by our evaluation and our rule of rounding. */
function taxOf(base: string, percent: string): DecimalText {
  const evaluation = evaluateDuty([{ kind: 'ad-valorem', percent: decimal(percent) }], {
    ...{ currency: 'GBP', customsValue: money(base, 'GBP') },
    ...{ quantities: new Map(), exchangeRates: [], units },
  })
  if (!evaluation.known) throw new Error('a percentage of a value needs nothing else')
  return roundToStep(evaluation.duty.amount, rule)
}

function readingOf({ base, rate, deduct, assessed }: PublishedLine): Reading {
  if (base === null || rate === null) return 'no base or rate is stated'
  const due = subtract(money(taxOf(base, rate), 'GBP'), money(deduct ?? '0', 'GBP')).amount
  if (compareDecimals(due, decimal(assessed)) === 0) {
    return 'base times rate, cut to the penny, less what is deducted'
  }
  if (isZero(decimal(assessed)) && isZero(decimal(deduct ?? '0'))) {
    return 'nothing is assessed and nothing deducted: it is relieved elsewhere'
  }
  return isPrintedShort(base, rate, assessed)
    ? 'the rate is printed with fewer decimals than it has'
    : 'another figure than base times rate'
}

/** Whether the true rate can begin with the printed one: 16.40 of 10000.00 is 0.164%, printed 0.16. */
function isPrintedShort(base: string, rate: string, assessed: string): boolean {
  const hundredfold = toBig(decimal(assessed)).times('100')
  const least = toBig(decimal(base)).times(rate)
  return hundredfold.gte(least) && hundredfold.lt(toBig(decimal(rate)).plus('0.01').times(base))
}

describe.skipIf(!hasSharedMaterial)(
  `the tax lines of the published CDS notifications (${sharedMaterialAbsent})`,
  () => {
    it('are base times rate by our rule, or say why they are not', () => {
      const lines = publishedLines()
      const readings = lines.map(readingOf)
      const counts = Object.fromEntries(
        [...new Set(readings)].toSorted().map((reading) => [reading, countOf(reading, readings)]),
      )
      expect(counts).toEqual({
        'base times rate, cut to the penny, less what is deducted': 192,
        'no base or rate is stated': 50,
        'nothing is assessed and nothing deducted: it is relieved elsewhere': 4,
        'the rate is printed with fewer decimals than it has': 1,
      })
    })
  },
)

function countOf(reading: Reading, readings: readonly Reading[]): number {
  return readings.filter((other) => other === reading).length
}
