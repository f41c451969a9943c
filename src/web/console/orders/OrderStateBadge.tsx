import { Badge } from '@mantine/core'

import type { OrderSummaryView } from '../../../api/views/order-summary.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { orderStates } from './order-states.ts'

/** Where an order stands, in a word; what it means is a hover away. */
export function OrderStateBadge({ state }: { readonly state: OrderSummaryView['state'] }) {
  const say = useSay()
  const { label, explanation, color } = orderStates[state]
  return (
    <Badge
      variant="light"
      color={color}
      title={say(explanation)}

      styles={{ label: { color: 'var(--mantine-color-text)' } }}
    >
      {say(label)}
    </Badge>
  )
}
