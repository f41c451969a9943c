import { describe, expect, it } from 'vitest'
import { decimal } from '../money/decimal.ts'
import { money } from '../money/money.ts'
import { checkDeclaration, rulesNotJudged } from './check-declaration.ts'
import type { Declaration, GoodsShipment } from './declaration.ts'
import { fillImportDeclaration } from './fill-import-declaration.ts'
import type { ImportDeclarationFacts } from './fill-input.ts'
import type { Commodity, GoodsItem } from './goods-item.ts'
import { goodsItemFacts, importFacts, origin } from './import-facts.fixture.ts'
import { ruleContext } from '../../../test/rule-context.ts'
import type { RuleContext } from './rules/rule.ts'
import { rulesOf } from './rules/rule-sets.ts'

function declarationOf(changes: Partial<ImportDeclarationFacts> = {}): Declaration {
  const result = fillImportDeclaration({ ...importFacts, ...changes })
  if (!result.ok) throw new Error(result.failures[0].message)
  return result.value.declaration
}

const standard = declarationOf()

const lowValue = declarationOf({
  vat: { kind: 'charged-at-sale', ...origin('vat') },
  goodsItems: [
    {
      ...goodsItemFacts,
      regime: { ...goodsItemFacts.regime, additionalProcedures: ['C07', '1RV'] },
      statements: [{ code: 'RVAT1', ...origin('lane') }],
    },
  ],
})

/** A declaration that claims a relief which goes by why the goods travel. */
function relieved(additionalProcedures: readonly string[], previousProcedure = '00'): Declaration {
  const requestedProcedure = previousProcedure === '00' ? '40' : '61'
  const regime = { ...goodsItemFacts.regime, additionalProcedures }
  return declarationOf({
    goodsItems: [
      { ...goodsItemFacts, regime: { ...regime, requestedProcedure, previousProcedure } },
    ],
  })
}

const returnedGoods = withShipment(
  {
    previousDocuments: [
      ...(standard.goodsShipment?.previousDocuments ?? []),
      { categoryCode: 'Z', typeCode: 'MRN', id: '24GBA1B2C3D4E5F6G7' },
    ],
  },
  relieved(['F05'], '10'),
)

const lowValueContext = {
  ...ruleContext,
  lowValue: { intrinsicValue: money('45.10', 'GBP'), limit: money('135', 'GBP') },
}

function withShipment(changes: Partial<GoodsShipment>, declaration = standard): Declaration {
  return { ...declaration, goodsShipment: { ...declaration.goodsShipment, ...changes } }
}

function withItem(changes: Partial<GoodsItem>, declaration = standard): Declaration {
  const [item] = declaration.goodsShipment?.goodsItems ?? []
  if (item === undefined) throw new Error('the declaration has no item')
  return withShipment({ goodsItems: [{ ...item, ...changes }] }, declaration)
}

function withCommodity(changes: Partial<Commodity>): Declaration {
  const commodity = standard.goodsShipment?.goodsItems?.[0]?.commodity
  return withItem({ commodity: { ...commodity, ...changes } })
}

const { agent: _agent, ...withoutAgent } = standard
const { additionalDocuments: _account, ...withoutAccount } = standard
const { invoiceAmount: _total, ...withoutInvoiceTotal } = standard

