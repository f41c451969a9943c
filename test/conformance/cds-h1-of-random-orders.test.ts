import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeDeclaration } from '../../src/clearance/declaring/compose-declaration.ts'
import { isReady, type Preparation, prepare } from '../../src/clearance/preparation/prepare.ts'
import {
  readReferenceData,
  type ReferenceData,
  referenceParts,
} from '../../src/clearance/reference-data.ts'
import { localDate } from '../../src/customs/calendar/local-date.ts'
import { consignmentFromOrder } from '../../src/customs/consignment/consignment-from-order.ts'
import { readDeclaration } from '../../src/customs/formats/uk-cds/read-declaration.ts'
import type { Order, OrderLine } from '../../src/customs/order/order.ts'
import { decimal } from '../../src/customs/money/decimal.ts'
import type { TraderProfile } from '../../src/customs/parties/trader-profile.ts'
import { readDataFiles } from '../../src/platform/data-files.ts'
import { hasSharedMaterial, sharedMaterialAbsent } from '../shared-material.ts'
import { cdsSchema, type Schema } from './cds-schema.ts'
import { exampleProfile, readExample } from '../shipped-examples.ts'
import { britishBook } from '../british-book.ts'
import { starterTariff } from '../starter-tariff.ts'

const RUNS = 200
const on = localDate('2026-09-01')

const pence = fc.integer({ min: 1, max: 500_000 }).map((amount) => (amount / 100).toFixed(2))
const grams = fc.integer({ min: 5, max: 30_000 })
const words = fc.constantFrom(
  'Shirt of cotton, knitted, for men',
  'Shoes with uppers of leather & soles of rubber, size < 45',
  '陶瓷餐具 porcelain tableware for the household',
  'Loudspeaker "Harbour", wireless, with battery',
)

/** Under every other term than DDP the buyer imports, and has empowered the declarant. */
const importedByBuyer = {
  dutiesBilledTo: 'buyer',
  authorityToAct: {
    givenBy: 'buyer',
    representation: 'direct',
    givenOn: localDate('2026-08-30'),
    reference: 'TERMS-2026',
  },
} as const

describe.skipIf(!hasSharedMaterial)(`H1 of random orders (${sharedMaterialAbsent})`, () => {
  let schema: Schema
  let reference: ReferenceData
  let base: Order
  let profile: TraderProfile

  beforeAll(async () => {
    schema = cdsSchema('wrapper_submit.xsd')
    const read = readReferenceData(await readDataFiles(referenceParts), { book: britishBook() })
    if (!read.ok) throw new Error(read.failures[0].message)
    reference = read.value
    base = await readExample<Order>('marketplace-cn-gb')
    profile = await exampleProfile('e-commerce-platform')
  })
  afterAll(() => schema[Symbol.dispose]())

  /** Codes of the starter tariff whose goods may be declared from any of the origins used here. */
  const codes = (): readonly string[] => {
    const { tariffs } = reference.quoting.book
    const withRemedies = tariffs
      .get('GB')!
      .notCovered!.flatMap(({ effect, codes: of = [] }) => (effect === 'refuse' ? of : []))
    return starterTariff('GB')
      .nomenclature.rows.filter(({ validity }) => validity === undefined || validity.from <= on)
      .flatMap(({ code }) => code ?? [])
      .filter((code) => !withRemedies.includes(code))
  }

  const lineArbitrary = (): fc.Arbitrary<OrderLine> =>
    fc
      .record({
        description: words,
        commodityCode: fc.constantFrom(...codes()),
        origin: fc.constantFrom('CN', 'JP', 'VN', 'IN'),
        quantity: fc.integer({ min: 1, max: 40 }),
        price: pence,
        net: grams,
        packaging: grams,
      })
      .map(({ price, net, packaging, ...line }) => ({
        ...line,
        unitPrice: { amount: decimal(price), currency: 'GBP' },
        netWeightKg: decimal((net / 1000).toFixed(3)),
        grossWeightKg: decimal(((net + packaging) / 1000).toFixed(3)),
      }))

  const orderArbitrary = (): fc.Arbitrary<Order> =>
    fc
      .record({
        lines: fc.array(lineArbitrary(), { minLength: 1, maxLength: 9 }),
        freight: pence,
        insurance: pence,
        incoterm: fc.constantFrom('FCA', 'CPT', 'CIP', 'DAP', 'DDP'),
        mode: fc.constantFrom('air', 'sea', 'road'),
        packages: fc.integer({ min: 1, max: 40 }),
      })
      .map(({ lines, freight, insurance, incoterm, mode, packages }) => ({
        ...base,
        lines,
        // Under the C terms the price holds carriage, under CIP insurance as well.
        freight: { amount: decimal(incoterm.startsWith('C') ? '0' : freight), currency: 'GBP' },
        insurance: { amount: decimal(incoterm === 'CIP' ? '0' : insurance), currency: 'GBP' },
        incoterm: { code: incoterm, place: 'Manchester' },
        ...(incoterm === 'DDP' ? {} : importedByBuyer),
        transport: { ...base.transport, mode },
        packages: { count: packages, type: 'CT', marks: 'A & B <1>' },
      }))

  it('is valid by the official schema and reads back as it was filled', () => {
    let declared = 0
    fc.assert(
      fc.property(orderArbitrary(), (order) => {
        const consignment = consignmentFromOrder(order)
        const preparation = prepare({ consignment, profile, on, reference })
        // What is not ready is never declared; what is ready can always be declared.
        if (!isReady(preparation)) return
        const { lane, parties, quote } = preparation as Required<Preparation>
        const composed = composeDeclaration(
          { consignment, lane, parties, quote, profile },
          { lrn: 'TW01M81DKN97QSR6TA', ducr: '6GB731905284000-TW01M81DKN', additionalType: 'D' },
          reference,
        )
        if (!composed.ok) throw new Error(JSON.stringify(composed.failures))
        expect(schema.complaint(composed.value.bytes)).toBeUndefined()
        const readBack = readDeclaration(composed.value.bytes)
        expect(readBack.ok && readBack.value).toEqual(composed.value.filled.declaration)
        declared += 1
      }),
      { seed: 20260901, numRuns: RUNS },
    )
    expect(declared).toBeGreaterThan(RUNS / 2)
  })
})
