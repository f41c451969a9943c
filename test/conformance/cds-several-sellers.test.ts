import { expect, it } from 'vitest'
import { composeDeclaration } from '../../src/clearance/declaring/compose-declaration.ts'
import { type Preparation, prepare } from '../../src/clearance/preparation/prepare.ts'
import { readReferenceData, referenceParts } from '../../src/clearance/reference-data.ts'
import { localDate } from '../../src/customs/calendar/local-date.ts'
import { joinOrders } from '../../src/customs/consignment/join-orders.ts'
import { readDeclaration } from '../../src/customs/formats/uk-cds/read-declaration.ts'
import { readDataFiles } from '../../src/platform/data-files.ts'
import { consolidatedOrders } from '../agent-orders.ts'
import { valueOf } from '../gb-reference-data.ts'
import { hasSharedMaterial, sharedMaterialAbsent } from '../shared-material.ts'
import { cdsSchema } from './cds-schema.ts'
import { exampleProfile } from '../shipped-examples.ts'
import { britishBook } from '../british-book.ts'

it('the H1 of a consignment with several sellers is valid by the official schema', async (context) => {
  if (!hasSharedMaterial) return context.skip(sharedMaterialAbsent)
  const reference = valueOf(
    readReferenceData(await readDataFiles(referenceParts), { book: britishBook() }),
  )
  const profile = await exampleProfile('purchasing-agent')
  const packages = { count: 1, type: 'CT' }
  const consignment = valueOf(
    joinOrders(consolidatedOrders, undefined, { reference: 'NRT-9-1', packages }),
  )
  const on = localDate('2026-09-10')
  const decided = prepare({ consignment, profile, on, reference }) as Required<Preparation>
  const { bytes, filled } = valueOf(
    composeDeclaration(
      { ...decided, consignment, profile },
      { lrn: 'TW01M81DKN97QSR6TB', ducr: '6GB731905284000-TW01M81DKO', additionalType: 'D' },
      reference,
    ),
  )
  using schema = cdsSchema('wrapper_submit.xsd')
  expect(schema.complaint(bytes)).toBeUndefined()
  expect(valueOf(readDeclaration(bytes))).toEqual(filled.declaration)
  expect(
    Buffer.from(bytes)
      .toString()
      .match(/<(\w+:)?Seller>/g),
  ).toHaveLength(2)
})