/** One declaration for each rule that breaks it, and nothing else but what follows from that. */
const broken: Readonly<Record<string, Declaration>> = {
  'declaration-type-fits': { ...standard, typeCode: 'EXA' },
  'lrn-form': { ...standard, lrn: 'this reference is far too long' },
  'item-count-agrees': { ...standard, goodsItemQuantity: 2 },
  'item-numbers-run': withItem({ sequenceNumber: 2 }),
  'total-packages-agree': { ...standard, totalPackageQuantity: 7 },
  'ducr-form': withShipment({
    previousDocuments: [{ categoryCode: 'Z', typeCode: 'DCR', id: 'no reference' }],
  }),
  'declarant-has-uk-eori': { ...standard, declarant: { id: 'DE123' } },
  'importer-and-exporter-named': { ...standard, exporter: { name: 'Only a name' } },
  'eori-form': withShipment({ importer: { id: 'GB12' } }),
  'seller-declared-once': withShipment(
    { seller: { name: 'Shop' } },
    withItem({ seller: { name: 'Other shop' } }),
  ),
  'seller-is-not-exporter': withItem({ seller: standard.exporter! }),
  'representation-consistent': withoutAgent,
  'goods-location-complete': withShipment({
    consignment: { ...standard.goodsShipment?.consignment, goodsLocation: { name: 'LHRLHRLHR' } },
  }),
  'border-mode': { ...standard, borderTransportMeans: { registrationNationalityCode: 'GB' } },
  'arrival-identity': withShipment({
    consignment: { ...standard.goodsShipment?.consignment, arrivalTransportMeans: { id: 'BA38' } },
  }),
  'border-nationality': { ...standard, borderTransportMeans: { modeCode: '4' } },
  'container-indicator-agrees': withShipment({
    consignment: {
      ...standard.goodsShipment?.consignment,
      transportEquipment: [{ sequenceNumber: 1, id: 'MSCU1234567' }],
    },
  }),
  'container-numbers-declared': withShipment({
    consignment: { ...standard.goodsShipment?.consignment, containerCode: '1' },
  }),
  'countries-declared': withShipment({ destination: {} }),
  'item-price-declared': withCommodity({ invoiceLine: {} }),
  'invoice-total-declared': withoutInvoiceTotal,
  'invoice-total-agrees': { ...standard, invoiceAmount: money('399.99', 'CNY') },
  'delivery-terms-declared': withShipment({ tradeTerms: { conditionCode: 'FOB' } }),
  'carriage-added-once': withShipment({ customsValuation: {} }),
  'transaction-value-evidenced': withItem({ valuationAdjustment: {} }),
  'code-listed-valuation-method': withItem({ customsValuation: { methodCode: '9' } }),
  'description-declared': withCommodity({ description: 'two\nlines' }),
  'commodity-code-complete': withCommodity({
    classifications: [{ code: '61091000', typeCode: 'TSP' }],
  }),
  'masses-plausible': withCommodity({
    goodsMeasure: { grossMass: { value: decimal('1') }, netMass: { value: decimal('1.001') } },
  }),
  'procedures-declared': withItem({
    governmentProcedures: [{ currentCode: '40', previousCode: '00' }],
  }),
  'origin-declared': withItem({ origins: [{ countryCode: 'CN', typeCode: '2' }] }),
  'preference-proved': withCommodity({
    dutyTaxFees: [{ dutyRegimeCode: '300', typeCode: 'A00', payment: { methodCode: 'E' } }],
  }),
  'packages-declared': withItem({
    packagings: [{ sequenceNumber: 1, packageQuantity: 1, typeCode: 'CT' }],
  }),
  'document-status-declared': withItem({
    additionalDocuments: [
      { categoryCode: 'N', typeCode: '935', id: 'INV-1' },
      { categoryCode: 'C', typeCode: '506', id: 'GBDPO1108654' },
      { categoryCode: 'C', typeCode: '505', id: 'GBCGU1' },
    ],
  }),
  'deferment-account-declared': withoutAccount,
  'deferment-authorised': {
    ...standard,
    authorisationHolders: [{ id: 'GB553202734852', categoryCode: 'CGU' }],
  },
  'guarantee-complete': { ...standard, obligationGuarantees: [] },
  'postponed-vat-number': withShipment({ taxParties: [{ id: 'FR123457845', roleCode: 'FR1' }] }),
  'characters-can-be-sent': withCommodity({ description: 'bell\u0007' }),
  'vat-relief-permitted': withItem({
    governmentProcedures: [{ currentCode: '40', previousCode: '00' }, { currentCode: '1RV' }],
  }),
  'vat-relief-stated': withItem({ additionalInformation: [{ statementCode: 'RVAT1' }] }),
  'relieved-vat-not-paid': withItem(
    {
      commodity: {
        ...lowValue.goodsShipment?.goodsItems?.[0]?.commodity,
        dutyTaxFees: [{ dutyRegimeCode: '100', typeCode: 'B00', payment: { methodCode: 'E' } }],
      },
    },
    lowValue,
  ),
  'gift-for-the-whole-consignment': withShipment({
    goodsItems: [
      ...(relieved(['C08']).goodsShipment?.goodsItems ?? []),
      ...(standard.goodsShipment?.goodsItems ?? []),
    ],
  }),
  'returned-goods-procedure': relieved(['F01']),
  'returned-goods-exported-before': relieved(['F05'], '10'),
  'low-value-for-the-whole-consignment': {
    ...withShipment(
      {
        goodsItems: [
          ...(lowValue.goodsShipment?.goodsItems ?? []),
          ...(standard.goodsShipment?.goodsItems ?? []),
        ],
      },
      lowValue,
    ),
  },
}

