import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FileUp, Plus, Search, ShoppingCart } from 'lucide-react'
import { useState } from 'react'

import type { OrderSummaryView } from '../../../api/views/order-summary.ts'
import { EmptyState } from '../../kit/components/EmptyState.tsx'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSession } from '../../kit/session.ts'
import { useTypedWords } from '../../kit/use-typed-words.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { ordersQuery } from './order-queries.ts'
import { orderStates } from './order-states.ts'
import { OrderTable } from './OrderTable.tsx'

const words = {
  title: { en: 'Orders', zh: '订单' },
  lead: {
    en: 'Everything that was handed in, from the first word to the case that clears it.',
    zh: '所有已提交的订单，从接收到清关案。',
  },
  newOrder: { en: 'New order', zh: '新建订单' },
  upload: { en: 'Upload a table', zh: '上传表格' },
  search: { en: 'Reference, buyer or seller', zh: '订单号、买方或卖方' },
  state: { en: 'State', zh: '状态' },
  anyState: { en: 'Every state', zh: '全部状态' },
  more: { en: 'Show more', zh: '显示更多' },
  none: { en: 'No orders yet', zh: '还没有订单' },
  begin: {
    en: 'Upload the table that your shop or spreadsheet gives out, with whatever headings it has, or type a first order by hand. A shop can also hand orders in through the interface.',
    zh: '可上传店铺或表格软件导出的表格（表头不限），或手工录入第一个订单；店铺也可通过接口提交。',
  },
  notFound: { en: 'Nothing matches', zh: '没有符合条件的订单' },
  otherWords: { en: 'Try fewer letters, or another state.', zh: '请减少关键字或更换状态。' },
}

/** The list of orders, with search and filter. */
export function OrdersPage() {
  const say = useSay()
  const { may } = useSession()
  const [q, setQ] = useState('')
  const [state, setState] = useState('')
  const isNarrowed = q !== '' || state !== ''
  const orders = useInfiniteQuery(
    ordersQuery({ q, ...(state !== '' && { state: state as OrderSummaryView['state'] }) }),
  )
  const items = orders.data?.pages.flatMap((page) => page.items) ?? []
  const actions = may('orders.create') && (
    <>
      <Button component={Link} to="/upload" variant="default" leftSection={<FileUp size={16} />}>
        {say(words.upload)}
      </Button>
      <Button component={Link} to="/orders/new" leftSection={<Plus size={16} />}>
        {say(words.newOrder)}
      </Button>
    </>
  )
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)} actions={actions} />
      <Stack gap="md">
        <Narrowing q={q} state={state} onSearch={setQ} onState={setState} />
        <ProblemNote error={orders.error} onRetry={() => void orders.refetch()} />
        {orders.isPending && <LoadingRows />}
        {items.length > 0 && <OrderTable orders={items} />}
        {orders.isSuccess && items.length === 0 && (
          <EmptyState
            icon={ShoppingCart}
            title={say(isNarrowed ? words.notFound : words.none)}
            actions={isNarrowed ? undefined : actions}
          >
            {say(isNarrowed ? words.otherWords : words.begin)}
          </EmptyState>
        )}
        {orders.hasNextPage && (
          <Button
            variant="default"
            loading={orders.isFetchingNextPage}
            onClick={() => void orders.fetchNextPage()}
            mx="auto"
          >
            {say(words.more)}
          </Button>
        )}
      </Stack>
    </>
  )
}

interface NarrowingProps {
  readonly q: string
  /** Empty for any. */
  readonly state: string
  readonly onSearch: (q: string) => void
  readonly onState: (state: string) => void
}

/** Which orders are shown: those with some words, those in a state. */
function Narrowing({ q, state, onSearch, onState }: NarrowingProps) {
  const say = useSay()
  const { field } = useTypedWords({ stated: q, onSettle: onSearch })
  return (
    <Group align="flex-end" gap="sm">
      <TextInput
        aria-label={say(words.search)}
        placeholder={say(words.search)}
        leftSection={<Search size={16} aria-hidden />}
        {...field}
        maxLength={70}
        style={{ flex: '1 1 220px' }}
        type="search"
      />
      <NativeSelect
        aria-label={say(words.state)}
        value={state}
        onChange={(event) => onState(event.currentTarget.value)}
        data={[
          { value: '', label: say(words.anyState) },
          ...Object.entries(orderStates).map(([value, { label }]) => ({
            value,
            label: say(label),
          })),
        ]}
      />
    </Group>
  )
}
