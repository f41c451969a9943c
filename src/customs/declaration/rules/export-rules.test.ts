import { describe, expect, it } from 'vitest'
import { ruleContext } from '../../../../test/rule-context.ts'
import { decimal } from '../../money/decimal.ts'
import { money } from '../../money/money.ts'
import type { Declaration } from '../declaration.ts'
import { exportFacts, exportItemFacts } from '../export-facts.fixture.ts'
import {
  fillExportDeclaration,
  fillSimplifiedExportDeclaration,
} from '../fill-export-declaration.ts'
import type { GoodsItem } from '../goods-item.ts'
import { origin } from '../import-facts.fixture.ts'
import type { DataSet } from './data-set.ts'
import { exportItemRules } from './export-item-rules.ts'
import { exportRules } from './export-rules.ts'

const rules = [...exportRules, ...exportItemRules]

function full(): Declaration {
  const filled = fillExportDeclaration(exportFacts)
  if (!filled.ok) throw new Error(filled.failures[0].message)
  return filled.value.declaration
}

function simplified(): Declaration {
  const held = { typeCode: 'SDE', holderEori: 'GB553202734852', documentCode: 'C512' }
  const authorisations = [{ ...held, decisionNumber: 'GBSDE1', ...origin('authorisation') }]
  const filled = fillSimplifiedExportDeclaration({ ...exportFacts, authorisations })
  if (!filled.ok) throw new Error(filled.failures[0].message)
  return filled.value.declaration
}

/** The declaration without one of its fields. */
function without(field: keyof Declaration, from = full()): Declaration {
  return Object.fromEntries(
    Object.entries(from).filter(([key]) => key !== field),
  ) as unknown as Declaration
}

function withItem(changes: Partial<GoodsItem>, from = full()): Declaration {
  const { goodsShipment } = from
  const goodsItems = goodsShipment?.goodsItems?.map((item) => ({ ...item, ...changes })) ?? []
  return { ...from, goodsShipment: { ...goodsShipment, goodsItems } }
}

const classified = (...classifications: readonly { code: string; typeCode: string }[]) =>
  withItem({ commodity: { description: 'Shirts', classifications } })

const weighing = (netKg: string, grossKg: string) =>
  withItem({
    commodity: {
      goodsMeasure: {
        netMass: { value: decimal(netKg) },
        grossMass: { value: decimal(grossKg) },
      },
    },
  })

const rejected = (transactionNatureCode: string) =>
  withItem({
    transactionNatureCode,
    governmentProcedures: [{ currentCode: '10', previousCode: '40' }, { currentCode: '3RI' }],
  })

