import { Type, type Static } from 'typebox'

import { setApartKinds, setApartStates, type SetApartGoods } from '../../agents/index.ts'
import type { Immutable } from '../../customs/immutable.ts'
import { oneOf } from '../../customs/order/schema.ts'
import { instant, record } from '../http/schema.ts'

/**
 * Pieces that came with an order and are not sent on, and how they left the warehouse once they
 * have.
 */
export const setApartSchema = Type.Object(
  {
    id: Type.String(),
    receiptId: Type.String(),
    orderId: Type.String(),
    orderReference: Type.String({ description: 'the number of the order' }),
    receivedAt: instant,
    kind: oneOf(setApartKinds, 'why the pieces are not sent on'),
    lineNumber: Type.Optional(Type.Integer()),
    quantity: Type.Integer({ description: 'number of pieces' }),
    description: Type.String(),
    state: oneOf(setApartStates, 'where the pieces are'),
    settled: Type.Optional(
      Type.Object({
        by: record<NonNullable<SetApartGoods['settled']>['by']>('by whom it was recorded'),
        at: instant,
        reason: Type.String(),
      }),
    ),
  },
  { description: 'pieces that came with an order and are not sent on' },
)

/** The type of {@link setApartSchema}. */
export type SetApartView = Immutable<Static<typeof setApartSchema>>

/**
 * What the warehouse recorded, in the form of the interface; the receipt and the order stand as
 * ids.
 */
export function setApartView({ setApartId: id, ...goods }: SetApartGoods): SetApartView {
  return { id, ...goods }
}
