import { describe, expect, it } from 'vitest'
import { assess } from '../../src/authority/assessment/assess.ts'
import { readDeclaration as readAtOffice } from '../../src/authority/message/read-declaration.ts'
import { checkDeclaration } from '../../src/authority/rules/check-declaration.ts'
import { officeKnowledge } from '../../src/authority/testing/office-knowledge.ts'
import { parseXml } from '../../src/authority/xml/parse-xml.ts'
import { clearanceRequestFormats } from '../../src/clearance/declaring/clearance-request-formats.ts'
import { declareOrder, type DeclaredOrder } from '../../src/clearance/preparation/declare-order.ts'
import { readReferenceData, referenceParts } from '../../src/clearance/reference-data.ts'
import type { LocalDate } from '../../src/customs/calendar/local-date.ts'
import type { Declaration } from '../../src/customs/declaration/declaration.ts'
import { money } from '../../src/customs/money/money.ts'
import { readDeclaration } from '../../src/customs/formats/uk-cds/read-declaration.ts'
import type { Order } from '../../src/customs/order/order.ts'
import { readDataFiles } from '../../src/platform/data-files.ts'
import { valueOf } from '../gb-reference-data.ts'
import { britishBook } from '../british-book.ts'
import { exampleOrder, exampleProfile } from '../shipped-examples.ts'

const reference = valueOf(
  readReferenceData(await readDataFiles(referenceParts), { book: britishBook() }),
)
const profile = await exampleProfile('e-commerce-platform')
const papers = await exampleOrder('papers-us-gb')
const parcel = await exampleOrder('parcel-gb-us-private')

function declared(
  format: 'uk-cds-c21i' | 'uk-cds-c21e',
  order: Order,
  additionalType: 'A' | 'D' = 'D',
): DeclaredOrder {
  return declareOrder({
    ...{ order, profile, reference, additionalType, lrn: 'REQUEST-1' },
    on: '2026-09-14' as LocalDate,
    format: clearanceRequestFormats.find(({ id }) => id === format)!,
  })
}

function declarationOf(result: DeclaredOrder): Declaration {
  if (!result.ok) throw new Error(JSON.stringify(result.findings))
  return valueOf(readDeclaration(result.bytes))
}

function faultsOf(result: DeclaredOrder) {
  return result.ok ? [] : result.findings.map(({ code, path }) => [code, path])
}

describe('papers without a price that come in', () => {
  it('are released on a clearance request without code, value and tax', () => {
    const declaration = declarationOf(declared('uk-cds-c21i', papers))
    expect(declaration).toMatchObject({
      ...{ typeCode: 'IMK', goodsItemQuantity: 1, totalPackageQuantity: 2 },
      agent: { functionCode: '2' },
      goodsShipment: { importer: { id: 'GB553202734852' }, exportCountry: { countryCode: 'US' } },
    })
    const [item] = declaration.goodsShipment?.goodsItems ?? []
    expect(item?.governmentProcedures).toEqual([
      { currentCode: '00', previousCode: '02' },
      { currentCode: '000' },
    ])
    expect(item?.commodity).toMatchObject({ description: papers.lines[0]!.description })
    expect(item?.commodity?.classifications).toBeUndefined()
    expect(item?.commodity?.dutyTaxFees).toBeUndefined()
    expect(declarationOf(declared('uk-cds-c21i', papers, 'A')).typeCode).toBe('IMJ')
  })

  it('are taken by the sandbox office, which charges nothing', () => {
    const request = declared('uk-cds-c21i', papers)
    if (!request.ok) throw new Error(JSON.stringify(request.findings))
    const parsed = parseXml(request.bytes)
    if (!parsed.ok) throw new Error(parsed.failures[0].message)
    const lodged = readAtOffice(parsed.value)
    expect(checkDeclaration(lodged, officeKnowledge())).toEqual([])
    expect(assess(lodged, officeKnowledge())).toMatchObject({
      ok: true,
      assessment: { payableGbp: '0.00', items: [{ taxLines: [] }] },
    })
  })

  it('are refused with a price, as other goods, without a power and on another way', () => {
    const [line] = papers.lines
    const priced = { ...line!, unitPrice: money('1.00', 'GBP') }
    const shirts = { ...line!, commodityCode: '6109100010' }
    const { authorityToAct: _, ...powerless } = papers
    const orders = [
      { ...papers, lines: [priced] },
      { ...papers, lines: [shirts] },
      powerless,
      { ...papers, deliverTo: { ...papers.deliverTo, postcode: 'BT1 5DB' } },
    ]
    expect(orders.map((order) => faultsOf(declared('uk-cds-c21i', order)))).toEqual([
      [['not-covered', '/lines/0/unitPrice']],
      [['not-covered', '/lines/0/commodityCode']],
      [['authority-to-act-missing', '/authorityToAct']],
      [['not-covered', '/deliverTo']],
    ])
  })
})

describe('what one private person sends abroad to another', () => {
  it('leaves on a clearance request as goods of a non-commercial nature', () => {
    const declaration = declarationOf(declared('uk-cds-c21e', parcel))
    expect(declaration).toMatchObject({
      ...{ typeCode: 'EXK', exitOffice: { id: 'GB000084' } },
      exporter: { name: 'Margaret Hollis' },
      consignment: { freight: { paymentMethodCode: 'H' } },
      goodsShipment: { consignee: { name: 'Daniel Hollis' }, destination: { countryCode: 'US' } },
    })
    expect(declaration.goodsShipment?.goodsItems?.[0]?.governmentProcedures).toEqual([
      { currentCode: '00', previousCode: '12' },
      { currentCode: '21G' },
    ])
  })

  it('is refused where it was sold, stays in the country or has no office of exit', () => {
    const { gift: _, ...sold } = parcel
    const { exit: __, ...noExit } = parcel
    const business = { ...parcel, seller: { ...parcel.seller, kind: 'business' } } as Order
    expect(
      [sold, business, noExit, { ...parcel, deliverTo: papers.deliverTo }].map((order) =>
        faultsOf(declared('uk-cds-c21e', order)),
      ),
    ).toEqual([
      [['not-covered', '/gift']],
      [['not-covered', '/gift']],
      [['fact-missing', '/exit']],
      [['not-covered', '/deliverTo/country']],
    ])
  })
})
