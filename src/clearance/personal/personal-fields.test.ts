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
