import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ruleContext } from '../../../test/rule-context.ts'
import {
  hasSharedMaterial,
  sharedMaterialAbsent,
  sharedPath,
} from '../../../test/shared-material.ts'
import { checkStructureToWrite } from '../formats/uk-cds/check-structure.ts'
import { readDeclaration } from '../formats/uk-cds/read-declaration.ts'
import { declarationMessage, writeMessage } from '../formats/uk-cds/write-declaration.ts'
import { money } from '../money/money.ts'
import { checkDeclaration } from './check-declaration.ts'
import type { Declaration } from './declaration.ts'
import { fillH7Declaration } from './fill-h7-declaration.ts'
import { h7Facts, h7ItemFacts } from './h7-facts.fixture.ts'
import type { H7DeclarationFacts, H7ItemFacts } from './h7-facts.ts'
import { origin } from './import-facts.fixture.ts'

const context = {
  ...ruleContext,
  dataSet: 'h7' as const,
  lowValue: { intrinsicValue: money('42.00', 'GBP'), limit: money('135', 'GBP') },
}

function filled(changes: Partial<H7DeclarationFacts> = {}): Declaration {
  const result = fillH7Declaration({ ...h7Facts, ...changes })
  if (!result.ok) throw new Error(result.failures[0].message)
  return result.value.declaration
}

function rulesBroken(declaration: Declaration, lowValue = context.lowValue): readonly string[] {
  return checkDeclaration(declaration, { ...context, lowValue }).map(({ rule }) => rule)
}

function withItem(changes: Partial<H7ItemFacts>): Declaration {
  return filled({ goodsItems: [{ ...h7ItemFacts, ...changes }] })
}

function withoutFiscalReference(): Declaration {
  const { fiscalReference: _, ...facts } = h7Facts
  const result = fillH7Declaration(facts)
  if (!result.ok) throw new Error(result.failures[0].message)
  return result.value.declaration
}

const procedures = (...additionalProcedures: readonly string[]) => ({
  regime: { additionalProcedures, ...origin('regime') },
})

