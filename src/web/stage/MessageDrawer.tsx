import { Alert, Code, Drawer, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { read } from '../kit/api/ask.ts'
import { ProblemNote } from '../kit/components/ProblemNote.tsx'
import { useFormats, useSay } from '../kit/words/LanguageProvider.tsx'
import type { StageMessage } from './stage-messages.ts'
import classes from './stage.module.css'

const words = {
  close: { en: 'Close', zh: '关闭' },
  raw: { en: 'As it was sent, byte for byte', zh: '原文，逐字节' },
  attempts: (count: number) => ({
    en: count === 1 ? 'Sent at the first attempt.' : `${count} attempts so far.`,
    zh: count === 1 ? '一次发送成功。' : `已尝试 ${count} 次。`,
  }),
  failed: { en: 'The latest attempt:', zh: '最近一次尝试：' },
}

interface MessageDrawerProps {
  readonly message: StageMessage | undefined
  readonly onClose: () => void
}

/** One message, explained and raw. */
export function MessageDrawer({ message, onClose }: MessageDrawerProps) {
  const say = useSay()
  const formats = useFormats()
  return (
    <Drawer
      opened={message !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={message === undefined ? '' : say(message.title)}
      closeButtonProps={{ 'aria-label': say(words.close) }}
    >
      {message !== undefined && (
        <Stack gap="sm">
          <Text>{say(message.explanation)}</Text>
          <Text size="sm" c="dimmed">
            {formats.exactInstant(message.at)}
            {message.attempts > 0 && ` · ${say(words.attempts(message.attempts))}`}
          </Text>
          {message.lastError !== undefined && (
            <Alert color="orange" title={say(words.failed)}>
              {message.lastError}
            </Alert>
          )}
          {message.body !== undefined && <RawMessage path={message.body} />}
        </Stack>
      )}
    </Drawer>
  )
}

function RawMessage({ path }: { readonly path: string }) {
  const say = useSay()
  const { data, error } = useQuery({
    queryKey: ['stage-message', path],
    staleTime: Infinity,
    queryFn: ({ signal }) => read<unknown>(path, signal),
  })
  if (error !== null) return <ProblemNote error={error} />
  if (data === undefined) return <Skeleton h={240} />
  const text = typeof data === 'string' ? data : JSON.stringify(data, undefined, 2)
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {say(words.raw)}
      </Text>
      <Code block className={classes.raw} tabIndex={0}>
        {text}
      </Code>
    </div>
  )
}
