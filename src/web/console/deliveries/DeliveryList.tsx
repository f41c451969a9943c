import { Button, Text } from '@mantine/core'
import {
  type QueryKey,
  type UseQueryResult,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { RotateCw, Send } from 'lucide-react'
import type { ReactNode } from 'react'

import type { DeliveryView } from '../../../api/deliveries.ts'
import { change } from '../../kit/api/ask.ts'
import { EmptyState } from '../../kit/components/EmptyState.tsx'
import { InstantText } from '../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSession } from '../../kit/session.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { Row, Rows } from '../settings/Row.tsx'
import styles from './deliveries.module.css'

const words = {
  attempts: (count: number) => ({
    en: count === 1 ? '1 attempt' : `${count} attempts`,
    zh: `已尝试 ${count} 次`,
  }),
  again: { en: 'Try again', zh: '重新推送' },
  againOf: (name: string) => ({ en: `Try again: ${name}`, zh: `重新推送：${name}` }),
}

interface DeliveryListProps {
  /** What the list holds, for those who hear it. */
  readonly label: string
  readonly deliveries: UseQueryResult<{ readonly items: readonly DeliveryView[] }>
  /** What is to be read anew once something was sent again. */
  readonly refreshed: QueryKey
  /** What is said where there are none. */
  readonly none: { readonly title: string; readonly why: string }
  /** The name of a delivery. */
  readonly name: (delivery: DeliveryView) => string
  /** What stands before the name and belongs to it. */
  readonly before?: (delivery: DeliveryView) => string
  readonly marks?: (delivery: DeliveryView) => ReactNode
  /** What else is known of it, behind the attempts. */
  readonly facts: (delivery: DeliveryView) => ReactNode
}

/** Messages to systems and people; those that were given up can be sent again. */
export function DeliveryList({ label, deliveries, refreshed, none, ...shown }: DeliveryListProps) {
  const queries = useQueryClient()
  const replaying = useMutation({
    mutationFn: (id: string) => change(`/v1/deliveries/${id}/replay`),
    onSettled: () => queries.invalidateQueries({ queryKey: refreshed }),
  })
  const items = deliveries.data?.items
  return (
    <>
      <ProblemNote error={deliveries.error ?? replaying.error} />
      {deliveries.isLoading && <LoadingRows rows={3} height={56} />}
      {items?.length === 0 && (
        <EmptyState icon={Send} title={none.title}>
          {none.why}
        </EmptyState>
      )}
      {items !== undefined && items.length > 0 && (
        <Rows label={label}>
          {items.map((delivery) => (
            <DeliveryRow
              key={delivery.id}
              delivery={delivery}
              onReplay={() => replaying.mutate(delivery.id)}
              {...shown}
            />
          ))}
        </Rows>
      )}
    </>
  )
}

type DeliveryRowProps = Pick<DeliveryListProps, 'name' | 'before' | 'marks' | 'facts'> & {
  readonly delivery: DeliveryView
  readonly onReplay: () => void
}

function DeliveryRow({ delivery, onReplay, name, before, marks, facts }: DeliveryRowProps) {
  const say = useSay()
  const { may } = useSession()
  const { state, createdAt, attempts, lastError } = delivery
  return (
    <Row
      title={`${before?.(delivery) ?? ''}${name(delivery)}`}
      marks={marks?.(delivery)}
      facts={
        <>
          <InstantText at={createdAt} as="ago" /> · {say(words.attempts(attempts))}
          {facts(delivery)}
          {lastError !== undefined && (
            <Text size="sm" lang="en" className={styles.error}>
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
            leftSection={<RotateCw size={14} aria-hidden />}
            aria-label={say(words.againOf(name(delivery)))}
            onClick={onReplay}
          >
            {say(words.again)}
          </Button>
        )
      }
    />
  )
}
