import { Button, Group, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'

import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { sentStates } from '../../case/messages/sent-states.ts'
import { channelName } from '../channels/channel-names.ts'
import { channelsQuery } from '../exchange-queries.ts'
import { type ExchangeSearch, messageQueryOf } from '../exchange-search.ts'
import { useExchangeSearch } from '../use-exchange-search.ts'
import { sentKinds } from './sent-kinds.ts'

const words = {
  state: { en: 'State', zh: '状态' },
  anyState: { en: 'Every state', zh: '全部状态' },
  kind: { en: 'Kind', zh: '类型' },
  anyKind: { en: 'Every kind', zh: '全部类型' },
  channel: { en: 'Channel', zh: '通道' },
  anyChannel: { en: 'Every channel', zh: '全部通道' },
  ofOneCase: { en: 'Only of one case', zh: '仅显示一个案件' },
  clear: { en: 'Clear filters', zh: '清除筛选' },
}

/** What the list of messages is narrowed by; the address keeps it. */
export function MessageFilters() {
  const say = useSay()
  const { search, change } = useExchangeSearch()
  const { data } = useQuery(channelsQuery(search.by ?? 'minute'))
  const channels = (data?.items ?? []).map(
    ({ channel }) => [channel, channelName(channel)] as const,
  )
  return (
    <Group gap="xs" align="flex-end" className="screen-only">
      <Choice
        label={words.state}
        any={words.anyState}
        value={search.state}
        choices={Object.entries(sentStates)}
        onChoose={(state) => change({ state: state as ExchangeSearch['state'] })}
      />
      <Choice
        label={words.kind}
        any={words.anyKind}
        value={search.kind}
        choices={Object.entries(sentKinds)}
        onChoose={(kind) => change({ kind: kind as ExchangeSearch['kind'] })}
      />
      {(channels.length > 1 || search.channel !== undefined) && (
        <Choice
          label={words.channel}
          any={words.anyChannel}
          value={search.channel}
          choices={channels}
          onChoose={(channel) => change({ channel })}
        />
      )}
      {search.caseId !== undefined && (
        <Button
          variant="default"
          rightSection={<X size={14} aria-hidden />}
          onClick={() => change({ caseId: undefined })}
        >
          {say(words.ofOneCase)}
        </Button>
      )}
      {messageQueryOf(search) !== '' && (
        <Button
          variant="subtle"
          leftSection={<X size={16} aria-hidden />}
          onClick={() =>
            change({ state: undefined, kind: undefined, channel: undefined, caseId: undefined })
          }
        >
          {say(words.clear)}
        </Button>
      )}
    </Group>
  )
}

interface ChoiceProps {
  readonly label: BilingualText
  readonly any: BilingualText
  readonly value: string | undefined
  readonly choices: readonly (readonly [string, BilingualText])[]
  readonly onChoose: (value: string | undefined) => void
}

function Choice({ label, any, value, choices, onChoose }: ChoiceProps) {
  const say = useSay()
  return (
    <NativeSelect
      aria-label={say(label)}
      value={value ?? ''}
      data={[
        { value: '', label: say(any) },
        ...choices.map(([name, text]) => ({ value: name, label: say(text) })),
      ]}
      onChange={({ currentTarget }) =>
        onChoose(currentTarget.value === '' ? undefined : currentTarget.value)
      }
    />
  )
}
