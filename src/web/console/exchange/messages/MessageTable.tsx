import { Anchor, Table, Text, UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import type { ExchangeMessageView } from '../../../../api/views/exchange-message-view.ts'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import styles from '../exchange.module.css'
import { useExchangeSearch } from '../use-exchange-search.ts'
import { MendLink } from './MendLink.tsx'
import { MessageState } from './MessageState.tsx'
import { ReplayButton } from './ReplayButton.tsx'
import { sentKinds } from './sent-kinds.ts'

const words = {
  caption: { en: 'Messages to customs', zh: '发往海关的报文' },
  message: { en: 'Message', zh: '报文' },
  inCase: { en: 'Case', zh: '清关案' },
  state: { en: 'State', zh: '状态' },
  made: { en: 'Made', zh: '生成时间' },
  what: { en: 'What to do', zh: '处理' },
  show: (kind: string, lrn: string) => ({ en: `Show ${kind} ${lrn}`, zh: `查看${kind} ${lrn}` }),
  attempts: (count: string) => ({
    en: count === '1' ? '1 attempt' : `${count} attempts`,
    zh: `已尝试 ${count} 次`,
  }),
  next: { en: 'next', zh: '下次' },
}

/** Messages as rows; on a phone what matters less moves under the message. */
export function MessageTable({ messages }: { readonly messages: readonly ExchangeMessageView[] }) {
  const say = useSay()
  return (
    <Table highlightOnHover verticalSpacing="xs" aria-label={say(words.caption)}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say(words.message)}</Table.Th>
          <Table.Th visibleFrom="sm">{say(words.inCase)}</Table.Th>
          <Table.Th>{say(words.state)}</Table.Th>
          <Table.Th visibleFrom="md">{say(words.made)}</Table.Th>
          <Table.Th>{say(words.what)}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {messages.map((message) => (
          <MessageRow key={message.id} message={message} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function MessageRow({ message }: { readonly message: ExchangeMessageView }) {
  const say = useSay()
  const { number } = useFormats()
  const { change } = useExchangeSearch()
  const { id, kind, lrn, caseId, caseReference, attempts, lastError, nextAttemptAt } = message
  const kindText = say(sentKinds[kind])
  const inCase = caseId !== undefined && (
    <Anchor component={Link} to={`/cases/${caseId}`} size="sm" className={styles.wide}>
      {caseReference}
    </Anchor>
  )
  return (
    <Table.Tr>
      <Table.Td>
        <UnstyledButton
          fw={600}
          c="var(--mantine-color-anchor)"
          aria-label={say(words.show(kindText, lrn))}
          onClick={() => change({ message: id, stray: undefined })}
        >
          {kindText}
        </UnstyledButton>
        <Text size="xs" c="dimmed" className={styles.wide}>
          {lrn}
        </Text>
        <Text size="xs" hiddenFrom="sm" component="div">
          {inCase}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">{inCase}</Table.Td>
      <Table.Td>
        <MessageState state={message.state} />
        <Text size="xs" c="dimmed" component="div">
          {attempts > 0 && say(words.attempts(number(attempts)))}
          {nextAttemptAt !== undefined && attempts > 0 && (
            <>
              {' · '}
              {say(words.next)} <InstantText at={nextAttemptAt} as="clock" />
            </>
          )}
        </Text>
        {lastError !== undefined && message.state !== 'sent' && (
          <Text size="xs" lang="en" className={styles.wide}>
            {lastError}
          </Text>
        )}
      </Table.Td>
      <Table.Td visibleFrom="md">
        <InstantText at={message.createdAt} as="ago" />
      </Table.Td>
      <Table.Td>
        <ReplayButton message={message} />
        <MendLink message={message} />
      </Table.Td>
    </Table.Tr>
  )
}
