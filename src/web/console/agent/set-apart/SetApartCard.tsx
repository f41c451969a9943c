import { Anchor, Badge, Button, Card, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import type { SetApartView } from '../../../../api/views/set-apart-view.ts'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { useSession } from '../../../kit/session.ts'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { kindWords, stateWords } from './set-apart-words.ts'
import { SettleGoods, type Outcome } from './SettleGoods.tsx'

const words = {
  pieces: (count: string) => ({ en: `${count} ×`, zh: `${count} 件` }),
  order: { en: 'came with order', zh: '随订单' },
  since: { en: 'received', zh: '收货' },
  sendBack: { en: 'Sent back', zh: '已退回' },
  dispose: { en: 'Disposed of', zh: '已处置' },
  sendBackOf: (what: string) => ({ en: `${what}: sent back`, zh: `${what}：已退回` }),
  disposeOf: (what: string) => ({ en: `${what}: disposed of`, zh: `${what}：已处置` }),
}

/** Pieces that are not sent on, with what was wrong and what became of them. */
export function SetApartCard({ pieces }: { readonly pieces: SetApartView }) {
  const say = useSay()
  const { number } = useFormats()
  const { may } = useSession()
  const [outcome, setOutcome] = useState<Outcome>()
  const { state, settled, description } = pieces
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ flex: '1 1 240px', minWidth: 0 }}>
          <Group gap="xs">
            <Text fw={600}>{say(words.pieces(number(String(pieces.quantity))))}</Text>
            <Badge variant="outline" color="gray">
              {say(kindWords[pieces.kind])}
            </Badge>
            {state !== 'kept-apart' && (
              <Badge variant="light" color="gray" autoContrast>
                {say(stateWords[state])}
              </Badge>
            )}
          </Group>
          <Text>{description}</Text>
          <Text size="sm" c="dimmed">
            {say(words.order)}{' '}
            <Anchor component={Link} to={`/orders/${pieces.orderId}`} inherit underline="always">
              {pieces.orderReference}
            </Anchor>{' '}
            · {say(words.since)} <InstantText at={pieces.receivedAt} as="ago" />
          </Text>
          {settled !== undefined && (
            <Text size="sm">
              {settled.reason} · <InstantText at={settled.at} as="ago" />
            </Text>
          )}
        </div>
        {state === 'kept-apart' && may('warehouse.decide') && (
          <Group gap="xs">
            <Button
              variant="default"
              size="xs"
              aria-label={say(words.sendBackOf(description))}
              onClick={() => setOutcome('sent-back')}
            >
              {say(words.sendBack)}
            </Button>
            <Button
              variant="default"
              size="xs"
              aria-label={say(words.disposeOf(description))}
              onClick={() => setOutcome('disposed-of')}
            >
              {say(words.dispose)}
            </Button>
          </Group>
        )}
      </Group>
      {outcome !== undefined && (
        <SettleGoods pieces={pieces} outcome={outcome} onClose={() => setOutcome(undefined)} />
      )}
    </Card>
  )
}
