import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { MessageCircleQuestion } from 'lucide-react'

import type { AuthorityStatusView } from '../../../../api/authority-status.ts'
import { read } from '../../../kit/api/ask.ts'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'

const words = {
  ask: { en: 'Ask HMRC where it stands', zh: '向 HMRC 查询办理情况' },
  notKnown: {
    en: 'HMRC has no such declaration.',
    zh: 'HMRC 没有这份报关单。',
  },
  noAnswer: (why: string) => ({
    en: `HMRC has given no answer: ${why}`,
    zh: `HMRC 未作答复：${why}`,
  }),
  version: (version: number) => ({ en: `version ${version}`, zh: `第 ${version} 版` }),
  received: { en: 'received', zh: '收到于' },
  accepted: { en: 'accepted', zh: '接受于' },
  released: { en: 'released', zh: '放行于' },
  route: { en: 'route', zh: '通道代码' },
  state: { en: 'state', zh: '状态代码' },
}

/** Asks customs itself, where messages leave somebody in doubt; the case is not changed by the answer. */
export function AskCustoms({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { may } = useSession()
  const asking = useMutation({
    mutationFn: () => read<AuthorityStatusView>(`/v1/cases/${caseId}/authority-status`),
  })
  if (!may('authority.ask')) return null
  return (
    <Group mb="md" gap="md" align="center">
      <Button
        size="xs"
        variant="default"
        className="screen-only"
        leftSection={<MessageCircleQuestion size={14} aria-hidden />}
        loading={asking.isPending}
        onClick={() => asking.mutate()}
      >
        {say(words.ask)}
      </Button>
      <div role="status">{asking.data !== undefined && <Answer answer={asking.data} />}</div>
      <ProblemNote error={asking.error} />
    </Group>
  )
}

function Answer({ answer }: { readonly answer: AuthorityStatusView }) {
  const say = useSay()
  if (answer.answer === 'not-known') return <Text size="sm">{say(words.notKnown)}</Text>
  if (answer.answer === 'no-answer') {
    return <Text size="sm">{say(words.noAnswer(answer.why ?? ''))}</Text>
  }
  return answer.declarations.map((declaration) => (
    <Standing key={`${declaration.mrn} ${declaration.version ?? ''}`} declaration={declaration} />
  ))
}

interface StandingProps {
  readonly declaration: AuthorityStatusView['declarations'][number]
}

/** The codes are HMRC's own and shown as they came. */
function Standing({ declaration }: StandingProps) {
  const say = useSay()
  const { mrn, version, roe, ics, receivedAt, acceptedAt, releasedAt } = declaration
  const moments = [
    [words.received, receivedAt],
    [words.accepted, acceptedAt],
    [words.released, releasedAt],
  ] as const
  return (
    <Text size="sm">
      <code>{mrn}</code>
      {version !== undefined && ` · ${say(words.version(version))}`}
      {moments.map(
        ([word, at]) =>
          at !== undefined && (
            <span key={word.en}>
              {' · '}
              {say(word)} <InstantText at={at} />
            </span>
          ),
      )}
      {roe !== undefined && ` · ${say(words.route)} ${roe}`}
      {ics !== undefined && ` · ${say(words.state)} ${ics}`}
    </Text>
  )
}
