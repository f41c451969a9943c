import { Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'

import { read } from '../../../kit/api/ask.ts'
import { CopyText } from '../../../kit/components/CopyText.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { colon } from '../../../kit/words/colon.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import type { Message } from './conversation.ts'
import { CopyRaw } from './CopyRaw.tsx'
import { ExplainedErrors } from './ExplainedErrors.tsx'
import styles from './messages.module.css'
import { XmlText } from './XmlText.tsx'

const words = {
  explained: { en: 'What it says', zh: '报文含义' },
  next: { en: 'What happens next', zh: '接下来' },
  theirWords: { en: 'In the words of customs', zh: '海关原文' },
  changes: { en: 'Values that customs have set', zh: '海关更改的内容' },
  item: (number: number) => ({ en: `item ${number}`, zh: `第 ${number} 项` }),
  raw: { en: 'The message itself', zh: '报文原文' },
  rawLead: {
    en: 'Set out for reading; the download has the exact bytes.',
    zh: '为便于阅读已排版；下载文件为原始字节。',
  },
  download: { en: 'Download', zh: '下载' },
  lastError: { en: 'Last attempt', zh: '最近一次尝试' },
}

/** One message: what it says beside what it is. */
export function MessageDetail({ message }: { readonly message: Message }) {
  return (
    <div className={styles.detail}>
      <Explained message={message} />
      <Raw message={message} />
    </div>
  )
}

function Explained({ message }: { readonly message: Message }) {
  const say = useSay()
  return (
    <Paper component="section" withBorder p="md">
      <Title order={2} size="h5" mb="xs">
        {say(words.explained)}
      </Title>
      {message.direction === 'sent' ? (
        <Stack gap="xs">
          <Text>{say(message.meaning)}</Text>
          <Text size="sm" component="div">
            LRN <CopyText value={message.lrn} />
          </Text>
          {message.lastError !== undefined && (
            <Text size="sm">
              {say(words.lastError)}
              {say(colon)}
              {message.lastError}
            </Text>
          )}
        </Stack>
      ) : (
        <Received message={message} />
      )}
    </Paper>
  )
}

function Received({ message }: { readonly message: Extract<Message, { direction: 'received' }> }) {
  const say = useSay()
  const { explanation, next, statements, errors, changes } = message
  return (
    <Stack gap="xs">
      <Text>{say(explanation)}</Text>
      {next && (
        <Text size="sm" c="dimmed">
          {say(words.next)}
          {say(colon)}
          {say(next)}
        </Text>
      )}
      {statements.length > 0 && (
        <div>
          <Text size="sm" fw={600}>
            {say(words.theirWords)}
          </Text>
          <List size="sm">
            {statements.map((statement) => (
              <List.Item key={statement}>{statement}</List.Item>
            ))}
          </List>
        </div>
      )}
      <ExplainedErrors errors={errors} />
      {changes.length > 0 && (
        <div>
          <Text size="sm" fw={600}>
            {say(words.changes)}
          </Text>
          <List size="sm">
            {changes.map(({ fieldPath, value, dataElement, goodsItemNumber }) => (
              <List.Item key={fieldPath}>
                {dataElement && `${dataElement.number} ${say(dataElement.name)}`}
                {goodsItemNumber !== undefined && ` (${say(words.item(goodsItemNumber))})`}:{' '}
                <strong>{value}</strong>
              </List.Item>
            ))}
          </List>
        </div>
      )}
    </Stack>
  )
}

function Raw({ message }: { readonly message: Message }) {
  const say = useSay()
  const raw = useQuery({
    queryKey: ['raw-message', message.body],
    queryFn: async ({ signal }) => {
      const body = await read<unknown>(message.body, signal)
      return typeof body === 'string' ? body : JSON.stringify(body, undefined, 2)
    },
    staleTime: Infinity,
  })
  const isXml = raw.data?.trimStart().startsWith('<') === true
  return (
    <Paper component="section" withBorder p="md" className={styles.raw}>
      <Title order={2} size="h5">
        {say(words.raw)}
      </Title>
      <Text size="xs" c="dimmed" mb="xs">
        {say(words.rawLead)} SHA-256 {message.sha256.slice(0, 16)}…
      </Text>
      <Group gap="xs" mb="xs" className="screen-only">
        {raw.data !== undefined && <CopyRaw text={raw.data} />}
        <Button
          component="a"
          href={message.body}
          download={`${message.id}.${isXml ? 'xml' : 'json'}`}
          size="xs"
          variant="default"
          leftSection={<Download size={14} aria-hidden />}
        >
          {say(words.download)}
        </Button>
      </Group>
      {raw.isPending && <LoadingRows rows={6} height={18} />}
      <ProblemNote error={raw.error} />
      {raw.data !== undefined && isXml && <XmlText xml={raw.data} label={say(words.raw)} />}
      {raw.data !== undefined && !isXml && (
        <pre className={styles.xml} tabIndex={0} role="region" aria-label={say(words.raw)}>
          {raw.data}
        </pre>
      )}
    </Paper>
  )
}
