import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { channelsQuery } from '../../exchange/exchange-queries.ts'

const words = {
  channel: { en: 'Declarations go by', zh: '申报报送通道' },
  usual: { en: 'the usual channel of this installation', zh: '本系统的默认通道' },
}

interface ChannelFieldProps {
  readonly channel: string | undefined
  readonly onChange: (channel: string | undefined) => void
}

/** The way by which declarations go to the authority; nothing where there is only one. */
export function ChannelField({ channel, onChange }: ChannelFieldProps) {
  const say = useSay()
  const channels = useQuery(channelsQuery('hour'))
  const names = channels.data?.items.map((open) => open.channel) ?? []
  // A channel that is no longer open is still the one that was chosen.
  const choices = channel === undefined || names.includes(channel) ? names : [...names, channel]
  if (choices.length < 2 && channel === undefined) return null
  return (
    <NativeSelect
      label={say(words.channel)}
      value={channel ?? ''}
      data={[
        { value: '', label: say(words.usual) },
        ...choices.map((name) => ({ value: name, label: name })),
      ]}
      onChange={({ currentTarget: { value } }) => onChange(value === '' ? undefined : value)}
    />
  )
}
