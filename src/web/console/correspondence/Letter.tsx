import { Anchor, Group, List, Paper, Text } from '@mantine/core'

import type { BilingualText } from '../../../customs/bilingual-text.ts'
import type { WholeThreadView } from '../../../api/views/thread-view.ts'
import { InstantText } from '../../kit/components/InstantText.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'

type LetterView = WholeThreadView['lettersInFull'][number]

const words = {
  us: { en: 'We', zh: '我方' },
  them: { en: 'Customs', zh: '海关' },
  papers: { en: 'Papers', zh: '附件' },
  erased: { en: 'erased', zh: '已删除' },
}

const sendingWords: Readonly<Record<NonNullable<LetterView['sending']>, BilingualText>> = {
  due: { en: 'waits to be sent', zh: '等待发送' },
  sending: { en: 'is being sent', zh: '发送中' },
  unknown: { en: 'may have arrived; sent again', zh: '可能已送达，正在重发' },
  sent: { en: 'taken by customs', zh: '海关已接收' },
  refused: { en: 'not taken by customs', zh: '海关未接收' },
  dead: { en: 'could not be sent', zh: '未能发出' },
  'set-aside': { en: 'set aside', zh: '已搁置' },
}

/** One letter as it was written, with its papers and, of ours, what became of it. */
export function Letter({ letter }: { readonly letter: LetterView }) {
  const say = useSay()
  const { writtenBy, actor, officer, text, at, sending, lastError, papers } = letter
  const who = writtenBy === 'trader' ? say(words.us) : say(words.them)
  const name = writtenBy === 'trader' ? actor?.name : officer
  return (
    <Paper component="article" withBorder p="md" mb="sm" aria-label={who}>
      <Group justify="space-between" gap="xs" mb="xs">
        <Text fw={600}>{name === undefined ? who : `${who}, ${name}`}</Text>
        <Text size="sm" c="dimmed">
          <InstantText at={at} />
          {sending !== undefined && ` · ${say(sendingWords[sending])}`}
        </Text>
      </Group>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Text>
      {lastError !== undefined && (
        <Text size="sm" mt="xs" lang="en">
          {lastError}
        </Text>
      )}
      {papers.length > 0 && (
        <List size="sm" mt="xs" aria-label={say(words.papers)}>
          {papers.map(({ attachmentId, fileName, content, isErased }) => (
            <List.Item key={attachmentId}>
              {isErased ? (
                say(words.erased)
              ) : (
                <Anchor href={content} download underline="always" size="sm">
                  {fileName}
                </Anchor>
              )}
            </List.Item>
          ))}
        </List>
      )}
    </Paper>
  )
}
