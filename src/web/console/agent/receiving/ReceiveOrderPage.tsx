import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Check, CircleCheck } from 'lucide-react'
import { useState } from 'react'

import type { OrderView } from '../../../../api/views/order-view.ts'
import type { ReceiptView, RecordedReceiptView } from '../../../../api/warehouse-receipts.ts'
import { change } from '../../../kit/api/ask.ts'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { LookOnlyNote } from '../../../kit/components/LookOnlyNote.tsx'
import { PageHead } from '../../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { orderQuery } from '../../orders/order-queries.ts'
import { receiptsQuery } from '../agent-queries.ts'
import { CountLines } from './CountLines.tsx'
import { Packages } from './Packages.tsx'
import { Photos } from './Photos.tsx'
import { emptyReceipt, openPieces, receiptBody, type ReceiptDraft } from './receipt-draft.ts'
import { SetApart } from './SetApart.tsx'
import { ShortageDecision } from './ShortageDecision.tsx'

const words = {
  title: (reference: string) => ({
    en: `Receive order ${reference}`,
    zh: `收货：订单 ${reference}`,
  }),
  from: (seller: string, buyer: string) => ({
    en: `From ${seller}, for ${buyer}`,
    zh: `${seller} 发来，买方 ${buyer}`,
  }),
  record: { en: 'Record the receipt', zh: '登记收货' },
  nothing: {
    en: 'Nothing is counted yet: press + for each piece, or "all".',
    zh: '尚未清点：逐件按 +，或点击“全部”。',
  },
  done: { en: 'The receipt is recorded.', zh: '收货已登记。' },
  allHere: { en: 'All pieces are here and can be shipped.', zh: '全部到齐，可以发运。' },
  next: { en: 'Next parcel', zh: '下一个包裹' },
  consolidate: { en: 'Consolidate', zh: '去集货' },
  toOrder: { en: 'See what came of the order', zh: '查看该订单的到货情况' },
  notAwaited: {
    en: 'This order waits for no more pieces; what comes now is kept apart as late or surplus.',
    zh: '该订单不再等待货物；现在到的货物将作为迟到或多余单独存放。',
  },
}

/** Counts, weighs and photographs what came of one order. */
export function ReceiveOrderPage() {
  const { orderId } = useParams({ from: '/frame/receiving/$orderId' })
  const order = useQuery(orderQuery(orderId))
  const receipts = useQuery(receiptsQuery(orderId))
  const { may } = useSession()
  const error = order.error ?? receipts.error
  if (error !== null) return <ProblemNote error={error} onRetry={() => void order.refetch()} />
  if (!order.isSuccess || !receipts.isSuccess) return <LoadingRows />
  if (!may('warehouse.receive')) return <LookOnly order={order.data} />
  return <Receiving key={orderId} order={order.data} receipts={receipts.data} />
}

function LookOnly({ order }: Pick<ReceivingProps, 'order'>) {
  const say = useSay()
  const lead = words.from(order.seller, order.buyer)
  return (
    <>
      <PageHead title={say(words.title(order.reference))} lead={say(lead)} />
      <LookOnlyNote others="operations" />
      <Button component={Link} to={`/orders/${order.id}`} variant="default">
        {say(words.toOrder)}
      </Button>
    </>
  )
}

interface ReceivingProps {
  readonly order: OrderView
  readonly receipts: readonly ReceiptView[]
}

function Receiving({ order, receipts }: ReceivingProps) {
  const say = useSay()
  const [draft, setDraft] = useState(() => emptyReceipt(order.order))
  const record = useRecording(order.id, () => setDraft(emptyReceipt(order.order)))
  const open = openPieces(order.order, receipts)
  const edit = (part: Partial<ReceiptDraft>) => setDraft((before) => ({ ...before, ...part }))
  const isEmpty = draft.setApart.length === 0 && draft.lines.every(({ quantity }) => quantity === 0)
  const awaits = order.state === 'received' || order.state === 'partly-received'
  const lead = words.from(order.seller, order.buyer)
  return (
    <>
      <PageHead title={say(words.title(order.reference))} lead={say(lead)} />
      {record.isSuccess && <Recorded receipt={record.data} />}
      {order.state === 'partly-received' && <ShortageDecision order={order} />}
      {!awaits && !record.isSuccess && <Alert color="yellow">{say(words.notAwaited)}</Alert>}
      {!(record.isSuccess && !awaits) && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            record.mutate(draft)
          }}
        >
          <Stack gap="lg">
            <CountLines
              order={order.order}
              open={open}
              lines={draft.lines}
              onCount={(lines) => edit({ lines })}
            />
            <Packages packages={draft.packages} onMeasure={(packages) => edit({ packages })} />
            <Photos
              photoIds={draft.photoIds}
              onAdd={(photoId) =>
                setDraft((before) => ({ ...before, photoIds: [...before.photoIds, photoId] }))
              }
              onRemove={(photoId) =>
                edit({ photoIds: draft.photoIds.filter((kept) => kept !== photoId) })
              }
            />
            <SetApart
              order={order.order}
              goods={draft.setApart}
              onDescribe={(setApart) => edit({ setApart })}
            />
            <ProblemNote error={record.error} />
            {isEmpty && (
              <Text size="sm" c="dimmed">
                {say(words.nothing)}
              </Text>
            )}
            <Group>
              <Button
                type="submit"
                size="md"
                loading={record.isPending}
                disabled={isEmpty}
                leftSection={<Check size={18} />}
              >
                {say(words.record)}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </>
  )
}

function useRecording(orderId: string, onRecorded: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (draft: ReceiptDraft) =>
      change<RecordedReceiptView>('/v1/warehouse-receipts', { body: receiptBody(orderId, draft) }),
    onSuccess: async () => {
      onRecorded()
      await Promise.all(
        [['orders'], ['receipts'], ['stock'], ['buyers']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      )
    },
  })
}

function Recorded({ receipt }: { readonly receipt: RecordedReceiptView }) {
  const say = useSay()
  const isAllHere = receipt.orderState === 'in-warehouse'
  return (
    <Alert
      color="green"
      variant="outline"
      role="status"
      mb="lg"
      icon={<CircleCheck aria-hidden />}
      title={say(words.done)}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      {isAllHere && <Text size="sm">{say(words.allHere)}</Text>}
      {receipt.differences.map((difference, index) => (
        <Text key={index} size="sm">
          {say(difference.message)}
        </Text>
      ))}
      <Group mt="sm">
        <Button component={Link} to="/receiving" size="xs">
          {say(words.next)}
        </Button>
        {isAllHere && (
          <Button component={Link} to="/consolidation" size="xs" variant="default">
            {say(words.consolidate)}
          </Button>
        )}
      </Group>
    </Alert>
  )
}
