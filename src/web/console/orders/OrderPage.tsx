import { Alert, Anchor, Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowRight, Ban, Copy, PackageOpen } from 'lucide-react'

import type { OrderView } from '../../../api/views/order-view.ts'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { StateBadge } from '../../kit/components/StateBadge.tsx'
import { useSession } from '../../kit/session.ts'
import { caseStates } from '../../kit/terms/case-states.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { CancelOrder } from './CancelOrder.tsx'
import { DeliveryTerms } from './DeliveryTerms.tsx'
import { OrderHistory } from './OrderHistory.tsx'
import { OrderLines } from './OrderLines.tsx'
import { orderQuery } from './order-queries.ts'
import { isOpenOrder, orderStates } from './order-states.ts'
import { OrderStateBadge } from './OrderStateBadge.tsx'
import { PartyCard } from './PartyCard.tsx'

const words = {
  order: (reference: string) => ({ en: `Order ${reference}`, zh: `订单 ${reference}` }),
  clearedIn: { en: 'The goods are cleared in the case', zh: '货物由以下清关案办理：' },
  toCase: { en: 'Open the case', zh: '查看清关案' },
  receive: { en: 'Receive the goods', zh: '登记收货' },
  cancel: { en: 'Cancel the order', zh: '取消订单' },
  again: { en: 'Hand in anew', zh: '重新提交' },
  buyer: { en: 'Buyer', zh: '买方' },
  seller: { en: 'Seller', zh: '卖方' },
  agent: { en: 'Purchasing agent', zh: '代购' },
  goods: { en: 'Goods', zh: '货物' },
  history: { en: 'What happened', zh: '经过' },
  partOf: { en: 'A part of another order', zh: '由其他订单拆分而来' },
  parts: { en: 'Its goods were divided into', zh: '货物已拆分为' },
  part: (number: number) => ({ en: `part ${number}`, zh: `第 ${number} 部分` }),
  whole: { en: 'the whole order', zh: '原订单' },
}

/** One order: what comes next, its goods and people, and all that happened to it. */
export function OrderPage() {
  const say = useSay()
  const { orderId } = useParams({ from: '/frame/orders/$orderId' })
  const order = useQuery(orderQuery(orderId))
  if (order.isPending) return <LoadingRows />
  if (order.isError) {
    return <ProblemNote error={order.error} onRetry={() => void order.refetch()} />
  }
  return (
    <>
      <PageHead
        title={say(words.order(order.data.reference))}
        lead={<OrderStateBadge state={order.data.state} />}
        actions={<OrderActions order={order.data} />}
      />
      <Stack gap="lg">
        <Alert variant="light" color="tide" styles={{ message: { color: 'inherit' } }}>
          {order.data.case === undefined ? (
            say(orderStates[order.data.state].explanation)
          ) : (
            <InCase cleared={order.data.case} />
          )}
        </Alert>
        <Relations order={order.data} />
        <OrderFacts order={order.data} />
      </Stack>
    </>
  )
}

/** From the case on, what is so of the goods is what is so of the case. */
function InCase({ cleared }: { readonly cleared: NonNullable<OrderView['case']> }) {
  const say = useSay()
  return (
    <Group gap="xs">
      <Text span size="sm">
        {say(words.clearedIn)}
      </Text>
      <Anchor component={Link} to={`/cases/${cleared.id}`} size="sm" fw={600} underline="always">
        {cleared.reference}
      </Anchor>
      <StateBadge state={cleared.state} />
      <Text span size="sm">
        {say(caseStates[cleared.state].explanation)}
      </Text>
    </Group>
  )
}

function OrderFacts({ order: view }: { readonly order: OrderView }) {
  const say = useSay()
  const { order, history } = view
  const { buyer, seller, purchasingAgent, deliverTo } = order
  return (
    <>
      <section aria-labelledby="goods">
        <Title order={2} size="h4" id="goods" mb="xs">
          {say(words.goods)}
        </Title>
        <OrderLines order={order} />
      </section>
      <DeliveryTerms order={view} />
      <SimpleGrid cols={{ base: 1, sm: 2, lg: purchasingAgent ? 3 : 2 }}>
        <PartyCard title={say(words.buyer)} party={buyer} address={deliverTo} />
        <PartyCard title={say(words.seller)} party={seller} />
        {purchasingAgent && <PartyCard title={say(words.agent)} party={purchasingAgent.party} />}
      </SimpleGrid>
      <Card withBorder component="section" aria-labelledby="history">
        <Title order={2} size="h4" id="history" mb="sm">
          {say(words.history)}
        </Title>
        <OrderHistory history={history} />
      </Card>
    </>
  )
}

function Relations({ order: { partOf, parts } }: { readonly order: OrderView }) {
  const say = useSay()
  if (partOf === undefined && parts.length === 0) return null
  return (
    <Text>
      {say(partOf === undefined ? words.parts : words.partOf)}{' '}
      {partOf !== undefined && (
        <Anchor component={Link} to={`/orders/${partOf}`}>
          {say(words.whole)}
        </Anchor>
      )}
      {parts.map((id, index) => (
        <Anchor key={id} component={Link} to={`/orders/${id}`} mr="sm">
          {say(words.part(index + 1))}
        </Anchor>
      ))}
    </Text>
  )
}

function OrderActions({ order }: { readonly order: OrderView }) {
  const say = useSay()
  const { may, tenant } = useSession()
  const [isCancelling, cancelling] = useDisclosure()
  const { id, state, caseId } = order
  const isOpen = isOpenOrder(state)
  const awaits = state === 'received' || state === 'partly-received'
  const isAgent = tenant.kind === 'purchasing-agent'
  return (
    <Group gap="xs">
      {isOpen && may('orders.cancel') && (
        <Button variant="default" leftSection={<Ban size={16} />} onClick={cancelling.open}>
          {say(words.cancel)}
        </Button>
      )}
      {(state === 'cancelled' || state === 'sent-back') && may('orders.create') && (
        <Button
          component={Link}
          to={`/orders/new?like=${id}`}
          variant="default"
          leftSection={<Copy size={16} />}
        >
          {say(words.again)}
        </Button>
      )}
      {awaits && isAgent && may('warehouse.receive') && (
        <Button component={Link} to={`/receiving/${id}`} leftSection={<PackageOpen size={16} />}>
          {say(words.receive)}
        </Button>
      )}
      {caseId !== undefined && (
        <Button
          component={Link}
          to={`/cases/${caseId}`}
          rightSection={<ArrowRight size={16} aria-hidden />}
        >
          {say(words.toCase)}
        </Button>
      )}
      {isCancelling && <CancelOrder order={order} onClose={cancelling.close} />}
    </Group>
  )
}