describe('a declaration of the super-reduced data set', () => {
  it('says value, carriage, relief and one stop shop, and nothing of taxes', () => {
    const { goodsShipment, typeCode } = filled()
    expect(typeCode).toBe('IMD')
    expect(goodsShipment).toMatchObject({
      customsValuation: { freightCharge: { amount: '5.00', currency: 'GBP' } },
      taxParties: [{ id: 'IM5532027340', roleCode: 'FR5' }],
    })
    expect(goodsShipment?.goodsItems).toEqual([
      {
        customsValueAmount: { amount: '42.00', currency: 'GBP' },
        sequenceNumber: 1,
        additionalDocuments: [
          { categoryCode: 'N', id: 'INV-1', typeCode: '935', statusCode: 'AC' },
        ],
        additionalInformation: [{ statementCode: 'NIIMP' }],
        commodity: {
          description: "Men's T-shirts of knitted cotton",
          classifications: [{ code: '610910', typeCode: 'TSP' }],
          goodsMeasure: { grossMass: { value: '0.4' } },
        },
        governmentProcedures: [
          { currentCode: '40', previousCode: '00' },
          { currentCode: '1H7' },
          { currentCode: 'C07' },
          { currentCode: 'F48' },
        ],
      },
    ])
  })

  it('keeps every rule of its data set and the structure of its message', () => {
    expect(rulesBroken(filled())).toEqual([])
    const message = declarationMessage(filled())
    expect(checkStructureToWrite(message).ok).toBe(true)
    const read = readDeclaration(writeMessage(message))
    expect(read.ok && read.value).toEqual(filled())
  })

  it('does with the eight digits of the nomenclature, not with ten', () => {
    const code = (commodityCode: string) => ({
      classification: { commodityCode, ...origin('classification') },
    })
    expect(rulesBroken(withItem(code('61091000')))).toEqual([])
    const facts = { ...h7Facts, goodsItems: [{ ...h7ItemFacts, ...code('6109100010') }] }
    expect(fillH7Declaration(facts)).toMatchObject({
      ok: false,
      failures: [{ code: 'commodity-code-not-declarable' }],
    })
  })

  it('of a gift names no fiscal reference', () => {
    const { fiscalReference: _, ...facts } = h7Facts
    const gift = fillH7Declaration({
      ...facts,
      goodsItems: [{ ...h7ItemFacts, ...procedures('1H7', 'C08') }],
    })
    expect(gift.ok && rulesBroken(gift.value.declaration)).toEqual([])
  })

  it.each<[string, () => Declaration, string]>([
    ['F48 without its number', () => withoutFiscalReference(), 'h7-one-stop-shop'],
    ['a number without F48', () => withItem(procedures('1H7', 'C07')), 'h7-one-stop-shop'],
    ['F48 beside a gift', () => withItem(procedures('1H7', 'C08', 'F48')), 'h7-one-stop-shop'],
    ['no relief', () => withItem(procedures('1H7', 'F48')), 'h7-one-relief'],
    [
      'two reliefs in one consignment',
      () =>
        filled({
          goodsItems: [h7ItemFacts, { ...h7ItemFacts, ...procedures('1H7', 'C08', 'F48') }],
        }),
      'h7-one-relief',
    ],
    [
      'no statement of the movement',
      () => withItem({ statements: [] }),
      'h7-movement-to-northern-ireland',
    ],
    [
      'a value of zero',
      () => withItem({ intrinsicValue: { amount: money('0', 'GBP'), ...origin('price') } }),
      'h7-intrinsic-value-stated',
    ],
    [
      'a customer without a UK VAT number',
      () =>
        filled({
          fiscalReference: { roleCode: 'FR2', id: 'DE123456789', ...origin('vat') },
          goodsItems: [{ ...h7ItemFacts, ...procedures('1H7', 'C07') }],
        }),
      'h7-customer-for-vat',
    ],
    [
      'no package',
      () => filled({ shipment: { ...h7Facts.shipment, totalPackages: 0 } }),
      'h7-packages-counted',
    ],
  ])('is found wrong with %s', (_what, declaration, rule) => {
    expect(rulesBroken(declaration())).toContain(rule)
  })

  it('is found wrong over the limit of value, and not at it', () => {
    const { limit } = context.lowValue
    const over = { intrinsicValue: money('135.01', 'GBP'), limit }
    expect(rulesBroken(filled(), over)).toEqual(['h7-value-within-limit'])
    expect(rulesBroken(filled(), { intrinsicValue: limit, limit })).toEqual([])
  })

  it('is found wrong with elements that belong to a full declaration', () => {
    const declaration = filled()
    const [item] = declaration.goodsShipment!.goodsItems!
    const taxed = {
      ...item!,
      origins: [{ countryCode: 'CN', typeCode: '1' }],
      commodity: { ...item!.commodity, dutyTaxFees: [{ typeCode: 'A00' }] },
    }
    const goodsShipment = { ...declaration.goodsShipment, goodsItems: [taxed] }
    expect(rulesBroken({ ...declaration, goodsShipment })).toEqual([
      'h7-nothing-beyond-the-data-set',
    ])
  })
})

describe.skipIf(!hasSharedMaterial)(`HMRC’s samples of H7 (${sharedMaterialAbsent})`, () => {
  it.each(['TT_IM067a/TT_IM067a', 'TT_IM068a/TT_IM068a', 'TT_IM124a/Step1_TT_IM124a'])(
    'keep every rule: %s',
    (sample) => {
      const read = readDeclaration(readFileSync(sharedPath(`messages/cds/samples/${sample}.xml`)))
      expect(read.ok && rulesBroken(read.value)).toEqual([])
    },
  )
})
