import { Type, type Static } from 'typebox'

import type { Immutable } from '../../customs/immutable.ts'
import { orderSchema } from '../../customs/order/order.ts'
import { money } from '../../customs/order/schema.ts'

const { incoterm, dutiesBilledTo } = orderSchema.properties

/** On which terms the goods of an order are delivered, and what is paid beside their prices for it. */
export const deliveryTermsSchema = Type.Object(
  {
    incoterm,
    dutiesBilledTo,
    freight: Type.Optional(money),
    insurance: Type.Optional(money),
  },
  { additionalProperties: false },
)

/** The type of {@link deliveryTermsSchema}. */
export type DeliveryTerms = Immutable<Static<typeof deliveryTermsSchema>>

/** The delivery terms alone of something that has them. */
export function deliveryTermsOf({
  incoterm: term,
  dutiesBilledTo: payer,
  freight,
  insurance,
}: DeliveryTerms): DeliveryTerms {
  return {
    ...{ incoterm: term, dutiesBilledTo: payer },
    ...(freight && { freight }),
    ...(insurance && { insurance }),
  }
}
