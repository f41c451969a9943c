import { Anchor, Button, Stack, Table, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { UserRound } from 'lucide-react'

import type { BuyerView } from '../../../../api/buyers.ts'
import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { MoneyText } from '../../../kit/components/MoneyText.tsx'
import { PageHead } from '../../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { buyersQuery } from '../agent-queries.ts'

const words = {
  title: { en: 'Buyers', zh: '买方' },
  lead: {
    en: 'For whom you buy: what they wait for, what lies here for them, what they owe.',
    zh: '您代购的买方：待到货、在库货物与应付款项。',
  },
  buyer: { en: 'Buyer', zh: '买方' },
  awaited: { en: 'Awaited', zh: '待到货' },
  here: { en: 'Here', zh: '在库' },
  shipped: { en: 'Shipped', zh: '已发运' },
  due: { en: 'Due', zh: '应付' },
  last: { en: 'Last order', zh: '最近下单' },
  expected: { en: 'can change', zh: '待定' },
  none: { en: 'No buyers yet', zh: '还没有买方' },
  begin: {
    en: 'A buyer appears with the first order. Upload your purchase list, or type an order.',
    zh: '有了第一个订单就会出现买方。请上传表格或录入订单。',
  },
  upload: { en: 'Upload a table', zh: '上传表格' },
  more: { en: 'Show more', zh: '显示更多' },
}

/** Everybody for whom the agent buys. */
export function BuyersPage() {
  const say = useSay()
  const buyers = useInfiniteQuery(buyersQuery)
  const items = buyers.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)} />
      <Stack>
        <ProblemNote error={buyers.error} onRetry={() => void buyers.refetch()} />
        {buyers.isPending && <LoadingRows />}
        {buyers.isSuccess && items.length === 0 && (
          <EmptyState
            icon={UserRound}
            title={say(words.none)}
            actions={
              <Button component={Link} to="/upload">
                {say(words.upload)}
              </Button>
            }
          >
            {say(words.begin)}
          </EmptyState>
        )}
        {items.length > 0 && <BuyerTable buyers={items} />}
        {buyers.hasNextPage && (
          <Button variant="default" mx="auto" onClick={() => void buyers.fetchNextPage()}>
            {say(words.more)}
          </Button>
        )}
      </Stack>
    </>
  )
}

function BuyerTable({ buyers }: { readonly buyers: readonly BuyerView[] }) {
  const say = useSay()
  return (
    <Table highlightOnHover verticalSpacing="xs" aria-label={say(words.title)}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say(words.buyer)}</Table.Th>
          <Table.Th ta="right" visibleFrom="xs">
            {say(words.awaited)}
          </Table.Th>
          <Table.Th ta="right" style={{ whiteSpace: 'nowrap' }}>
            {say(words.here)}
          </Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            {say(words.shipped)}
          </Table.Th>
          <Table.Th ta="right">{say(words.due)}</Table.Th>
          <Table.Th visibleFrom="md">{say(words.last)}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {buyers.map((buyer) => (
          <BuyerRow key={buyer.id} buyer={buyer} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function BuyerRow({
  buyer: { id, party, orders, bills, lastOrderedAt },
}: {
  readonly buyer: BuyerView
}) {
  const say = useSay()
  const { number } = useFormats()
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={`/buyers/${id}`} fw={600}>
          {party.name}
        </Anchor>
        <Text size="xs" c="dimmed">
          {party.address.city}, {party.address.country}
        </Text>
      </Table.Td>
      <Table.Td ta="right" visibleFrom="xs">
        {number(orders.awaited)}
      </Table.Td>
      <Table.Td ta="right">{number(orders.inWarehouse)}</Table.Td>
      <Table.Td ta="right" visibleFrom="sm">
        {number(orders.shipped)}
      </Table.Td>
      <Table.Td ta="right">
        {bills.due.map((amount) => (
          <div key={amount.currency}>
            <MoneyText value={amount} />
          </div>
        ))}
        {bills.expected > 0 && (
          <Text size="xs" c="dimmed">
            {say(words.expected)}
          </Text>
        )}
      </Table.Td>
      <Table.Td visibleFrom="md">
        <InstantText at={lastOrderedAt} as="ago" />
      </Table.Td>
    </Table.Tr>
  )
}
