import { describe, expect, it } from 'vitest'
import type { Declaration } from '../../../declaration/declaration.ts'
import { fillImportDeclaration } from '../../../declaration/fill-import-declaration.ts'
import type { GoodsItem } from '../../../declaration/goods-item.ts'
import { importFacts } from '../../../declaration/import-facts.fixture.ts'
import { decimal } from '../../../money/decimal.ts'
import { money } from '../../../money/money.ts'
import { checkStructure } from '../check-structure.ts'
import { resolvePointer } from '../pointer.ts'
import { readDeclaration } from '../read-declaration.ts'
import { amendmentRequest } from './amendment-request.ts'
import { writeAmendmentRequest } from './write-amendment-request.ts'

const before = lodged()
const first = before.goodsShipment!.goodsItems![0]!

function lodged(): Declaration {
  const filled = fillImportDeclaration(importFacts)
  if (!filled.ok) throw new Error(filled.failures[0].message)
  return filled.value.declaration
}

function withItems(goodsItems: readonly GoodsItem[], change: Partial<Declaration> = {}) {
  return { ...before, ...change, goodsShipment: { ...before.goodsShipment, goodsItems } }
}

function asked(after: Declaration) {
  const references = { lrn: 'TW-AM-1', mrn: '24GBACHBAKA9WI1A04' }
  return { ...references, explanation: 'Typed wrongly.', before, after }
}

function filled(after: Declaration) {
  const request = amendmentRequest(asked(after))
  if (!request.ok) throw new Error(request.failures[0].message)
  return request.value
}

/** Reason code, kind and field of every change, and that the pointer leads to that field. */
function told(after: Declaration): readonly string[] {
  const { changes, declaration } = filled(after)
  return changes.map(({ kind, fieldPath, pointers }, index) => {
    expect(resolvePointer(pointers).fieldPath).toBe(fieldPath)
    return `${declaration.amendments?.[index]?.changeReasonCode} ${kind} ${fieldPath}`
  })
}

describe('a request for amendment', () => {
  it('points to the weight that changes and states nothing else of the item', () => {
    const measure = { ...first.commodity!.goodsMeasure, netMass: { value: decimal('3.5') } }
    const item = { ...first, commodity: { ...first.commodity, goodsMeasure: measure } }
    const after = withItems([item, ...before.goodsShipment!.goodsItems!.slice(1)])
    expect(told(after)).toEqual([
      '28 changed /goodsShipment/goodsItems/0/commodity/goodsMeasure/netMass',
    ])
    expect(filled(after).declaration).toEqual({
      functionCode: '13',
      lrn: 'TW-AM-1',
      mrn: '24GBACHBAKA9WI1A04',
      typeCode: 'COR',
      additionalInformation: [
        {
          statementDescription: 'Typed wrongly.',
          statementTypeCode: 'AES',
          pointers: [
            { sequenceNumber: 1, documentSectionCode: '42A' },
            { sequenceNumber: 1, documentSectionCode: '06A' },
          ],
        },
      ],
      amendments: [
        {
          changeReasonCode: '28',
          pointers: [
            { sequenceNumber: 1, documentSectionCode: '42A' },
            { sequenceNumber: 1, documentSectionCode: '67A' },
            { sequenceNumber: 1, documentSectionCode: '68A' },
            { sequenceNumber: 1, documentSectionCode: '23A' },
            { sequenceNumber: 1, documentSectionCode: '65A', tagId: '128' },
          ],
        },
      ],
      goodsShipment: {
        goodsItems: [
          { sequenceNumber: 1, commodity: { goodsMeasure: { netMass: { value: '3.5' } } } },
        ],
      },
    })
  })

  it('brings an item in whole and counts the items anew', () => {
    const number = before.goodsItemQuantity! + 1
    const item = { ...first, sequenceNumber: number }
    const items = [...before.goodsShipment!.goodsItems!, item]
    const after = withItems(items, { goodsItemQuantity: number })
    expect(told(after)).toEqual([
      '28 changed /goodsItemQuantity',
      `32 added /goodsShipment/goodsItems/${number - 1}`,
    ])
    expect(filled(after).declaration.goodsShipment).toEqual({ goodsItems: [item] })
  })

  it('takes an item out by its number alone', () => {
    const second = { ...first, sequenceNumber: 2 }
    const two = withItems([first, second])
    const request = amendmentRequest({ ...asked(withItems([first])), before: two })
    expect(request).toMatchObject({
      ok: true,
      value: {
        changes: [{ kind: 'removed', fieldPath: '/goodsShipment/goodsItems/1' }],
        declaration: {
          amendments: [
            {
              changeReasonCode: '30',
              pointers: [{}, {}, { sequenceNumber: 2, documentSectionCode: '68A' }],
            },
          ],
        },
      },
    })
    expect(request.ok && request.value.declaration.goodsShipment).toBeUndefined()
  })

  it('states all documents of an item where one changes, since only their order tells them apart', () => {
    const [document, ...others] = first.additionalDocuments!
    const documents = [{ ...document!, statusCode: 'JP' }, ...others]
    const after = withItems([
      { ...first, additionalDocuments: documents },
      ...before.goodsShipment!.goodsItems!.slice(1),
    ])
    expect(told(after)).toEqual([
      '25 changed /goodsShipment/goodsItems/0/additionalDocuments/0/statusCode',
    ])
    expect(filled(after).declaration.goodsShipment?.goodsItems?.[0]?.additionalDocuments).toEqual(
      documents,
    )
  })

  it('gives each change its reason: money, and what has no reason of its own', () => {
    const after: Declaration = {
      ...before,
      invoiceAmount: money('999.00', before.invoiceAmount!.currency),
      goodsShipment: { ...before.goodsShipment, destination: { countryCode: 'FR' } },
    }
    expect(told(after)).toEqual([
      '21 changed /invoiceAmount',
      '32 changed /goodsShipment/destination/countryCode',
    ])
  })

  it('has the structure of CDS and reads back equal', () => {
    const after = { ...before, totalPackageQuantity: 77 }
    const written = writeAmendmentRequest(asked(after))
    if (!written.ok) throw new Error(written.failures[0].message)
    expect(checkStructure(written.value.bytes).ok).toBe(true)
    expect(readDeclaration(written.value.bytes)).toEqual({
      ok: true,
      value: written.value.declaration,
    })
  })

  it('is refused where nothing changes, and for what nobody may change', () => {
    expect(amendmentRequest(asked(before))).toMatchObject({
      failures: [{ code: 'nothing-to-amend' }],
    })
    expect(amendmentRequest(asked({ ...before, typeCode: 'IMZ', lrn: 'OTHER' }))).toMatchObject({
      failures: [
        { code: 'not-amendable', path: '/lrn' },
        { code: 'not-amendable', path: '/typeCode' },
      ],
    })
  })
})