/** By rule: declarations that break it, and in which data set. */
const planted: Readonly<Record<string, readonly (readonly [string, Declaration, DataSet?])[]>> = {
  'export-fields-declared': [
    ['without office of exit', without('exitOffice')],
    ['without mode of transport', without('borderTransportMeans')],
    ['without total of packages', without('totalPackageQuantity')],
    ['without declarant', without('declarant')],
    [
      'simplified, without container indicator',
      { ...simplified(), goodsShipment: { consignment: { goodsLocation: { name: 'LHR' } } } },
      'c1',
    ],
  ],
  'export-destination-abroad': [
    ['to nowhere', { ...full(), goodsShipment: { goodsItems: [{ sequenceNumber: 1 }] } }],
    ['to Great Britain', withItem({ destination: { countryCode: 'GB' } })],
  ],
  'export-consignee-named': [
    ['to nobody', { ...full(), goodsShipment: { goodsItems: [{ sequenceNumber: 1 }] } }],
    ['to a name without address', withItem({ consignee: { name: 'Sample Stores Inc.' } })],
  ],
  'export-exporter-identified': [['without exporter', without('exporter')]],
  'export-self-representation-stated': [['of nobody for nobody', without('agent')]],
  'export-goods-described': [
    ['without description', withItem({ commodity: {} })],
    ['without packages', withItem({ packagings: [] })],
  ],
  'export-commodity-code': [
    ['of ten digits', classified({ code: '6109100010', typeCode: 'TSP' })],
    ['without code', withItem({ commodity: { description: 'Shirts' } })],
    [
      'with the two digits of imports',
      classified({ code: '61091000', typeCode: 'TSP' }, { code: '10', typeCode: 'TRC' }),
    ],
  ],
  'export-masses-declared': [
    ['without masses', withItem({ commodity: { description: 'Shirts' } })],
    ['net over gross', weighing('3', '2.9')],
    ['of nothing', weighing('0', '2')],
  ],
  'export-statistical-value-in-pounds': [
    ['in dollars', withItem({ statisticalValue: money('1', 'USD') })],
    ['of nothing', withItem({ statisticalValue: money('0', 'GBP') })],
  ],
  'export-transaction-nature-declared': [
    [
      'without nature',
      { ...full(), goodsShipment: { goodsItems: [{ sequenceNumber: 1, commodity: {} }] } },
    ],
  ],
  'export-rejected-goods-return': [['sold', rejected('11')]],
  'export-safety-data-whole': [
    ['in part', { ...full(), consignment: { freight: { paymentMethodCode: 'A' } } }],
    [
      'on another way',
      {
        ...full(),
        consignment: {
          ...full().consignment,
          itineraries: [{ sequenceNumber: 1, routingCountryCode: 'CA' }],
        },
      },
    ],
  ],
  'simplified-export-authorised': [
    ['without holder', without('authorisationHolders', simplified()), 'c1'],
    ['without document', withItem({ additionalDocuments: [] }, simplified()), 'c1'],
  ],
}

const cases = Object.entries(planted).flatMap(([id, declarations]) =>
  declarations.map(([what, declaration, dataSet = 'b1' as const]) => ({
    ...{ id, what, declaration, dataSet },
  })),
)

describe('rules of exports', () => {
  it.each(cases)('$id finds one $what', ({ id, declaration, dataSet }) => {
    const rule = rules.find((each) => each.id === id)
    expect(rule?.dataSets).toContain(dataSet)
    expect(rule?.breaches(declaration, { ...ruleContext, dataSet })).not.toEqual([])
  })

  it('are kept by what is filled, in full and simplified', () => {
    const broken = (declaration: Declaration, dataSet: DataSet) =>
      rules
        .filter(({ dataSets }) => dataSets.includes(dataSet))
        .flatMap((rule) => rule.breaches(declaration, { ...ruleContext, dataSet }))
    expect(broken(full(), 'b1')).toEqual([])
    expect(broken(simplified(), 'c1')).toEqual([])
  })

  it('let goods that leave Northern Ireland go to Great Britain, and rejected goods go back', () => {
    const rule = (id: string) => rules.find((each) => each.id === id)
    const toBritain = withItem({
      destination: { countryCode: 'GB' },
      additionalInformation: [{ statementCode: 'NIEXP' }],
    })
    expect(rule('export-destination-abroad')?.breaches(toBritain, ruleContext)).toEqual([])
    expect(rule('export-rejected-goods-return')?.breaches(rejected('21'), ruleContext)).toEqual([])
  })

  it('ask for no mode of transport at a port of reduced capacity', () => {
    const facts = {
      ...without('borderTransportMeans'),
      additionalInformation: [{ statementCode: 'RRS01' }],
    }
    const [rule] = rules.filter(({ id }) => id === 'export-fields-declared')
    expect(rule?.breaches(facts, { ...ruleContext, dataSet: 'b1' })).toEqual([])
  })

  it('let a simplified export leave its commodity code to the supplementary', () => {
    const rule = rules.find(({ id }) => id === 'export-commodity-code')
    const { goods } = exportItemFacts
    const uncoded = withItem({ commodity: { description: goods.description } }, simplified())
    expect(rule?.breaches(uncoded, { ...ruleContext, dataSet: 'c1' })).toEqual([])
  })
})
