import { Badge, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { DeliveryView } from '../../../../api/deliveries.ts'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { DeliveryList } from '../../deliveries/DeliveryList.tsx'
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
  next: { en: 'next', zh: '下次' },
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
  const [shown, setShown] = useState<(typeof choices)[number]>('all')
  const deliveries = useQuery(deliveriesQuery(endpointId, shown))
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
      <DeliveryList
        label={say(words.title)}
        deliveries={deliveries}
        refreshed={['deliveries', endpointId]}
        none={{ title: say(words.none), why: say(words.noneLead) }}
        name={({ type }) => type}
        marks={({ state }) => (
          <Badge variant="outline" color={stateColours[state]} c="var(--mantine-color-text)">
            {say(states[state])}
          </Badge>
        )}
        facts={(delivery) => <NextAttempt {...delivery} />}
      />
    </Section>
  )
}

function NextAttempt({ dueAt, attempts }: DeliveryView) {
  const say = useSay()
  if (dueAt === undefined || attempts === 0) return null
  return (
    <>
      {' · '}
      {say(words.next)} <InstantText at={dueAt} as="ago" />
    </>
  )
}
