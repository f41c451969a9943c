import { Anchor, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import type { OrderSummaryView } from '../../../api/views/order-summary.ts'
import { InstantText } from '../../kit/components/InstantText.tsx'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { StateBadge } from '../../kit/components/StateBadge.tsx'
import { OrderStateBadge } from './OrderStateBadge.tsx'

const words = {
  caption: { en: 'Orders', zh: '订单' },
  reference: { en: 'Order', zh: '订单号' },
  buyer: { en: 'Buyer', zh: '买方' },
  seller: { en: 'Seller', zh: '卖方' },
  value: { en: 'Goods', zh: '货值' },
  state: { en: 'State', zh: '状态' },
  inCase: { en: 'Case', zh: '清关案' },
  received: { en: 'Came in', zh: '接收时间' },
  lines: (count: number) => ({
    en: count === 1 ? '1 line' : `${count} lines`,
    zh: `${count} 行`,
  }),
}

/** Orders as rows; on a phone what matters less moves under the reference. */
export function OrderTable({ orders }: { readonly orders: readonly OrderSummaryView[] }) {
  const say = useSay()
  return (
    <Table highlightOnHover verticalSpacing="xs" aria-label={say(words.caption)}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say(words.reference)}</Table.Th>
          <Table.Th visibleFrom="sm">{say(words.buyer)}</Table.Th>
          <Table.Th visibleFrom="md">{say(words.seller)}</Table.Th>
          <Table.Th ta="right">{say(words.value)}</Table.Th>
          <Table.Th>{say(words.state)}</Table.Th>
          <Table.Th visibleFrom="sm">{say(words.received)}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {orders.map((order) => (
          <OrderRow key={order.id} order={order} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function OrderRow({ order }: { readonly order: OrderSummaryView }) {
  const say = useSay()
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={`/orders/${order.id}`} fw={600}>
          {order.reference}
        </Anchor>
        <Text size="xs" c="dimmed">
          {say(words.lines(order.lineCount))} · {order.destination}
        </Text>
        <Text size="xs" c="dimmed" hiddenFrom="sm">
          {order.buyer}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">{order.buyer}</Table.Td>
      <Table.Td visibleFrom="md">{order.seller}</Table.Td>
      <Table.Td ta="right">
        <MoneyText value={order.goodsValue} />
      </Table.Td>
      <Table.Td>
        <OrderStanding order={order} />
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <InstantText at={order.createdAt} as="ago" />
      </Table.Td>
    </Table.Tr>
  )
}

/** Once there is a case, the order stands where its case does. */
function OrderStanding({ order }: { readonly order: OrderSummaryView }) {
  const say = useSay()
  if (order.case === undefined) return <OrderStateBadge state={order.state} />
  return (
    <>
      <StateBadge state={order.case.state} />
      <Text size="xs" mt={2}>
        {say(words.inCase)}{' '}
        <Anchor component={Link} to={`/cases/${order.case.id}`} size="xs">
          {order.case.reference}
        </Anchor>
      </Text>
    </>
  )
}
