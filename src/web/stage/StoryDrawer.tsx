import { Drawer, Text, Timeline } from '@mantine/core'

import type { ToldEvent } from '../../stage/director/stage-state.ts'
import { useFormats, useSay } from '../kit/words/LanguageProvider.tsx'

const words = {
  title: { en: 'The story so far', zh: '经过' },
  close: { en: 'Close', zh: '关闭' },
}

const colours = { act: 'tide', news: 'gray', fault: 'red', recovery: 'green' } as const

interface StoryDrawerProps {
  readonly told: readonly ToldEvent[]
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** All that was told of the present order, for whoever looked away. */
export function StoryDrawer({ told, isOpen, onClose }: StoryDrawerProps) {
  const say = useSay()
  const formats = useFormats()
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      title={say(words.title)}
      closeButtonProps={{ 'aria-label': say(words.close) }}
    >
      <Timeline active={told.length} bulletSize={16} lineWidth={2}>
        {told.map(({ number, at, kind, text, why }) => (
          <Timeline.Item key={number} color={colours[kind]} title={say(text)}>
            {why !== undefined && <Text size="sm">{say(why)}</Text>}
            <Text size="xs" c="dimmed">
              {formats.exactInstant(at)}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </Drawer>
  )
}
