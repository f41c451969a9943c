import { describe, expect, it } from 'vitest'
import { sampleComplete, sampleConsignment } from '../../../test/sample-papers.ts'
import type { Declaration } from '../declaration/declaration.ts'
import { decimal } from '../money/decimal.ts'
import { money } from '../money/money.ts'
import { checkAgreement, type PapersOfCase } from './check-agreement.ts'
import { commercialInvoice } from './commercial-invoice.ts'
import { packingList } from './packing-list.ts'

const complete = sampleComplete()
const importerOfRecord = { role: 'buyer', party: complete.parties.buyer } as const

/** A declaration that says the same as the sample papers. */
const declaration: Declaration = {
  functionCode: '9',
  goodsItemQuantity: 3,
  totalPackageQuantity: 3,
  invoiceAmount: money('504.20', 'GBP'),
  exporter: { id: 'GB205672212000' },
  goodsShipment: {
    exportCountry: { countryCode: 'CN' },
    destination: { countryCode: 'GB' },
    tradeTerms: { conditionCode: 'DDP' },
    goodsItems: sampleConsignment.goodsItems.map((item) => ({
      sequenceNumber: item.itemNumber,
      additionalDocuments: [{ categoryCode: 'N', typeCode: '935', id: 'HC-26-08831' }],
      commodity: {
        description: item.description,
        classifications: [
          { code: item.commodityCode!.slice(0, 8), typeCode: 'TSP' },
          { code: item.commodityCode!.slice(8), typeCode: 'TRC' },
          { code: 'VATZ', typeCode: 'GN' },
        ],
        goodsMeasure: {
          netMass: { value: item.netWeightKg! },
          grossMass: { value: item.grossWeightKg! },
        },
        invoiceLine: { itemCharge: item.linePrice },
      },
      origins: [{ countryCode: item.origin!, typeCode: '1' }],
    })),
  },
}

const papers: PapersOfCase & { declaration: Declaration } = {
  consignment: sampleConsignment,
  invoices: [commercialInvoice({ consignment: complete, importerOfRecord })],
  packingList: packingList(complete),
  declaration,
}

/** The sample papers with one place changed. */
function changed(paper: keyof PapersOfCase, steps: readonly (string | number)[], value: unknown) {
  const copy = JSON.parse(JSON.stringify(papers)) as Record<string, unknown>
  const parent = [paper, ...steps.slice(0, -1)].reduce<Record<string, unknown>>(
    (place, step) => place[step] as Record<string, unknown>,
    copy,
  )
  parent[steps.at(-1)!] = value
  return copy as unknown as PapersOfCase
}

describe('checkAgreement', () => {
  it('finds nothing where all papers agree', () => {
    expect(checkAgreement(papers)).toEqual([])
  })

  it('compares numbers by value, not by how they are written', () => {
    const [invoice] = papers.invoices
    const invoices = [{ ...invoice!, netWeightKg: decimal('18.200') }]
    expect(checkAgreement({ ...papers, invoices })).toEqual([])
  })

  it('names both places and both values', () => {
    const [failure] = checkAgreement(changed('packingList', ['lines', 0, 'quantity'], 9))
    expect(failure).toMatchObject({
      code: 'documents-disagree',
      path: '/packingList/lines/0/quantity',
      message:
        '/packingList/lines/0/quantity says that the quantity of item 1 is "9", ' +
        'but /consignment/goodsItems/0/quantity says "10".',
    })
  })

  it.each<[string, keyof PapersOfCase, readonly (string | number)[], unknown]>([
    ['an amount', 'invoices', [0, 'lines', 0, 'amount'], '245.01'],
    ['a currency', 'declaration', ['invoiceAmount', 'currency'], 'CNY'],
    [
      'the currency of a price',
      'declaration',
      ['goodsShipment', 'goodsItems', 1, 'commodity', 'invoiceLine', 'itemCharge'],
      money('150', 'USD'),
    ],
    ['a unit price', 'invoices', [0, 'lines', 2, 'unitPrice'], '18.19'],
    ['a total', 'invoices', [0, 'totals', 'goods'], '504'],
    ['a freight', 'invoices', [0, 'totals', 'freight'], '46'],
    [
      'a net weight',
      'declaration',
      ['goodsShipment', 'goodsItems', 0, 'commodity', 'goodsMeasure', 'netMass', 'value'],
      '5.3',
    ],
    ['a total weight', 'packingList', ['grossWeightKg'], '20.8'],
    ['a number of packages', 'declaration', ['totalPackageQuantity'], 4],
    ['a kind of package', 'packingList', ['packages', 'type'], 'PK'],
    ['a delivery term', 'declaration', ['goodsShipment', 'tradeTerms', 'conditionCode'], 'DAP'],
    [
      'an origin',
      'declaration',
      ['goodsShipment', 'goodsItems', 2, 'origins', 0, 'countryCode'],
      'CN',
    ],
    ['a commodity code', 'invoices', [0, 'lines', 1, 'commodityCode'], '6109100090'],
    [
      'a declared code',
      'declaration',
      ['goodsShipment', 'goodsItems', 0, 'commodity', 'classifications', 1, 'code'],
      '10',
    ],
    ['a description', 'packingList', ['lines', 2, 'description'], 'Shoes'],
    ['a seller', 'invoices', [0, 'seller', 'name'], 'Another seller'],
    ['an EORI', 'declaration', ['exporter', 'id'], 'GB999999999000'],
    ['a consignee', 'packingList', ['consignee', 'name'], 'Another buyer'],
    [
      'an invoice number',
      'declaration',
      ['goodsShipment', 'goodsItems', 0, 'additionalDocuments', 0, 'id'],
      'HC-26-08832',
    ],
    ['a number of items', 'declaration', ['goodsItemQuantity'], 2],
  ])('finds %s that differs, at its place', (_, paper, steps, value) => {
    const failures = checkAgreement(changed(paper, steps, value))
    expect(failures).toHaveLength(1)
    expect(failures[0]?.path).toMatch(new RegExp(`^/${paper}/`))
  })

  it('finds a line that one paper does not have', () => {
    const lines = papers.packingList.lines.slice(0, 2)
    const failures = checkAgreement({ ...papers, packingList: { ...papers.packingList, lines } })
    expect(failures.map(({ path }) => path)).toEqual(['/packingList/lines'])
  })

  it('takes silence for no contradiction', () => {
    const { commercialInvoice: _, packages, ...silent } = sampleConsignment
    const { invoices, packingList: list } = papers
    expect(packages).toBeDefined()
    expect(checkAgreement({ consignment: silent, invoices, packingList: list })).toEqual([])
  })
})
