import { useQueryClient } from '@tanstack/react-query'

import type { OrderView } from '../../../api/views/order-view.ts'
import { change } from '../../kit/api/ask.ts'
import { ReasonDialog } from '../../kit/components/ReasonDialog.tsx'
import { showNotice } from '../../kit/notices.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'

const words = {
  title: (reference: string) => ({ en: `Cancel order ${reference}`, zh: `取消订单 ${reference}` }),
  final: {
    en: 'A cancelled order does not come back; its facts can be handed in anew under another reference. Goods that come later are kept apart.',
    zh: '已取消的订单不可恢复；可用新订单号重新提交。之后到仓的货物将单独存放。',
  },
  reason: { en: 'Why it is cancelled', zh: '取消原因' },
  reasonHint: {
    en: 'It stays in the record. Write no names, the order number is enough.',
    zh: '将保留在记录中。请勿写姓名，写订单号即可。',
  },
  keep: { en: 'Keep the order', zh: '保留订单' },
  cancel: { en: 'Cancel it', zh: '确认取消' },
  done: (reference: string) => ({
    en: `Order ${reference} is cancelled.`,
    zh: `订单 ${reference} 已取消。`,
  }),
}

interface CancelOrderProps {
  readonly order: OrderView
  readonly onClose: () => void
}

/** Asks why an order is given up, and gives it up. */
export function CancelOrder({ order, onClose }: CancelOrderProps) {
  const say = useSay()
  const queries = useQueryClient()
  return (
    <ReasonDialog
      title={say(words.title(order.reference))}
      lead={say(words.final)}
      label={say(words.reason)}
      hint={say(words.reasonHint)}
      keep={say(words.keep)}
      confirm={say(words.cancel)}
      color="red"
      onClose={onClose}
      act={(reason) => change(`/v1/orders/${order.id}/cancel`, { body: { reason } })}
      onDone={async () => {
        onClose()
        showNotice({ message: say(words.done(order.reference)) })
        await queries.invalidateQueries({ queryKey: ['orders'] })
      }}
    />
  )
}
