import type { Failure } from '../../customs/result.ts'

/** The failure of a step that takes the order only while no shipment holds it. */
export function orderInShipment(reference: string): Failure {
  return {
    code: 'conflict',
    path: '',
    message: `Order ${reference} is in a shipment already.`,
    mend: 'Take it out of that one first.',
    zh: { message: `订单 ${reference} 已在集运批次中。`, mend: '请先将其移出该批次。' },
  }
}
