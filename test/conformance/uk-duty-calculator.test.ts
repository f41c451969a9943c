import { Big } from 'big.js'
import { describe, expect, it } from 'vitest'
import { answerDuty } from '../../src/cli/answer-duty.ts'
import { applicableExpression } from '../../src/customs/duty/applicable-expression.ts'
import { addDecimals, decimal } from '../../src/customs/money/decimal.ts'
import { measurementUnits, valueOf } from '../gb-reference-data.ts'
import { hasSharedMaterial, sharedMaterialAbsent } from '../shared-material.ts'
import { commodityDuty, displayed } from './uk-duty-commodities.ts'
import { classOf, type DutyVector, dutyVectors, type VectorClass } from './uk-duty-vectors.ts'

const units = measurementUnits()

/** How many vectors the shared part has of each kind, so that none is passed over in silence. */
const counts: Readonly<Record<VectorClass, number>> = {
  'duty of components': 37,
  'duties and VAT of a commodity': 28,
  'sum of charges': 2,
  'choice of components': 1,
  'no arithmetic: name and order of an option': 11,
  'no arithmetic: option without a figure': 1,
  'no arithmetic: look-up of an exchange rate': 3,
  'no arithmetic: choice between the tariffs for Northern Ireland': 8,
  'no arithmetic: kind of a VAT measure or of a free one': 5,
}

const vectors = hasSharedMaterial ? dutyVectors() : []
const of = (wanted: VectorClass): readonly (readonly [string, DutyVector])[] =>
  vectors.filter((vector) => classOf(vector) === wanted).map((vector) => [vector.id, vector])

describe.skipIf(!hasSharedMaterial)(
  `the worked figures of the UK duty calculator (${sharedMaterialAbsent})`,
  () => {
    it('are all of a known kind, and none is missing', () => {
      const found = Object.fromEntries(
        Object.keys(counts).map((name) => [name, of(name as VectorClass).length]),
      )
      expect(found).toEqual(counts)
      expect(vectors.filter((vector) => classOf(vector) === undefined)).toEqual([])
    })

    it.each(of('duty of components'))('%s is the duty of its components', (id, vector) => {
      const answer = answerDuty({ id, fields: vector.input }, units)
      const { duty, dutyDisplay } = answer as { duty: string; dutyDisplay: string }
      expectNear(duty, vector.expected['duty'])
      expect(dutyDisplay).toBe(vector.expected['duty_display'])
      expect(answer).not.toHaveProperty('ignored')
    })

    it.each(of('duties and VAT of a commodity'))('%s adds up', (_, { input, expected }) => {
      const ours = commodityDuty({ id: _, input, expected })
      expectNear(ours.importDuty, expected['import_duty'])
      const shown = {
        customs_value_display: displayed(ours.customsValue),
        import_duty_display: displayed(ours.importDuty),
        safeguard_display: shownIfCharged(ours.others['safeguard_696']),
        additional_duties_display: shownIfCharged(ours.others['additional_duties_695']),
        anti_dumping_display: shownIfCharged(ours.others['anti_dumping_552']),
        vat_base_display: displayed(ours.vatBase),
        vat_display: displayed(ours.vat),
        duty_total_display: displayed(ours.total),
      }
      expect(shown).toMatchObject(displaysOf(expected))
      const { vat, stacked_duties } = expected as Nested
      expect(displayed(ours.vat)).toBe(vat?.amount_display ?? displayed(ours.vat))
      const listed = (stacked_duties ?? []).map(({ amount_display }) => amount_display)
      const stacked = (stacked_duties ?? []).map((_, index) => ours.others[String(index)])
      expect(stacked.map(shownIfCharged)).toEqual(listed)
    })

    it.each(of('sum of charges'))('%s adds unrounded parts', (_, { input, expected }) => {
      const parts = ['import_duty', 'excise_or_additional', 'vat'].map((name) => input[name] ?? '0')
      const total = addDecimals(...parts.map((part) => decimal(part as string)))
      expect(displayed(total)).toBe(expected['duty_total_display'])
    })

    it.each(of('choice of components'))('%s is chosen by us too', (_, { input, expected }) => {
      const percent = (text: string) => [{ kind: 'ad-valorem', percent: decimal(text) }] as const
      const rates = { standard: percent('1'), resolved: percent('2'), document: percent('3') }
      const condition = { conditionCode: 'B', actionCode: '27', documentCode: 'X' }
      const chosen = valueOf(
        applicableExpression(
          {
            ...(input['standard'] === true && { standard: rates.standard }),
            ...(input['resolved'] === true && { resolved: rates.resolved }),
            conditions: [{ ...condition, expression: rates.document }],
            documents: input['matching_document_condition'] === true ? ['X'] : [],
          },
          { quantities: new Map(), units },
          '',
        ),
      )
      const used = rates[expected['components_used'] as keyof typeof rates]
      expect(chosen).toEqual({ outcome: 'applies', expression: used })
    })
  },
)

interface Nested {
  readonly vat?: { readonly amount_display: string }
  readonly stacked_duties?: readonly { readonly amount_display: string }[]
}

function displaysOf(expected: DutyVector['expected']): object {
  return Object.fromEntries(Object.entries(expected).filter(([name]) => name.endsWith('_display')))
}

function shownIfCharged(amount: Parameters<typeof displayed>[0] | undefined): string | null {
  return amount === undefined ? null : displayed(amount)
}

/** Floats stand behind the published figures, so a millionth is what they can be trusted to. */
function expectNear(ours: string, published: unknown): void {
  const difference = new Big(ours).minus(String(published)).abs()
  expect(difference.lte('0.000001'), `${ours} is not ${String(published)}`).toBe(true)
}
