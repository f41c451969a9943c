import { Anchor, Stack, Table, Text, TextInput } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { PackageOpen, ScanBarcode } from 'lucide-react'
import { useState } from 'react'

import type { OrderSummaryView } from '../../../../api/views/order-summary.ts'
import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useTypedWords } from '../../../kit/use-typed-words.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { ordersQuery } from '../../orders/order-queries.ts'
import { OrderStateBadge } from '../../orders/OrderStateBadge.tsx'

const words = {
  title: { en: 'Receiving', zh: '收货' },
  lead: {
    en: 'A parcel has come: scan or type its order, then count, weigh and photograph.',
    zh: '包裹到仓：扫描或输入订单号，然后清点、称重、拍照。',
  },
  scan: { en: 'Order, buyer or seller', zh: '订单号、买方或卖方' },
  scanHint: {
    en: 'Enter goes to the order if only one fits.',
    zh: '仅有一个匹配时，按回车直接打开。',
  },
  awaited: { en: 'Awaited orders', zh: '待收订单' },
  order: { en: 'Order', zh: '订单号' },
  buyer: { en: 'Buyer', zh: '买方' },
  seller: { en: 'Seller', zh: '卖方' },
  since: { en: 'Came in', zh: '接收时间' },
  none: { en: 'No order waits for goods', zh: '没有待收货的订单' },
  begin: {
    en: 'Orders appear here as soon as they are on file, and leave when all of their pieces are counted.',
    zh: '订单登记后出现在此，全部清点后移出。',
  },
}

/** Where a parcel that came finds its order. */
export function ReceivingPage() {
  const say = useSay()
  const navigate = useNavigate()
  const [q, setQ] = useState('')
  const { typed, field } = useTypedWords({ stated: q, onSettle: setQ })
  const received = useInfiniteQuery(ordersQuery({ q, state: 'received' }))
  const partly = useInfiniteQuery(ordersQuery({ q, state: 'partly-received' }))
  const orders = [partly, received].flatMap(
    ({ data }) => data?.pages.flatMap((page) => page.items) ?? [],
  )
  const [only, ...others] = orders
  const isFound = received.isSuccess && partly.isSuccess
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)} />
      <Stack>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const exact = orders.find(({ reference }) => reference === typed.trim())
            const fits = exact ?? (others.length === 0 ? only : undefined)
            if (fits !== undefined) {
              void navigate({ to: '/receiving/$orderId', params: { orderId: fits.id } })
            }
          }}
        >
          <TextInput
            label={say(words.scan)}
            description={say(words.scanHint)}
            inputWrapperOrder={['label', 'input', 'description']}
            leftSection={<ScanBarcode size={18} aria-hidden />}
            size="lg"
            {...field}
            maxLength={70}
            // Scanners type where the cursor stands, and this is all that one comes here for.
            autoFocus
            autoComplete="off"
          />
        </form>
        <ProblemNote error={received.error ?? partly.error} />
        {!isFound && <LoadingRows />}
        {isFound && only === undefined && (
          <EmptyState icon={PackageOpen} title={say(words.none)}>
            {say(words.begin)}
          </EmptyState>
        )}
        {only !== undefined && <AwaitedOrders orders={orders} />}
      </Stack>
    </>
  )
}

function AwaitedOrders({ orders }: { readonly orders: readonly OrderSummaryView[] }) {
  const say = useSay()
  return (
    <Table highlightOnHover verticalSpacing="sm" aria-label={say(words.awaited)}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say(words.order)}</Table.Th>
          <Table.Th>{say(words.buyer)}</Table.Th>
          <Table.Th visibleFrom="sm">{say(words.seller)}</Table.Th>
          <Table.Th visibleFrom="sm">{say(words.since)}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {orders.map(({ id, reference, buyer, seller, state, createdAt }) => (
          <Table.Tr key={id}>
            <Table.Td>
              <Anchor component={Link} to={`/receiving/${id}`} fw={600}>
                {reference}
              </Anchor>{' '}
              {state === 'partly-received' && <OrderStateBadge state={state} />}
            </Table.Td>
            <Table.Td>{buyer}</Table.Td>
            <Table.Td visibleFrom="sm">
              <Text size="sm">{seller}</Text>
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <InstantText at={createdAt} as="ago" />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
