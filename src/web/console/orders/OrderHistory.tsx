import { Text, Timeline } from '@mantine/core'

import type { OrderView } from '../../../api/orders.ts'
import { InstantText } from '../../kit/components/InstantText.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { orderEvents } from './order-states.ts'

/** What happened to an order, by whom and why; the first event first. */
export function OrderHistory({ history }: { readonly history: OrderView['history'] }) {
  const say = useSay()
  return (
    <Timeline active={history.length - 1} bulletSize={16} lineWidth={2} color="tide">
      {history.map(({ event, at, reason, actor }, index) => (
        <Timeline.Item key={index} title={say(orderEvents[event] ?? { en: event, zh: event })}>
          {reason !== undefined && <Text size="sm">{reason}</Text>}
          <Text size="xs" c="dimmed">
            <InstantText at={at} />
            {'name' in actor && ` · ${actor.name}`}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  )
}
