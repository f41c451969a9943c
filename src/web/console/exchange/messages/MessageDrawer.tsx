import { Alert, Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import type { ExchangeMessageDetail } from '../../../../api/exchange-messages.ts'
import { CopyText } from '../../../kit/components/CopyText.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { channelName } from '../channels/channel-names.ts'
import styles from '../exchange.module.css'
import { messageQuery } from '../exchange-queries.ts'
import { SideDrawer } from '../SideDrawer.tsx'
import { useExchangeSearch } from '../use-exchange-search.ts'
import { MendLink } from './MendLink.tsx'
import { MessageCourse } from './MessageCourse.tsx'
import { MessageState } from './MessageState.tsx'
import { RawBytes } from './RawBytes.tsx'
import { ReplayButton } from './ReplayButton.tsx'
import { sentKinds } from './sent-kinds.ts'
import { SetAside } from './SetAside.tsx'

const words = {
  title: { en: 'Message', zh: '报文' },
  dead: { en: 'Given up after many attempts', zh: '多次尝试后已放弃发送' },
  refused: { en: 'Customs will not take these bytes', zh: '海关不接收此报文' },
  refusedMend: {
    en: 'What they object to is changed in the case; it then makes a new message under a new reference.',
    zh: '请在案件中修改被退回的内容；系统将以新的参考号生成新报文。',
  },
  inCase: { en: 'Case', zh: '清关案' },
  channel: { en: 'Channel', zh: '通道' },
  subject: { en: 'About', zh: '事由' },
  conversation: { en: 'Conversation', zh: '会话编号' },
  course: { en: 'What happened', zh: '经过' },
  asideTitle: { en: 'Set this message aside', zh: '搁置此报文' },
  asideLead: {
    en: 'It is not sent any more. A declaration can then be made anew, a request counts as denied. Where customs may have the message, it cannot be set aside.',
    zh: '该报文将不再发送。报关单可重新申报，申请视为被拒。如海关可能已收到该报文，则不能搁置。',
  },
}

/** One message in full: what it is, what happened to it, what can be done, its bytes. */
export function MessageDrawer() {
  const say = useSay()
  const { search, change } = useExchangeSearch()
  const messageId = search.message
  return (
    <SideDrawer
      isOpen={messageId !== undefined}
      title={say(words.title)}
      onClose={() => change({ message: undefined })}
    >
      {messageId !== undefined && <MessageInFull messageId={messageId} />}
    </SideDrawer>
  )
}

function MessageInFull({ messageId }: { readonly messageId: string }) {
  const say = useSay()
  const { data: message, error, refetch } = useQuery(messageQuery(messageId))
  if (message === undefined) {
    return error === null ? (
      <LoadingRows />
    ) : (
      <ProblemNote error={error} onRetry={() => void refetch()} />
    )
  }
  return (
    <Stack gap="md">
      <Group gap="xs">
        <Title order={3} size="h4">
          {say(sentKinds[message.kind])}
        </Title>
        <MessageState state={message.state} />
      </Group>
      <Text>{say(message.meaning)}</Text>
      <WhatToDo message={message} />
      <Facts message={message} />
      <section aria-label={say(words.course)}>
        <Text fw={600} mb="xs">
          {say(words.course)}
        </Text>
        <MessageCourse message={message} />
      </section>
      {message.bytes > 0 && (
        <RawBytes path={message.body} name={message.id} sha256={message.sha256} />
      )}
    </Stack>
  )
}

function WhatToDo({ message }: { readonly message: ExchangeMessageDetail }) {
  const say = useSay()
  const { may } = useSession()
  const { state, mending, lastError } = message
  if (mending === 'none' && message.replacedBy === undefined && message.waitsFor === undefined) {
    return null
  }
  const isDead = state === 'dead'
  return (
    <Alert
      color={isDead ? 'red' : 'orange'}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      {...(isDead && { title: say(words.dead) })}
      {...(state === 'refused' && { title: say(words.refused) })}
    >
      {lastError !== undefined && (
        <Text size="sm" lang="en" className={styles.wide}>
          {lastError}
        </Text>
      )}
      {mending === 'case' && <Text size="sm">{say(words.refusedMend)}</Text>}
      <Group gap="xs" mt="xs">
        <ReplayButton message={message} />
        <MendLink message={message} />
        {isDead && may('messages.set-aside') && (
          <SetAside
            path={`/v1/exchange/messages/${message.id}/set-aside`}
            title={words.asideTitle}
            lead={words.asideLead}
          />
        )}
      </Group>
    </Alert>
  )
}

function Facts({ message }: { readonly message: ExchangeMessageDetail }) {
  const say = useSay()
  const { lrn, caseId, caseReference, channel, subject, conversationId } = message
  return (
    <dl className={styles.facts}>
      <dt>LRN</dt>
      <dd>
        <CopyText value={lrn} />
      </dd>
      {caseId !== undefined && (
        <>
          <dt>{say(words.inCase)}</dt>
          <dd>
            <Anchor component={Link} to={`/cases/${caseId}`} size="sm">
              {caseReference}
            </Anchor>
          </dd>
        </>
      )}
      <dt>{say(words.subject)}</dt>
      <dd>{subject}</dd>
      <dt>{say(words.channel)}</dt>
      <dd>{say(channelName(channel))}</dd>
      {conversationId !== undefined && (
        <>
          <dt>{say(words.conversation)}</dt>
          <dd>{conversationId}</dd>
        </>
      )}
    </dl>
  )
}
