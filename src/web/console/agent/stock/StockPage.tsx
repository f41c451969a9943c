import { Anchor, Badge, Button, Card, Group, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Boxes, Split, Warehouse } from 'lucide-react'
import { useState } from 'react'

import type { StockView } from '../../../../api/warehouse-stock.ts'
import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { MoneyText } from '../../../kit/components/MoneyText.tsx'
import { PageHead } from '../../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { OrderStateBadge } from '../../orders/OrderStateBadge.tsx'
import { stockQuery } from '../agent-queries.ts'
import { GoodsPhoto } from '../GoodsPhoto.tsx'
import { DivideOrder } from './DivideOrder.tsx'

const words = {
  title: { en: 'Stock', zh: '库存' },
  lead: {
    en: 'What lies in the warehouse now and has not been shipped.',
    zh: '目前在库、尚未发运的货物。',
  },
  consolidate: { en: 'Consolidate', zh: '去集货' },
  since: { en: 'came', zh: '到库' },
  pieces: (received: string, ordered: string) => ({
    en: `${received} of ${ordered} pieces`,
    zh: `${ordered} 件中的 ${received} 件`,
  }),
  goods: (reference: string) => ({
    en: `Goods of order ${reference}`,
    zh: `订单 ${reference} 的货物`,
  }),
  planned: { en: 'planned for shipment', zh: '已排入集运' },
  divide: { en: 'Divide over parcels', zh: '拆分到多个包裹' },
  none: { en: 'The warehouse is empty', zh: '仓库中没有货物' },
  begin: {
    en: 'Goods appear here as soon as a receipt is recorded for their order.',
    zh: '登记收货后，货物会出现在这里。',
  },
  receive: { en: 'Receive goods', zh: '登记收货' },
}

/** What is in the warehouse, order by order. */
export function StockPage() {
  const say = useSay()
  const stock = useQuery(stockQuery)
  return (
    <>
      <PageHead
        title={say(words.title)}
        lead={say(words.lead)}
        actions={
          <Button component={Link} to="/consolidation" leftSection={<Boxes size={16} />}>
            {say(words.consolidate)}
          </Button>
        }
      />
      <Stack>
        <ProblemNote error={stock.error} onRetry={() => void stock.refetch()} />
        {stock.isPending && <LoadingRows height={96} />}
        {stock.data?.length === 0 && (
          <EmptyState
            icon={Warehouse}
            title={say(words.none)}
            actions={
              <Button component={Link} to="/receiving">
                {say(words.receive)}
              </Button>
            }
          >
            {say(words.begin)}
          </EmptyState>
        )}
        {stock.data?.map((order) => (
          <StockCard key={order.id} order={order} />
        ))}
      </Stack>
    </>
  )
}

function StockCard({ order }: { readonly order: StockView }) {
  const say = useSay()
  const { number } = useFormats()
  const { may } = useSession()
  const [isDividing, setIsDividing] = useState(false)
  const pieces = order.lines.reduce((sum, { received }) => sum + received, 0)
  const canDivide = order.state === 'in-warehouse' && order.shipmentId === undefined && pieces > 1
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Anchor component={Link} to={`/orders/${order.id}`} fw={600}>
            {order.reference}
          </Anchor>{' '}
          <OrderStateBadge state={order.state} />{' '}
          {order.shipmentId !== undefined && (
            <Badge variant="outline" color="gray">
              {say(words.planned)}
            </Badge>
          )}
          <Text size="sm">
            {order.buyer.name}, {order.buyer.address.city}
          </Text>
          <Text size="sm" c="dimmed">
            {order.seller} · {say(words.since)} <InstantText at={order.since} as="ago" />
          </Text>
        </div>
        <div style={{ marginInlineStart: 'auto', textAlign: 'end' }}>
          <Text className="figures">{number(order.grossWeightKg)} kg</Text>
          <MoneyText value={order.value} />
        </div>
      </Group>
      <Table mt="xs" aria-label={say(words.goods(order.reference))}>
        <Table.Tbody>
          {order.lines.map((line) => (
            <Table.Tr key={line.lineNumber}>
              <Table.Td>{line.description}</Table.Td>
              <Table.Td ta="right">
                {say(words.pieces(number(line.received), number(line.ordered)))}
              </Table.Td>
              <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                {number(line.grossWeightKg)} kg
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="space-between" mt="xs">
        <Group gap="xs">
          {order.photoIds.map((photoId, index) => (
            <GoodsPhoto key={photoId} photoId={photoId} number={index + 1} sizePx={56} />
          ))}
        </Group>
        {canDivide && may('warehouse.decide') && (
          <Button
            variant="default"
            size="xs"
            leftSection={<Split size={14} />}
            onClick={() => setIsDividing(true)}
          >
            {say(words.divide)}
          </Button>
        )}
      </Group>
      {isDividing && <DivideOrder order={order} onClose={() => setIsDividing(false)} />}
    </Card>
  )
}
