import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeDeclaration } from '../../src/clearance/declaring/compose-declaration.ts'
import { isReady, type Preparation, prepare } from '../../src/clearance/preparation/prepare.ts'
import { readReferenceData, referenceParts } from '../../src/clearance/reference-data.ts'
import { localDate } from '../../src/customs/calendar/local-date.ts'
import { consignmentFromOrder } from '../../src/customs/consignment/consignment-from-order.ts'
import type { PreferenceProofs } from '../../src/customs/documents/held-proof.ts'
import { readDeclaration } from '../../src/customs/formats/uk-cds/read-declaration.ts'
import type { Order } from '../../src/customs/order/order.ts'
import { readDataFiles } from '../../src/platform/data-files.ts'
import { valueOf } from '../gb-reference-data.ts'
import { hasSharedMaterial, sharedMaterialAbsent } from '../shared-material.ts'
import { cdsSchema, type Schema } from './cds-schema.ts'
import { exampleProfile, readExample } from '../shipped-examples.ts'
import { britishBook } from '../british-book.ts'

const on = localDate('2026-09-01')

describe.skipIf(!hasSharedMaterial)(`H1 that claims a preference (${sharedMaterialAbsent})`, () => {
  let schema: Schema

  beforeAll(() => {
    schema = cdsSchema('wrapper_submit.xsd')
  })
  afterAll(() => schema[Symbol.dispose]())

  it('is valid by the official schema, with code, origin and proof on the items that claim', async () => {
    const reference = valueOf(
      readReferenceData(await readDataFiles(referenceParts), { book: britishBook() }),
    )
    const order = await readExample<Order>('marketplace-cn-gb')
    const profile = await exampleProfile('e-commerce-platform')
    const preference = { agreement: 'gb-eu-tca', proof: 'importers-knowledge', reference: 'file 7' }
    const [shirts, ...others] = order.lines
    const lines = [{ ...shirts!, origin: 'PT', preference }, ...others]
    const inPorto = {
      lines: ['12 Rua das Flores'],
      city: 'Porto',
      postcode: '4050-262',
      country: 'PT',
    }
    const seller = { ...order.seller, address: inPorto }
    const consignment = consignmentFromOrder({ ...order, seller, shipFrom: inPorto, lines })
    const known = { itemNumber: 1, commodityCode: shirts!.commodityCode!, origin: 'PT' }
    const proofs: PreferenceProofs = {
      statements: [],
      importersKnowledge: [{ agreement: 'gb-eu-tca', goods: [known] }],
    }

    const preparation = prepare({ consignment, profile, on, reference, proofs })
    expect(preparation.failures).toEqual([])
    expect(isReady(preparation)).toBe(true)
    const { lane, parties, quote } = preparation as Required<Preparation>
    const { filled, bytes } = valueOf(
      composeDeclaration(
        { consignment, lane, parties, quote, profile },
        { lrn: 'TW01M81DKN97QSR6TA', ducr: '6GB731905284000-TW01M81DKN', additionalType: 'D' },
        reference,
      ),
    )

    expect(schema.complaint(bytes)).toBeUndefined()
    expect(valueOf(readDeclaration(bytes))).toEqual(filled.declaration)
    const [claiming, plain] = filled.declaration.goodsShipment!.goodsItems!
    expect(claiming).toMatchObject({
      commodity: { dutyTaxFees: [{ dutyRegimeCode: '300', typeCode: 'A00' }, { typeCode: 'B00' }] },
      origins: [
        { countryCode: 'PT', typeCode: '1' },
        { countryCode: 'EU', typeCode: '2' },
      ],
    })
    expect(claiming!.additionalDocuments).toContainEqual({
      ...{ categoryCode: 'U', typeCode: '112', statusCode: 'JP' },
      ...{ id: "Importer's knowledge", name: "Importer's knowledge" },
    })
    expect(plain).toMatchObject({
      commodity: { dutyTaxFees: [{ dutyRegimeCode: '100' }, {}] },
      origins: [{ countryCode: 'CN', typeCode: '1' }],
    })
  })
})
