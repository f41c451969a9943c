import { Badge, Text, UnstyledButton } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ArrowDownLeft, ArrowUpRight, MessagesSquare } from 'lucide-react'
import { useState } from 'react'

import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { AskCustoms } from './AskCustoms.tsx'
import { conversation, type Message } from './conversation.ts'
import { MessageDetail } from './MessageDetail.tsx'
import styles from './messages.module.css'
import { sentStates } from './sent-states.ts'

const words = {
  list: { en: 'Conversation with customs', zh: '与海关的往来报文' },
  none: { en: 'Nothing has been exchanged yet', zh: '尚无往来报文' },
  noneWhy: {
    en: 'When the goods are declared, every message to and from customs appears here: explained, and byte for byte as it was.',
    zh: '申报之后，与海关往来的每份报文都会显示在此：既有说明，也有原文。',
  },
  us: { en: 'We', zh: '我方' },
  customs: { en: 'Customs', zh: '海关' },
}

/** The exchange with customs as a conversation; the chosen message is explained and shown raw. */
export function MessagesSection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { data } = useSuspenseQuery(caseQueries.messages(caseId))
  const messages = conversation(data)
  const [chosenId, choose] = useState<string>()
  const chosen = messages.find(({ id }) => id === chosenId) ?? messages.at(-1)
  if (chosen === undefined) {
    return (
      <EmptyState icon={MessagesSquare} title={say(words.none)}>
        {say(words.noneWhy)}
      </EmptyState>
    )
  }
  return (
    <>
      <AskCustoms caseId={caseId} />
      <div className={styles.columns}>
        <ol className={styles.conversation} aria-label={say(words.list)}>
          {messages.map((message) => (
            <li key={message.id} className={styles.message} data-direction={message.direction}>
              <UnstyledButton
                className={styles.bubble}
                aria-pressed={message.id === chosen.id}
                onClick={() => choose(message.id)}
              >
                <MessageHead message={message} />
              </UnstyledButton>
            </li>
          ))}
        </ol>
        <MessageDetail key={chosen.id} message={chosen} />
      </div>
    </>
  )
}

function MessageHead({ message }: { readonly message: Message }) {
  const say = useSay()
  const isSent = message.direction === 'sent'
  const Icon = isSent ? ArrowUpRight : ArrowDownLeft
  return (
    <>
      <Text size="xs" c="dimmed" className={styles.who}>
        <Icon size={14} aria-hidden /> {say(isSent ? words.us : words.customs)} ·{' '}
        <InstantText at={message.at} />
      </Text>
      <Text size="sm">{say(isSent ? message.meaning : message.explanation)}</Text>
      <Badge variant="default" size="sm">
        {isSent
          ? say(sentStates[message.state])
          : `${message.functionCode} ${message.name ?? ''}`.trim()}
      </Badge>
    </>
  )
}
