import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'

import type { OrderView } from '../../../../api/views/order-view.ts'
import type { OrderSummaryView } from '../../../../api/views/order-summary.ts'
import type { Order } from '../../../../customs/order/order.ts'
import { read } from '../../../kit/api/ask.ts'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { LookOnlyNote } from '../../../kit/components/LookOnlyNote.tsx'
import { PageHead } from '../../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import type { Page } from '../order-queries.ts'
import { NewOrderForm, type Beginning } from './NewOrderForm.tsx'
import { draftFrom } from './order-draft.ts'
import { newOrderTitle } from './order-form.ts'
import { type DraftOwner, savedDraft } from './saved-draft.ts'

/**
 * Where an order is typed. It begins with what was typed here before, with the facts of the order
 * that it is to be like, or with the standing facts of the latest one.
 */
export function NewOrderPage() {
  const say = useSay()
  const { may } = useSession()
  if (may('orders.create')) return <NewOrder />
  return (
    <>
      <PageHead title={say(newOrderTitle)} />
      <LookOnlyNote others="operations" />
    </>
  )
}

function NewOrder() {
  const { tenant, person } = useSession()
  const { like } = useSearch({ from: '/frame/orders/new' })
  const beginning = useQuery({
    queryKey: ['new-order', tenant.id, person.id, like],
    queryFn: ({ signal }) =>
      beginningOf({ tenantId: tenant.id, personId: person.id }, like, signal),
    staleTime: Infinity,
    gcTime: 0,
  })
  if (beginning.isPending) return <LoadingRows />
  if (beginning.isError) {
    return <ProblemNote error={beginning.error} onRetry={() => void beginning.refetch()} />
  }
  return <NewOrderForm beginning={beginning.data} />
}

async function beginningOf(
  owner: DraftOwner,
  like: string | undefined,
  signal: AbortSignal,
): Promise<Beginning> {
  if (like !== undefined) {
    const { order, reference } = await read<OrderView>(`/v1/orders/${like}`, signal)
    const { reference: _, ...facts } = order
    return { draft: draftFrom(facts), from: reference }
  }
  const saved = savedDraft(owner, Date.now())
  if (saved !== undefined) return { draft: saved }
  const { items } = await read<Page<OrderSummaryView>>('/v1/orders?limit=1', signal)
  const [latest] = items
  if (latest === undefined) return { draft: draftFrom({}) }
  const { order, reference } = await read<OrderView>(`/v1/orders/${latest.id}`, signal)
  return { draft: draftFrom(standingFacts(order)), from: reference }
}

/** What hardly differs from order to order: who acts for whom, and how goods travel. */
function standingFacts(order: Order): Partial<Order> {
  const { channel, marketplace, purchasingAgent, incoterm, dutiesBilledTo, transport } = order
  const { mode, carrier } = transport
  const { fee: _, ...agent } = purchasingAgent ?? {}
  return {
    ...{ channel, incoterm, dutiesBilledTo },
    transport: { mode, ...(carrier !== undefined && { carrier }) },
    ...(marketplace && { marketplace }),
    ...(purchasingAgent && { purchasingAgent: agent as typeof purchasingAgent }),
    ...(purchasingAgent && { shipFrom: order.shipFrom }),
  }
}