describe('the rules of an import declaration', () => {
  it('have nothing against a complete standard declaration', () => {
    expect(checkDeclaration(standard, ruleContext)).toEqual([])
  })

  it('have nothing against a complete declaration of low value', () => {
    expect(checkDeclaration(lowValue, lowValueContext)).toEqual([])
  })

  it('have nothing against a gift and against returned goods that name their export', () => {
    expect(checkDeclaration(relieved(['C08']), lowValueContext)).toEqual([])
    expect(checkDeclaration(returnedGoods, lowValueContext)).toEqual([])
  })

  it.each(Object.entries(broken))('%s is found where it is broken', (rule, declaration) => {
    const found = checkDeclaration(declaration, lowValueContext)
    expect(found.map((finding) => finding.rule)).toContain(rule)
  })

  it('low-value-within-limit is found where the goods are worth more', () => {
    const context = {
      ...ruleContext,
      lowValue: { intrinsicValue: money('135.01', 'GBP'), limit: money('135', 'GBP') },
    }
    expect(checkDeclaration(lowValue, context)).toMatchObject([{ rule: 'low-value-within-limit' }])
    const gift = checkDeclaration(relieved(['C08']), context)
    expect(gift).toMatchObject([{ rule: 'gift-within-limit' }])
  })

  it('are named by declarations that break them', () => {
    const ids = new Set(rulesOf('h1').map(({ id }) => id))
    expect(Object.keys(broken).filter((id) => !ids.has(id))).toEqual([])
  })

  it('are not judged, and named, where a fact of the case is absent', () => {
    const { lowValue: _value, ...bare } = lowValueContext
    expect(checkDeclaration(lowValue, bare)).toEqual([])
    const named = (declaration: Declaration, context: RuleContext) =>
      rulesNotJudged(declaration, context).map(({ id }) => id)
    expect(named(lowValue, bare)).toContain('low-value-within-limit')
    expect(named(lowValue, lowValueContext)).not.toContain('low-value-within-limit')
    expect(named(standard, bare)).not.toContain('low-value-within-limit')
  })

  it('say where, what, how to mend and after which data element', () => {
    expect(checkDeclaration({ ...standard, goodsItemQuantity: 3 }, ruleContext)).toEqual([
      {
        code: 'declaration-invalid',
        path: '/goodsItemQuantity',
        message: '3 goods items are declared, 1 follow.',
        mend: 'Declare the number of goods items that follow.',
        zh: { message: '申报的货物项数目为3，实际有1项。', mend: '请申报随后货物项的数目。' },
        rule: 'item-count-agrees',
        severity: 'error',
        dataElement: '1/9',
      },
    ])
  })

  it('refuse carriage that is added to a CIF price', () => {
    const declaration = withShipment({
      tradeTerms: { conditionCode: 'CIF', locationId: 'GBLHR' },
    })
    expect(checkDeclaration(declaration, ruleContext)).toMatchObject([
      { rule: 'carriage-added-once' },
    ])
  })
})
