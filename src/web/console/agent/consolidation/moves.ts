import { useMutation, useQueryClient } from '@tanstack/react-query'

import type { ShipmentView } from '../../../../api/shipments.ts'
import { change } from '../../../kit/api/ask.ts'
import { problemOf } from '../../../kit/api/problem.ts'
import { openShipmentsQuery, stockQuery } from '../agent-queries.ts'
import { nextReference } from './next-reference.ts'

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
  /** Where the move takes back the opening of the shipment that it comes from: the ETag it had then. */
  readonly opened?: string
}

/** Moves orders between shelf and shipments; moves in quick succession go one after the other. */
export function useMoves(onMoved: (back: Move) => void) {
  const queries = useQueryClient()
  return useMutation({
    scope: { id: 'consolidation' },
    mutationFn: (move: Move) =>
      makeMove(move, queries.getQueryData(openShipmentsQuery.queryKey) ?? []),
    onSuccess: onMoved,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: stockQuery.queryKey }),
        queries.invalidateQueries({ queryKey: ['shipments'] }),
      ]),
  })
}

/** Makes a move and gives the one that takes it back. */
async function makeMove(move: Move, open: readonly ShipmentView[]): Promise<Move> {
  const { orderId, reference, from, to } = move
  const back = { orderId, reference, from: to, to: from }
  switch (to) {
    case NEW_SHIPMENT: {
      const body = { reference: nextReference(open, new Date()), orderIds: [orderId] }
      const { id, etag } = await change<ShipmentView>('/v1/shipments', {
        body: { ...body, alsoFrom: 'open-shipments' },
      })
      return { ...back, from: id, opened: etag }
    }
    case SHELF:
      await putOnShelf(move)
      return back
    default:
      await change(`/v1/shipments/${to}/moves`, { body: { orderIds: [orderId] } })
      return back
  }
}

/** A shipment that held nothing else goes with the order, unless somebody has changed it since. */
async function putOnShelf({ orderId, from, opened }: Move): Promise<void> {
  if (opened !== undefined && (await isGivenUp(from, opened))) return
  await change(`/v1/shipments/${from}/orders/${orderId}`, { method: 'DELETE' })
}

async function isGivenUp(shipmentId: string, etag: string): Promise<boolean> {
  try {
    await change(`/v1/shipments/${shipmentId}`, { method: 'DELETE', ifMatch: etag })
    return true
  } catch (error) {
    if (problemOf(error).status === 412) return false
    throw error
  }
}
