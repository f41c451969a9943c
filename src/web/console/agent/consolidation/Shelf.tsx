import { useDroppable } from '@dnd-kit/core'
import { Anchor, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import type { StockView } from '../../../../api/warehouse-stock.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import styles from './board.module.css'
import { byBuyer } from './by-buyer.ts'
import { SHELF } from './moves.ts'
import { OrderCard, type MoveTarget } from './OrderCard.tsx'

const words = {
  title: { en: 'On the shelf', zh: '货架' },
  empty: {
    en: 'Nothing is waiting. Orders come here when all of their pieces are received.',
    zh: '没有待集货的订单。订单全部到齐后会出现在这里。',
  },
  receive: { en: 'Receive goods', zh: '登记收货' },
}

interface ShelfProps {
  readonly orders: readonly StockView[]
  readonly targets: readonly MoveTarget[]
  readonly onMove: (orderId: string, to: string) => void
}

/** What is in the warehouse and in no shipment, by buyer. */
export function Shelf({ orders, targets, onMove }: ShelfProps) {
  const say = useSay()
  const { setNodeRef, isOver } = useDroppable({ id: SHELF })
  return (
    <section
      className={styles.place}
      ref={setNodeRef}
      data-over={isOver || undefined}
      aria-labelledby="shelf"
    >
      <Title order={2} size="h5" id="shelf" mb="xs">
        {say(words.title)}
      </Title>
      {orders.length === 0 && (
        <Text size="sm" c="dimmed">
          {say(words.empty)}{' '}
          <Anchor component={Link} to="/receiving" size="sm" underline="always">
            {say(words.receive)}
          </Anchor>
        </Text>
      )}
      <Stack gap="sm">
        {byBuyer(orders).map((buyer) => (
          <div key={buyer.key}>
            <Text size="sm" fw={600} mb={4}>
              {buyer.name}{' '}
              <Text span size="xs" c="dimmed">
                {buyer.town}
              </Text>
            </Text>
            <Stack gap={6}>
              {buyer.orders.map((order) => (
                <OrderCard key={order.id} order={order} targets={targets} onMove={onMove} />
              ))}
            </Stack>
          </div>
        ))}
      </Stack>
    </section>
  )
}
