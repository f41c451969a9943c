import { describe, expect, it } from 'vitest'
import { measurementUnits, valueOf } from '../../../../test/gb-reference-data.ts'
import { money } from '../../money/money.ts'
import { readDutyQuestion } from './read-duty-question.ts'

const units = measurementUnits()
const read = (question: object) => readDutyQuestion(question, units)
const component = (change: object = {}) => ({
  ...{ duty_expression_id: '01', duty_amount: '8', monetary_unit: null },
  ...{ measurement_unit: null, qualifier: null, ...change },
})
const condition = (change: object = {}) => ({
  ...{ condition_code: 'E', action_code: '01', document_code: '' },
  ...{ condition_duty_amount: 3.4, condition_measurement_unit_code: 'ASV' },
  ...{ requirement_operator: '=<', components: [component()], ...change },
})

describe('a question in the names of the UK Trade Tariff service', () => {
  it('has goods, carriage and insurance in the customs value', () => {
    const customs_value = { currency: 'GBP', goods: '1000', shipping: '250.89', insurance: 10 }
    const { facts } = valueOf(read({ components: [component()], customs_value }))
    expect(facts.customsValue).toEqual(money('1260.89', 'GBP'))
  })

  it('is worked out in pounds where no customs value says otherwise', () => {
    expect(valueOf(read({ components: [component()] })).facts).toMatchObject({ currency: 'GBP' })
    const customs_value = { currency: 'EUR', goods: '1' }
    expect(valueOf(read({ customs_value })).facts).toMatchObject({ currency: 'EUR' })
  })

  it('takes JSON numbers by their shortest decimal form', () => {
    const { rates } = valueOf(read({ components: [component({ duty_amount: 0.1 })] }))
    expect(rates.standard).toEqual([{ kind: 'ad-valorem', percent: '0.1' }])
    expect(read({ components: [component({ duty_amount: 1e-7 })] })).toMatchObject({
      failures: [{ path: '/components/0/duty_amount' }],
    })
  })

  it('says once what is wrong with a figure', () => {
    const wrong = read({ components: [component({ duty_amount: '1,5' })] })
    expect(wrong.ok ? [] : wrong.failures).toHaveLength(1)
  })

  it('keeps the retail price apart from the quantities', () => {
    const { facts } = valueOf(read({ quantities: { RET: '4000', mil: '10' } }))
    expect(facts.retailPrice).toEqual(money('4000', 'GBP'))
    expect([...facts.quantities]).toEqual([['MIL', '10']])
  })

  it('names the fields that mean nothing here', () => {
    expect(valueOf(read({ components: [component()], quantites: {} })).ignored).toEqual([
      'quantites',
    ])
  })

  it('knows the documents that are presented, or that none is', () => {
    const documentsOf = (question: object) => valueOf(read(question)).rates.documents
    expect(documentsOf({})).toBeUndefined()
    expect(documentsOf({ documents: [] })).toEqual([])
    expect(documentsOf({ document_code: 'None' })).toEqual([])
    expect(documentsOf({ documents: ['Y900'], document_code: 'D008' })).toEqual(['Y900', 'D008'])
  })

  it('reads conditions with their document, limit and rate', () => {
    const conditions = [
      condition(),
      condition({ document_code: 'D008', requirement_operator: '>' }),
    ]
    expect(valueOf(read({ conditions })).rates.conditions).toEqual([
      {
        ...{ conditionCode: 'E', actionCode: '01' },
        threshold: { comparison: 'at-most', amount: '3.4', unit: 'ASV' },
        expression: [{ kind: 'ad-valorem', percent: '8' }],
      },
      expect.objectContaining({
        documentCode: 'D008',
        threshold: { comparison: 'above', amount: '3.4', unit: 'ASV' },
      }),
    ])
  })

  it('takes the components of a condition that holds before all others', () => {
    const { rates } = valueOf(
      read({
        components: [component()],
        resolved_components: [component({ duty_amount: '7' })],
        condition_components: [component({ duty_amount: '6' })],
      }),
    )
    expect(rates).toEqual({ standard: [{ kind: 'ad-valorem', percent: '6' }], conditions: [] })
  })
})

describe('multipliers', () => {
  const quantitiesOf = (unit_multipliers: object, quantities: object) =>
    Object.fromEntries(valueOf(read({ unit_multipliers, quantities })).facts.quantities)

  it('that only repeat what the units are change nothing of their own quantity', () => {
    expect(quantitiesOf({ 'LTR->HLT': '0.01' }, { LTR: '450' })).toEqual({ LTR: '450' })
  })

  it('let a weight answer for the qualified units that nothing else is known of', () => {
    const stated = { KGM: '750', KGMG: '800' }
    const { KGM, KGMG, DTNE, DTNG, DTNZ } = quantitiesOf({ 'KGM->DTN': '0.01' }, stated)
    expect({ KGM, KGMG, DTNE, DTNG, DTNZ }).toEqual({ ...stated, DTNE: '7.5' })
  })

  it('turn units of the asker’s own into units of the tariff', () => {
    expect(quantitiesOf({ 'BOX->NAR': '12' }, { BOX: '3' })).toMatchObject({ NAR: '36' })
  })
})

describe('a question that cannot be understood', () => {
  it.each([
    ['a negative quantity', { quantities: { KGM: '-1' } }, '/quantities/KGM'],
    ['a unit that is not known', { quantities: { KMG: '1' } }, '/quantities/KMG'],
    [
      'a currency of another form',
      { customs_value: { currency: 'pounds', goods: '1' } },
      '/customs_value/currency',
    ],
    ['a pair of no currencies', { exchange_rates: { EUR: '0.85' } }, '/exchange_rates/EUR'],
    [
      'a multiplier to no unit',
      { unit_multipliers: { 'KGM->XYZ': '1' } },
      '/unit_multipliers/KGM->XYZ',
    ],
    [
      'a multiplier that contradicts the units',
      { unit_multipliers: { 'KGM->DTN': '0.1' } },
      '/unit_multipliers/KGM->DTN',
    ],
    [
      'a component without its id',
      { components: [{ duty_amount: '8' }] },
      '/components/0/duty_expression_id',
    ],
    [
      'an expression that is not known',
      { components: [component({ duty_expression_id: '37' })] },
      '/components/0',
    ],
    [
      'a limit of the price',
      { conditions: [condition({ condition_monetary_unit_code: 'EUR' })] },
      '/conditions/0',
    ],
    [
      'a limit of no unit',
      { conditions: [condition({ condition_measurement_unit_code: null })] },
      '/conditions/0',
    ],
  ])('for %s is refused at its place', (_, question, path) => {
    const refused = read(question)
    expect(refused.ok ? [] : refused.failures.map((found) => found.path)).toContain(path)
  })
})
