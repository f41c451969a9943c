import { Group, SegmentedControl, Stack, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { channelsQuery } from '../exchange-queries.ts'
import { useExchangeSearch } from '../use-exchange-search.ts'
import { ChannelCard } from './ChannelCard.tsx'

const words = {
  title: { en: 'Channels', zh: '通道' },
  span: { en: 'Time shown', zh: '显示时段' },
  minute: { en: 'Last hour', zh: '最近一小时' },
  hour: { en: 'Last two days', zh: '最近两天' },
}

/** How each way to an authority does. */
export function Channels() {
  const say = useSay()
  const { search, change } = useExchangeSearch()
  const channels = useQuery(channelsQuery(search.by ?? 'minute'))
  return (
    <Stack component="section" gap="sm" aria-label={say(words.title)}>
      <Group justify="space-between">
        <Title order={2} size="h3">
          {say(words.title)}
        </Title>
        <SegmentedControl
          aria-label={say(words.span)}
          value={search.by ?? 'minute'}
          data={(['minute', 'hour'] as const).map((value) => ({ value, label: say(words[value]) }))}
          onChange={(value) => change({ by: value === 'hour' ? 'hour' : undefined })}
        />
      </Group>
      <ProblemNote error={channels.error} onRetry={() => void channels.refetch()} />
      {channels.isPending && <LoadingRows rows={3} height={120} />}
      {channels.data?.items.map((channel) => (
        <ChannelCard key={channel.channel} channel={channel} span={channels.data} />
      ))}
    </Stack>
  )
}
