import { Badge, Stack, Text, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Inbox } from 'lucide-react'

import type { StrayView } from '../../../../api/exchange-strays.ts'
import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Row, Rows } from '../../settings/Row.tsx'
import { channelName } from '../channels/channel-names.ts'
import styles from '../exchange.module.css'
import { straysQuery } from '../exchange-queries.ts'
import { useExchangeSearch } from '../use-exchange-search.ts'
import { strayCauses, strayStates } from './stray-states.ts'

const words = {
  title: { en: 'Stray notifications', zh: '未归属通知' },
  lead: {
    en: 'What customs sent and we could not place when it came. Shown are those that name a reference, a conversation or an MRN of your own; all others are for whoever runs the installation.',
    zh: '海关发来而当时无法归属的通知。此处仅显示带有您方参考号、会话编号或 MRN 的通知，其余由系统管理员处理。',
  },
  none: { en: 'Everything that came was placed', zh: '来文均已归属' },
  noneWhy: {
    en: 'When a notification answers one of your messages and could not be placed by itself, it waits here for you.',
    zh: '如有答复您方报文而无法自动归属的通知，将在此等待您处理。',
  },
}

/** Notifications that wait for somebody to say where they belong, and those that were settled. */
export function StrayList() {
  const say = useSay()
  const strays = useQuery(straysQuery)
  const items = strays.data?.items
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {say(words.lead)}
      </Text>
      <ProblemNote error={strays.error} onRetry={() => void strays.refetch()} />
      {strays.isPending && <LoadingRows rows={3} height={56} />}
      {items?.length === 0 && (
        <EmptyState icon={Inbox} title={say(words.none)}>
          {say(words.noneWhy)}
        </EmptyState>
      )}
      {items !== undefined && items.length > 0 && (
        <Rows label={say(words.title)}>
          {items.map((stray) => (
            <StrayRow key={stray.id} stray={stray} />
          ))}
        </Rows>
      )}
    </Stack>
  )
}

function StrayRow({ stray }: { readonly stray: StrayView }) {
  const say = useSay()
  const { change } = useExchangeSearch()
  const { id, channel, receivedAt, state, cause, mrn, conversationId } = stray
  const { label, colour } = strayStates[state]
  return (
    <Row
      title={
        <UnstyledButton
          fw={600}
          c="var(--mantine-color-anchor)"
          onClick={() => change({ stray: id, message: undefined })}
        >
          {say(channelName(channel))}, <InstantText at={receivedAt} />
        </UnstyledButton>
      }
      marks={
        <Badge variant="outline" color={colour} c="var(--mantine-color-text)">
          {say(label)}
        </Badge>
      }
      facts={
        <span className={styles.wide}>
          {say(strayCauses[cause])}
          {mrn !== undefined && ` · MRN ${mrn}`}
          {mrn === undefined && conversationId !== undefined && ` · ${conversationId}`}
        </span>
      }
    />
  )
}
