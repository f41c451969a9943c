import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'

import { useSession } from '../../kit/session.ts'

interface OrderLinksProps {
  readonly orders: readonly { readonly id: string; readonly reference: string }[]
}

/** Orders by their references, each a way to its page for whoever may read orders. */
export function OrderLinks({ orders }: OrderLinksProps) {
  const { may } = useSession()
  return orders.map(({ id, reference }, index) => (
    <Fragment key={id}>
      {index > 0 && ', '}
      {may('orders.read') ? (
        <Anchor component={Link} to={`/orders/${id}`} underline="always" inherit>
          {reference}
        </Anchor>
      ) : (
        reference
      )}
    </Fragment>
  ))
}
