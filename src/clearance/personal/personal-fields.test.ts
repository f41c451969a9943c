import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Order } from '../../customs/order/order.ts'
import {
  ERASED,
  personalFieldsOf,
  personalRecordIds,
  pseudonymise,
  rejoin,
  withoutPersonal,
} from './personal-fields.ts'

const recordId = 'personal_01m81dq21v2vbwwecq4kg03a5d'
const order = JSON.parse(
  readFileSync(new URL('../../../examples/marketplace-cn-gb.json', import.meta.url), 'utf8'),
) as Order

describe('personal fields', () => {
  it('takes the private buyer out of an order and leaves companies in', () => {
    const fields = personalFieldsOf(order, recordId)
    const text = JSON.stringify(pseudonymise(order, fields))
    expect(text).not.toContain(order.buyer.name)
    expect(text).not.toContain(order.buyer.address.lines[0])
    expect(text).not.toContain(order.buyer.email)
    expect(text).toContain(order.seller.name)
  })

  it('also takes them out of longer texts that contain them', () => {
    const fields = personalFieldsOf(order, recordId)
    const line = `${order.buyer.address.lines.join(', ')}, 2nd floor`
    expect(pseudonymise(line, fields)).not.toContain(order.buyer.address.lines[0])
  })

  it('puts back exactly what was there', () => {
    const fields = personalFieldsOf(order, recordId)
    expect(rejoin(pseudonymise(order, fields), fields)).toEqual(order)
  })

  it('puts back any text, whatever the values contain', () => {
    const value = fc.string({ minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(
        fc.uniqueArray(value, { minLength: 1, maxLength: 5 }),
        fc.string(),
        (values, rest) => {
          const fields = Object.fromEntries(
            values.map((each, index) => [`personal:${recordId}#${index + 1};`, each]),
          )
          fc.pre(!rest.includes('personal:'))
          const text = values.join(rest)
          fc.pre(!text.includes('personal:'))
          expect(rejoin(pseudonymise({ text }, fields), fields)).toEqual({ text })
        },
      ),
    )
  })

  it('takes out the end of an address that was cut to the line of a declaration', () => {
    const lines = [
      'Flat 7, The Old Peppercorn Granary and Malting House',
      '113 Quillfeather Passage',
    ]
    const address = { ...order.buyer.address, lines }
    const fields = personalFieldsOf({ ...order, buyer: { ...order.buyer, address } }, recordId)
    const declared = lines.join(', ').slice(0, 70)
    expect(declared).toMatch(/Quillfeather$/)
    expect(withoutPersonal(declared, fields)).toBe(ERASED)
  })

  it('takes out what stands in capitals on a label', () => {
    const fields = personalFieldsOf(order, recordId)
    const marks = `${order.buyer.name.toUpperCase()} / LONDON`
    expect(withoutPersonal(marks, fields)).toBe(`${ERASED} / LONDON`)
  })

  it('takes out an agent and a seller who are private persons, and where they send from', () => {
    const party = { ...order.buyer, name: 'Mei Sample', eori: 'GB555555555555', vatNumber: 'GB9' }
    const privately: Order = {
      ...order,
      seller: { ...order.seller, kind: 'private', name: 'Per Sample' },
      purchasingAgent: { party, capacity: 'buys-for-buyer' },
      shipFrom: { ...order.shipFrom, lines: ['7 Back Yard'] },
    }
    const text = JSON.stringify(pseudonymise(privately, personalFieldsOf(privately, recordId)))
    for (const value of ['Mei Sample', 'Per Sample', '7 Back Yard', 'GB555555555555']) {
      expect(text).not.toContain(value)
    }
  })

  it('leaves words and amounts alone that only contain a value', () => {
    const buyer = { ...order.buyer, name: 'Li', phone: '+44 12345' }
    const address = { ...buyer.address, lines: ['12', 'Mill Lane 4'], postcode: '2000' }
    const fields = personalFieldsOf({ ...order, buyer: { ...buyer, address } }, recordId)
    const facts = { seller: 'Linen Limited', amount: '12.00', weight: '2000.50', total: '1,2000' }
    expect(pseudonymise(facts, fields)).toEqual(facts)
    expect(withoutPersonal('买方Li没有', fields)).toBe(`买方${ERASED}没有`)
    expect(withoutPersonal('Li, Mill Lane 4.', fields)).toBe(`${ERASED}, ${ERASED}.`)
  })

  it('shows that a value was erased', () => {
    const fields = personalFieldsOf(order, recordId)
    const stored = pseudonymise(order.buyer.name, fields)
    expect(rejoin(stored, {})).toBe(ERASED)
  })

  it('names the records that a value refers to', () => {
    const stored = pseudonymise(order, personalFieldsOf(order, recordId))
    expect(personalRecordIds(stored)).toEqual([recordId])
    expect(personalRecordIds(order)).toEqual([])
  })
})
