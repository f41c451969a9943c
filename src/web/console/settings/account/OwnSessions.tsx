import { Badge, Button } from '@mantine/core'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

import type { OwnSessionView } from '../../../../api/sessions.ts'
import { change, read } from '../../../kit/api/ask.ts'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { showNotice } from '../../../kit/notices.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Row, Rows } from '../Row.tsx'
import { Section } from '../Section.tsx'

const words = {
  title: { en: 'Where you are signed in', zh: '已登录的设备' },
  lead: {
    en: 'A session ends by itself after twelve hours without use, and after seven days in any case.',
    zh: '十二小时未使用，或登录满七天，会自动退出。',
  },
  unknown: { en: 'Unknown device', zh: '未知设备' },
  here: { en: 'this one', zh: '当前' },
  link: { en: 'by link', zh: '通过链接登录' },
  passkey: { en: 'by passkey', zh: '通过通行密钥登录' },
  seen: { en: 'last used', zh: '上次使用' },
  ends: { en: 'ends', zh: '到期' },
  out: { en: 'Sign out', zh: '退出登录' },
  outOf: (device: string) => ({ en: `Sign out: ${device}`, zh: `退出登录：${device}` }),
  everywhere: { en: 'Sign out everywhere else', zh: '退出其他所有设备' },
  done: {
    en: 'Signed out there; it holds within a few seconds.',
    zh: '已退出登录，几秒钟内生效。',
  },
}

const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => read<{ items: readonly OwnSessionView[] }>('/v1/sessions', signal),
})

/** Where whoever is signed in is signed in, to be ended elsewhere. */
export function OwnSessions() {
  const say = useSay()
  const queries = useQueryClient()
  const sessions = useQuery(sessionsQuery)
  const ending = useMutation({
    mutationFn: (path: string) => change(path, { method: 'DELETE' }),
    onSuccess: async () => {
      showNotice({ message: say(words.done) })
      await queries.invalidateQueries({ queryKey: ['sessions'] })
    },
  })
  const items = sessions.data?.items ?? []
  return (
    <Section
      title={say(words.title)}
      lead={say(words.lead)}
      actions={
        items.length > 1 && (
          <Button
            variant="default"
            loading={ending.isPending}
            onClick={() => ending.mutate('/v1/sessions')}
          >
            {say(words.everywhere)}
          </Button>
        )
      }
    >
      <ProblemNote error={sessions.error ?? ending.error} />
      {sessions.isPending && <LoadingRows rows={2} height={56} />}
      {items.length > 0 && (
        <Rows label={say(words.title)}>
          {items.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              onEnd={() => ending.mutate(`/v1/sessions/${session.id}`)}
            />
          ))}
        </Rows>
      )}
    </Section>
  )
}

interface SessionRowProps {
  readonly session: OwnSessionView
  readonly onEnd: () => void
}

function SessionRow({ session, onEnd }: SessionRowProps) {
  const say = useSay()
  const device = session.device ?? say(words.unknown)
  return (
    <Row
      title={device}
      marks={session.current && <Badge variant="light">{say(words.here)}</Badge>}
      facts={
        <>
          {say(words[session.signedInWith])} · {say(words.seen)}{' '}
          <InstantText at={session.lastSeenAt} as="ago" /> · {say(words.ends)}{' '}
          <InstantText at={session.expiresAt} />
        </>
      }
      actions={
        !session.current && (
          <Button size="xs" variant="default" aria-label={say(words.outOf(device))} onClick={onEnd}>
            {say(words.out)}
          </Button>
        )
      }
    />
  )
}
