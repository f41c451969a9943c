import { describe, expect, it } from 'vitest'

import { agentOrder } from '../../../test/agent-orders.ts'
import { dataFile, valueOf } from '../../../test/gb-reference-data.ts'
import { money } from '../money/money.ts'
import type { Order } from '../order/order.ts'
import { readVagueDescriptions } from './vague-descriptions.ts'
import { warnOfOrder } from './warn-of-order.ts'

const vagueDescriptions = valueOf(
  readVagueDescriptions(dataFile('reference/vague-descriptions.json')),
)

function pathsOf(changes: Partial<Order>): readonly string[] {
  const order = agentOrder('W-1', 'rowan', changes)
  return warnOfOrder(order, { vagueDescriptions }).map(({ path }) => path)
}

const sold = (code: Order['incoterm']['code']) => ({ incoterm: { code, place: 'London' } })
const paid = money('100', 'JPY')

describe('warnOfOrder', () => {
  it('names the costs that the delivery term leaves beside the price', () => {
    expect(pathsOf(sold('FCA'))).toEqual(['/freight', '/insurance'])
    expect(pathsOf(sold('CPT'))).toEqual(['/insurance'])
    expect(pathsOf(sold('CIF'))).toEqual([])
    expect(pathsOf({ ...sold('FOB'), freight: paid, insurance: money('0', 'JPY') })).toEqual([])
  })

  it('names the costs that the price contains already', () => {
    expect(pathsOf({ ...sold('CIF'), freight: paid, insurance: paid })).toEqual([
      '/freight',
      '/insurance',
    ])
    expect(pathsOf({ ...sold('CIP'), freight: money('0', 'JPY') })).toEqual([])
  })

  it('names descriptions that customs will not take', () => {
    const [line] = agentOrder('W-1', 'rowan').lines
    const lines = [line!, { ...line!, description: 'gifts' }]
    expect(pathsOf({ ...sold('CIF'), lines })).toEqual(['/lines/1/description'])
  })

  it('says to an agent that the shipment can state a cost for all', () => {
    const order = agentOrder('W-1', 'rowan', sold('FCA'))
    const [first] = warnOfOrder(order, { vagueDescriptions })
    expect(first).toMatchObject({
      mend: expect.stringContaining('for the whole shipment') as string,
      zh: { mend: expect.stringContaining('集运批次') as string },
    })
  })
})
