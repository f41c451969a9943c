import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ArrowDownLeft, ArrowUpRight } from 'lucide-react'
import { useState } from 'react'

import { read } from '../../kit/api/ask.ts'
import { InstantText } from '../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { messageWord, notificationWord } from '../terms/notifications.ts'
import styles from './dossier.module.css'
import type { ShownDossier } from './dossier-query.ts'
import { Section } from '../Section.tsx'

const words = {
  title: { en: 'Messages', zh: '报文' },
  from: { en: 'from the trader', zh: '来自贸易商' },
  to: { en: 'to the trader', zh: '发往贸易商' },
  show: { en: 'Show as sent', zh: '查看原文' },
  hide: { en: 'Hide', zh: '收起' },
  raw: { en: 'Message as sent', zh: '报文原文' },
}

interface ShownMessage {
  readonly path: string
  readonly at: string
  readonly label: string
  readonly direction: 'from' | 'to'
}

/** What went to and fro, in its order; each can be read as it was sent. */
export function MessagesSection({ dossier }: { readonly dossier: ShownDossier }) {
  const say = useSay()
  const messages: readonly ShownMessage[] = [
    ...dossier.messages.map(({ id, kind, receivedAt }) => ({
      path: `/officers/messages/${id}`,
      at: receivedAt,
      label: say(messageWord(kind)),
      direction: 'from' as const,
    })),
    ...dossier.notifications.map(({ id, functionCode, issuedAt }) => ({
      path: `/officers/notifications/${id}`,
      at: issuedAt,
      label: `${functionCode} ${say(notificationWord(functionCode))}`,
      direction: 'to' as const,
    })),
  ].toSorted((a, b) => a.at.localeCompare(b.at))
  return (
    <Section title={say(words.title)}>
      <ul className={styles.lines}>
        {messages.map((message) => (
          <MessageLine key={message.path} message={message} />
        ))}
      </ul>
    </Section>
  )
}

function MessageLine({ message }: { readonly message: ShownMessage }) {
  const say = useSay()
  const [isOpen, setIsOpen] = useState(false)
  const Arrow = message.direction === 'from' ? ArrowDownLeft : ArrowUpRight
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <div style={{ flex: '1 1 200px' }}>
          <Text fw={600}>
            <Arrow size={16} aria-hidden /> {message.label}
          </Text>
          <Text size="sm" c="dimmed">
            {say(words[message.direction])} · <InstantText at={message.at} />
          </Text>
        </div>
        <Button
          size="xs"
          variant="default"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {say(isOpen ? words.hide : words.show)}
        </Button>
      </Group>
      {isOpen && <RawMessage path={message.path} />}
    </li>
  )
}

function RawMessage({ path }: { readonly path: string }) {
  const say = useSay()
  const raw = useQuery({
    queryKey: ['raw', path],
    queryFn: ({ signal }) => read<string>(path, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (raw.isPending) return <LoadingRows rows={2} />
  if (raw.isError) return <ProblemNote error={raw.error} onRetry={() => void raw.refetch()} />
  return (
    <pre className={styles.raw} lang="en" tabIndex={0} aria-label={say(words.raw)}>
      {raw.data}
    </pre>
  )
}
