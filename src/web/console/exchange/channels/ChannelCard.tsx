import { Badge, Card, Group, Text, Title } from '@mantine/core'

import type { ExchangeChannels } from '../../../../api/exchange-channels.ts'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Certificates } from './Certificates.tsx'
import { channelName } from './channel-names.ts'
import styles from './channels.module.css'
import type { ChartSpan } from './chart-shape.ts'
import { LastErrors } from './LastErrors.tsx'
import { LatencyChart } from './LatencyChart.tsx'
import { LimitUse } from './LimitUse.tsx'
import { TriedChart } from './TriedChart.tsx'
import { TriedTable } from './TriedTable.tsx'
import { WaitingMessages } from './WaitingMessages.tsx'

const words = {
  closed: { en: 'Works', zh: '正常' },
  open: { en: 'Held back', zh: '暂停' },
  'half-open': { en: 'Being tried', zh: '正在试探' },
  unused: { en: 'Not used yet', zh: '尚未使用' },
  closedWhy: { en: 'Messages go out as they come.', zh: '报文随到随发。' },
  openWhy: {
    en: 'Nobody got through, so nothing is sent for a while. Messages are kept, and none of their attempts is used up.',
    zh: '通道不通，暂停发送。报文已保存，不消耗重试次数。',
  },
  'half-openWhy': {
    en: 'One message at a time finds out whether customs answer again.',
    zh: '每次仅发一份报文，以确认海关是否恢复应答。',
  },
  retry: { en: 'Next try', zh: '下次尝试' },
  success: { en: 'Last answer', zh: '最近一次应答' },
  error: { en: 'Last trouble', zh: '最近一次故障' },
  collected: { en: 'Looked for answers', zh: '查收应答' },
}

/** The channel of one authority as the interface tells it. */
export type ChannelView = ExchangeChannels['items'][number]

const colours = { closed: 'teal', open: 'red', 'half-open': 'yellow' } as const

/** One channel: whether it works, what waits, what was tried, how long it took, how full it is. */
export function ChannelCard({
  channel,
  span,
}: {
  readonly channel: ChannelView
  readonly span: ChartSpan
}) {
  const say = useSay()
  const { breaker, collection } = channel
  const { lastSuccessAt, lastError, lastErrorAt, retryAt } = breaker
  const isUnused = lastSuccessAt === undefined && lastErrorAt === undefined
  const name = say(channelName(channel.channel))
  return (
    <Card withBorder component="article" aria-label={name} padding="md">
      <Group gap="sm">
        <Title order={3} size="h4">
          {name}
        </Title>
        <Badge
          variant="light"
          color={isUnused ? 'gray' : colours[breaker.state]}
          c="var(--mantine-color-text)"
        >
          {say(isUnused ? words.unused : words[breaker.state])}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed" component="div">
        {say(words[`${breaker.state}Why`])}
        {retryAt !== undefined && (
          <>
            {' '}
            {say(words.retry)} <InstantText at={retryAt} as="clock" />.
          </>
        )}
        {lastSuccessAt !== undefined && (
          <>
            {' '}
            {say(words.success)} <InstantText at={lastSuccessAt} as="ago" />.
          </>
        )}
      </Text>
      {breaker.state !== 'closed' && lastError !== undefined && (
        <Text size="sm" className={styles.error}>
          {say(words.error)}: <span lang="en">{lastError}</span>
        </Text>
      )}
      {collection !== undefined && (
        <Text size="sm" c="dimmed" component="div">
          {collection.lastAt !== undefined && (
            <>
              {say(words.collected)} <InstantText at={collection.lastAt} as="ago" />.
            </>
          )}
          {collection.lastError !== undefined && (
            <span className={styles.error}>
              {' '}
              {say(words.error)}: <span lang="en">{collection.lastError}</span>
            </span>
          )}
        </Text>
      )}
      <div className={styles.panels}>
        <WaitingMessages channel={channel} />
        <LimitUse use={channel.use} />
        <TriedChart tried={channel.tried} span={span} />
        <LatencyChart tried={channel.tried} span={span} />
      </div>
      <TriedTable tried={channel.tried} />
      <LastErrors channel={channel} />
      <Certificates channel={channel} />
    </Card>
  )
}
