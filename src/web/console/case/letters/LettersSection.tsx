import { Alert, Badge, Button, Group, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Mail, PenLine, Scale } from 'lucide-react'
import { useState } from 'react'

import type { CaseCorrespondence } from '../../../../api/case-correspondence.ts'
import { Dialog } from '../../../kit/components/Dialog.tsx'
import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { useSession } from '../../../kit/session.ts'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseCorrespondenceQuery } from '../../correspondence/correspondence-queries.ts'
import { appealableWords, turnWords } from '../../correspondence/thread-words.ts'
import { ThreadRows } from '../../correspondence/ThreadRows.tsx'
import { type WritableKind, WriteLetter } from '../../correspondence/WriteLetter.tsx'
import { Row, Rows } from '../../settings/Row.tsx'
import { SectionCard } from '../SectionCard.tsx'

const words = {
  title: { en: 'Letters with customs', zh: '与海关的往来信函' },
  none: { en: 'No letters about this case', zh: '本案没有信函' },
  noneWhy: {
    en: 'Ask a question, tell of an error after the release, ask for a ruling, or appeal against a decision.',
    zh: '可咨询、放行后主动更正、申请预裁定，或对决定申请复核。',
  },
  write: { en: 'Write a letter', zh: '写信' },
  appeal: { en: 'Appeal', zh: '申请复核' },
  asked: { en: 'Asked by notification', zh: '以通知提出' },
  askedLead: {
    en: 'Questions and requests for papers that came with the declaration’s notifications. They are answered at the head of this page.',
    zh: '随报关单通知提出的问题和单证要求，请在本页上方答复。',
  },
  appealable: (name: string, day: string) => ({
    en: `${name} of ${day} can be put to review`,
    zh: `${day} 的${name}可申请复核`,
  }),
  lastDay: (day: string) => ({ en: `until ${day}`, zh: `截至 ${day}` }),
  late: (day: string) => ({
    en: `The last day was ${day}; an appeal needs a reason for coming late.`,
    zh: `最后日期为 ${day}；逾期申请须说明原因。`,
  }),
  kinds: {
    'question-by-notification': { en: 'Question', zh: '询问' },
    'documents-by-notification': { en: 'Papers are wanted', zh: '要求提交单证' },
  },
}

/** Letters about the case, what its notifications have asked, and what can be put to review. */
export function LettersSection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { may } = useSession()
  const navigate = useNavigate()
  const { data } = useSuspenseQuery(caseCorrespondenceQuery(caseId))
  const { threads, byNotification, mayWrite, mayCorrect, appealable } = data
  const [writing, setWriting] = useState<'appeal' | 'other'>()
  const open = appealable.filter(({ threadId }) => threadId === undefined)
  const canWrite = mayWrite && may('correspondence.write')
  const kinds: readonly WritableKind[] =
    writing === 'appeal'
      ? ['appeal']
      : ['question', ...(mayCorrect ? (['voluntary-correction'] as const) : []), 'ruling-request']
  return (
    <>
      {canWrite &&
        open.map((one) => (
          <Appealable key={one.decision} decided={one} onAppeal={() => setWriting('appeal')} />
        ))}
      <SectionCard title={say(words.title)}>
        {threads.length === 0 ? (
          <EmptyState icon={Mail} title={say(words.none)}>
            {say(words.noneWhy)}
          </EmptyState>
        ) : (
          <ThreadRows label={say(words.title)} threads={threads} inCase />
        )}
        {canWrite && (
          <Group mt="sm" className="screen-only">
            <Button
              variant="light"
              leftSection={<PenLine size={16} aria-hidden />}
              onClick={() => setWriting('other')}
            >
              {say(words.write)}
            </Button>
          </Group>
        )}
      </SectionCard>
      {byNotification.length > 0 && <ByNotification asked={byNotification} />}
      {writing !== undefined && (
        <Dialog
          title={say(writing === 'appeal' ? words.appeal : words.write)}
          size="lg"
          onClose={() => setWriting(undefined)}
        >
          <WriteLetter
            {...{ caseId, kinds }}
            appealable={open}
            onSent={({ id }) => void navigate({ to: `/correspondence/${id}` })}
          />
        </Dialog>
      )}
    </>
  )
}

const titleInText = { title: { color: 'var(--mantine-color-text)' } }

interface AppealableProps {
  readonly decided: CaseCorrespondence['appealable'][number]
  readonly onAppeal: () => void
}

function Appealable({ decided, onAppeal }: AppealableProps) {
  const say = useSay()
  const { day } = useFormats()
  const { decision, decidedOn, lastDay, isLate } = decided
  return (
    <Alert
      color="orange"
      mb="md"
      icon={<Scale size={18} aria-hidden />}
      title={say(words.appealable(say(appealableWords[decision]), day(decidedOn)))}
      styles={titleInText}
    >
      <Text size="sm" mb="xs">
        {say(isLate ? words.late(day(lastDay)) : words.lastDay(day(lastDay)))}
      </Text>
      <Button size="xs" variant="default" onClick={onAppeal}>
        {say(words.appeal)}
      </Button>
    </Alert>
  )
}

function ByNotification({ asked }: { readonly asked: CaseCorrespondence['byNotification'] }) {
  const say = useSay()
  return (
    <SectionCard title={say(words.asked)} lead={say(words.askedLead)}>
      <Rows label={say(words.asked)}>
        {asked.map(({ id, kind, text, answer, awaits }) => (
          <Row
            key={id}
            title={say(words.kinds[kind])}
            marks={
              awaits !== undefined && (
                <Badge variant="outline" c="var(--mantine-color-text)">
                  {say(turnWords[awaits])}
                </Badge>
              )
            }
            facts={
              <>
                <span lang="en">{text}</span>
                {answer !== undefined && <Text size="sm">{answer}</Text>}
              </>
            }
          />
        ))}
      </Rows>
    </SectionCard>
  )
}
