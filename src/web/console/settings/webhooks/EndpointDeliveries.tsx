import { Badge, Button, NativeSelect, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { useState } from 'react'

import type { DeliveryView } from '../../../../api/deliveries.ts'
import { change } from '../../../kit/api/ask.ts'
import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Row, Rows } from '../Row.tsx'
import { Section } from '../Section.tsx'
import { deliveriesQuery } from './endpoints.ts'

const words = {
  title: { en: 'Deliveries', zh: '推送记录' },
  lead: {
    en: 'The latest first. What cannot be delivered is tried again for hours; then it waits here for you.',
    zh: '最新的在前。无法送达的消息会在数小时内多次重试，之后在此等待您处理。',
  },
  show: { en: 'Show', zh: '显示' },
  none: { en: 'No message yet', zh: '还没有消息' },
  noneLead: {
    en: 'Send a test message, or wait for the next milestone of a case.',
    zh: '可以发送一条测试消息，或等待案件的下一个节点。',
  },
  attempts: (count: number) => ({
    en: count === 1 ? '1 attempt' : `${count} attempts`,
    zh: `已尝试 ${count} 次`,
  }),
  next: { en: 'next', zh: '下次' },
  replay: { en: 'Try again', zh: '重新推送' },
  replayOf: (type: string) => ({ en: `Try again: ${type}`, zh: `重新推送：${type}` }),
}

const states = {
  due: { en: 'on its way', zh: '推送中' },
  delivered: { en: 'delivered', zh: '已送达' },
  dead: { en: 'failed', zh: '推送失败' },
} as const

const stateColours = { due: 'yellow', delivered: 'teal', dead: 'red' } as const

const choices = ['all', 'due', 'delivered', 'dead'] as const
const choiceWords = { all: { en: 'All', zh: '全部' }, ...states } as const

/** What became of the messages to an endpoint; what has failed can be sent again. */
export function EndpointDeliveries({ endpointId }: { readonly endpointId: string }) {
  const say = useSay()
  const queries = useQueryClient()
  const [shown, setShown] = useState<(typeof choices)[number]>('all')
  const deliveries = useQuery(deliveriesQuery(endpointId, shown))
  const replaying = useMutation({
    mutationFn: (id: string) => change(`/v1/deliveries/${id}/replay`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['deliveries', endpointId] }),
  })
  const items = deliveries.data?.items
  return (
    <Section
      title={say(words.title)}
      lead={say(words.lead)}
      actions={
        <NativeSelect
          label={say(words.show)}
          value={shown}
          data={choices.map((value) => ({ value, label: say(choiceWords[value]) }))}
          onChange={({ currentTarget: { value } }) =>
            setShown(choices.find((choice) => choice === value) ?? 'all')
          }
        />
      }
    >
      <ProblemNote error={deliveries.error ?? replaying.error} />
      {deliveries.isPending && <LoadingRows rows={3} height={56} />}
      {items?.length === 0 && (
        <EmptyState icon={Send} title={say(words.none)}>
          {say(words.noneLead)}
        </EmptyState>
      )}
      {items !== undefined && items.length > 0 && (
        <Rows label={say(words.title)}>
          {items.map((delivery) => (
            <DeliveryRow
              key={delivery.id}
              delivery={delivery}
              onReplay={() => replaying.mutate(delivery.id)}
            />
          ))}
        </Rows>
      )}
    </Section>
  )
}

interface DeliveryRowProps {
  readonly delivery: DeliveryView
  readonly onReplay: () => void
}

function DeliveryRow({ delivery, onReplay }: DeliveryRowProps) {
  const say = useSay()
  const { may } = useSession()
  const { type, state, createdAt, attempts, dueAt, lastError } = delivery
  return (
    <Row
      title={type}
      marks={
        <Badge variant="outline" color={stateColours[state]} c="var(--mantine-color-text)">
          {say(states[state])}
        </Badge>
      }
      facts={
        <>
          <InstantText at={createdAt} as="ago" /> · {say(words.attempts(attempts))}
          {dueAt !== undefined && attempts > 0 && (
            <>
              {' · '}
              {say(words.next)} <InstantText at={dueAt} as="ago" />
            </>
          )}
          {lastError !== undefined && (
            <Text size="sm" lang="en">
              {lastError}
            </Text>
          )}
        </>
      }
      actions={
        state === 'dead' &&
        may('webhooks.manage') && (
          <Button
            size="xs"
            variant="default"
            aria-label={say(words.replayOf(type))}
            onClick={onReplay}
          >
            {say(words.replay)}
          </Button>
        )
      }
    />
  )
}
