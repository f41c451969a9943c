import { useMutation, useQueryClient } from '@tanstack/react-query'

import type { ShipmentView } from '../../../../api/shipments.ts'
import { change } from '../../../kit/api/ask.ts'
import { openShipmentsQuery, stockQuery } from '../agent-queries.ts'

/** Back on the shelf, in no shipment. */
export const SHELF = 'shelf'
/** A shipment that is opened by what is put into it. */
export const NEW_SHIPMENT = 'new'

/** An order on its way from one place of the board to another. */
export interface Move {
  readonly orderId: string
  readonly reference: string
  /** A shipment, or {@link SHELF}. */
  readonly from: string
  /** A shipment, {@link SHELF} or {@link NEW_SHIPMENT}. */
  readonly to: string
}

/** Moves orders between shelf and shipments; moves in quick succession go one after the other. */
export function useMoves(onMoved: (move: Move) => void) {
  const queries = useQueryClient()
  return useMutation({
    scope: { id: 'consolidation' },
    mutationFn: async (move: Move) => {
      await makeMove(move, queries.getQueryData(openShipmentsQuery.queryKey) ?? [])
      return move
    },
    onSuccess: onMoved,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: stockQuery.queryKey }),
        queries.invalidateQueries({ queryKey: ['shipments'] }),
      ]),
  })
}

function makeMove({ orderId, from, to }: Move, open: readonly ShipmentView[]): Promise<unknown> {
  if (to === SHELF) return change(`/v1/shipments/${from}/orders/${orderId}`, { method: 'DELETE' })
  if (to === NEW_SHIPMENT) {
    const body = { reference: nextReference(open), orderIds: [orderId], alsoFrom: 'open-shipments' }
    return change('/v1/shipments', { body })
  }
  return change(`/v1/shipments/${to}/moves`, { body: { orderIds: [orderId] } })
}

/** A reference to begin with, which can be changed: the day and the time of day. */
function nextReference(open: readonly ShipmentView[]): string {
  const now = new Date().toISOString()
  const stem = `S-${now.slice(2, 10).replaceAll('-', '')}-${now.slice(11, 19).replaceAll(':', '')}`
  const taken = new Set(open.map(({ reference }) => reference))
  return taken.has(stem) ? `${stem}-${open.length}` : stem
}
