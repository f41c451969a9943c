import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { orderKnowledge, valueOf } from '../../../test/gb-reference-data.ts'
import {
  type Cells,
  csvOf,
  fullRow,
  furtherLine,
  otherOrder,
} from '../../../test/purchase-lists.ts'
import { trackedCases, type TrackedCases } from '../../../test/tracked-cases.ts'
import type { ChangeContext } from '../../clearance/store/record-events.ts'
import { inTenant } from '../../platform/postgres/index.ts'
import { importPurchaseList, readImportedList } from './import-purchase-list.ts'
import { listComposition } from './list-composition.ts'
import { purchaseListFormat } from './list-format.ts'

const composition = listComposition(orderKnowledge(), purchaseListFormat)

describe('taking a purchase list', () => {
  let cases: TrackedCases
  let context: ChangeContext
  beforeAll(async () => {
    cases = await trackedCases()
    context = {
      tenantId: cases.tenantId,
      actor: { kind: 'operator', id: 'test' },
      cause: { kind: 'request', id: 'test' },
      now: cases.clock.now(),
    }
  })
  afterAll(() => cases.close())

  const take = (...rows: readonly Cells[]) =>
    inTenant(cases.api, cases.tenantId, async (transaction) => {
      const list = { name: 'list.csv', bytes: Buffer.from(csvOf(rows)) }
      return valueOf(await importPurchaseList(transaction, list, composition, context))
    })
  const storedOrders = () =>
    inTenant(cases.api, cases.tenantId, (transaction) =>
      transaction.selectFrom('customer_order').selectAll().orderBy('id').execute(),
    )

  it('stores the good orders, says what is wrong with the others, and can be read again', async () => {
    const list = await take(fullRow, furtherLine(), otherOrder({ quantity: 'x' }))
    expect(list).toMatchObject({ rowsTotal: 3, rowsAccepted: 2, name: 'list.csv' })
    expect(list.orders).toMatchObject([{ reference: 'TSB-1', rows: [2, 3] }])
    expect(list.findings).toMatchObject([{ row: 4, column: 'quantity', orderReference: 'TSB-2' }])
    const read = await inTenant(cases.api, cases.tenantId, (transaction) =>
      readImportedList(transaction, list.listId),
    )
    expect(valueOf(read)).toEqual(list)
    const [order] = await storedOrders()
    expect(order).toMatchObject({ id: list.orders[0]?.orderId, state: 'received' })
    expect(JSON.stringify(order)).not.toMatch(/Rowan|Harbour Crescent/)
  })

  it('takes the same file once, also when it comes twice at the same moment', async () => {
    const rows = [otherOrder({ ...fullRow, order_reference: 'TSB-9' })]
    const [first, second] = await Promise.all([take(...rows), take(...rows)])
    expect(second).toEqual(first)
    const taken = (await storedOrders()).filter((order) => order.reference === 'TSB-9')
    expect(taken).toHaveLength(1)
  })

  it('leaves an order alone that a mended list repeats, and refuses one that it changes', async () => {
    const before = await storedOrders()
    const mended = await take(fullRow, furtherLine(), otherOrder())
    expect(mended.orders.map(({ reference }) => reference)).toEqual(['TSB-1', 'TSB-2'])
    expect(mended.findings).toEqual([])
    expect(await storedOrders()).toHaveLength(before.length + 1)
    const changed = await take({ ...fullRow, quantity: '3' }, furtherLine())
    expect(changed.orders).toEqual([])
    expect(changed.findings).toMatchObject([{ row: 2, code: 'conflict', orderReference: 'TSB-1' }])
  })

  it('stores nothing of a file that is no list', async () => {
    const before = await storedOrders()
    const taken = await inTenant(cases.api, cases.tenantId, (transaction) => {
      const list = { name: 'x', bytes: Buffer.from('nothing') }
      return importPurchaseList(transaction, list, composition, context)
    })
    expect(taken.ok).toBe(false)
    expect(await storedOrders()).toEqual(before)
  })
})
