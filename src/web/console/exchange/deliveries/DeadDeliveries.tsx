import { Anchor, Button, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { RotateCw, Send } from 'lucide-react'

import type { DeliveryView } from '../../../../api/deliveries.ts'
import { change } from '../../../kit/api/ask.ts'
import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Row, Rows } from '../../settings/Row.tsx'
import styles from '../exchange.module.css'
import { deadDeliveriesQuery, exchangeKey } from '../exchange-queries.ts'

const words = {
  title: { en: 'Webhooks and e-mail that were given up', zh: '已放弃的 Webhook 与邮件' },
  lead: {
    en: 'What systems and people could not be told after hours of attempts.',
    zh: '经数小时多次尝试仍未能送达系统或人员的消息。',
  },
  none: { en: 'Everybody was told', zh: '消息均已送达' },
  noneWhy: {
    en: 'What cannot be delivered to a system or a person waits here in the end.',
    zh: '最终无法送达的消息会在此等待处理。',
  },
  webhook: { en: 'Webhook', zh: 'Webhook' },
  email: { en: 'E-mail', zh: '邮件' },
  attempts: (count: number) => ({
    en: count === 1 ? '1 attempt' : `${count} attempts`,
    zh: `已尝试 ${count} 次`,
  }),
  again: { en: 'Try again', zh: '重新推送' },
  againOf: (type: string) => ({ en: `Try again: ${type}`, zh: `重新推送：${type}` }),
  endpoint: { en: 'Endpoint', zh: '接收地址' },
  inCase: { en: 'Case', zh: '清关案' },
}

/** What could not be told to systems and people, beside what could not be told to customs. */
export function DeadDeliveries() {
  const say = useSay()
  const { may } = useSession()
  const queries = useQueryClient()
  const deliveries = useQuery({ ...deadDeliveriesQuery, enabled: may('webhooks.read') })
  const replaying = useMutation({
    mutationFn: (id: string) => change(`/v1/deliveries/${id}/replay`),
    onSettled: () => queries.invalidateQueries({ queryKey: exchangeKey }),
  })
  const items = deliveries.data?.items
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {say(words.lead)}
      </Text>
      <ProblemNote error={deliveries.error ?? replaying.error} />
      {deliveries.isLoading && <LoadingRows rows={3} height={56} />}
      {items?.length === 0 && (
        <EmptyState icon={Send} title={say(words.none)}>
          {say(words.noneWhy)}
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
    </Stack>
  )
}

interface DeliveryRowProps {
  readonly delivery: DeliveryView
  readonly onReplay: () => void
}

function DeliveryRow({ delivery, onReplay }: DeliveryRowProps) {
  const say = useSay()
  const { may } = useSession()
  const { kind, type, title, createdAt, attempts, lastError, endpointId, caseId } = delivery
  const name = title === undefined ? type : say(title)
  return (
    <Row
      title={`${say(words[kind])}: ${name}`}
      facts={
        <>
          <InstantText at={createdAt} as="ago" /> · {say(words.attempts(attempts))}
          {endpointId !== undefined && (
            <>
              {' · '}
              <Anchor
                component={Link}
                to={`/settings/webhooks/${endpointId}`}
                size="sm"
                underline="always"
              >
                {say(words.endpoint)}
              </Anchor>
            </>
          )}
          {caseId !== undefined && (
            <>
              {' · '}
              <Anchor component={Link} to={`/cases/${caseId}`} size="sm" underline="always">
                {say(words.inCase)}
              </Anchor>
            </>
          )}
          {lastError !== undefined && (
            <Text size="sm" lang="en" className={styles.wide}>
              {lastError}
            </Text>
          )}
        </>
      }
      actions={
        may('webhooks.manage') && (
          <Button
            size="xs"
            variant="default"
            leftSection={<RotateCw size={14} aria-hidden />}
            aria-label={say(words.againOf(name))}
            onClick={onReplay}
          >
            {say(words.again)}
          </Button>
        )
      }
    />
  )
}
