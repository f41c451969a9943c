import { Badge, Button, Group, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Mail, PenLine } from 'lucide-react'
import { useState } from 'react'

import type { CaseCorrespondence } from '../../../../api/case-correspondence.ts'
import { Dialog } from '../../../kit/components/Dialog.tsx'
import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { AppealOffer } from '../../correspondence/AppealOffer.tsx'
import { caseCorrespondenceQuery } from '../../correspondence/correspondence-queries.ts'
import { DecisionChain } from '../../correspondence/DecisionChain.tsx'
import { turnWords } from '../../correspondence/thread-words.ts'
import { ThreadRows } from '../../correspondence/ThreadRows.tsx'
import { type WritableKind, WriteLetter } from '../../correspondence/WriteLetter.tsx'
import { Row, Rows } from '../../settings/Row.tsx'
import { SectionCard } from '../SectionCard.tsx'

const words = {
  title: { en: 'Letters with customs', zh: '与海关的往来信函' },
  none: { en: 'No letters about this case', zh: '本案没有信函' },
  noneWhy: {
    en: 'Ask a question, tell of an error after the release, claim back what was paid once customs have closed their file, ask for a ruling, or appeal against a decision.',
    zh: '可咨询、放行后主动更正、结案后申请退税、申请预裁定，或对决定申请复核。',
  },
  write: { en: 'Write a letter', zh: '写信' },
  asked: { en: 'Asked by notification', zh: '以通知提出' },
  askedLead: {
    en: 'Questions and requests for papers that came with the declaration’s notifications. They are answered at the head of this page.',
    zh: '随报关单通知提出的问题和单证要求，请在本页上方答复。',
  },
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
  const { threads, byNotification, mayWrite, mayCorrect, claimable, exports, appealable } = data
  const [isWriting, setIsWriting] = useState(false)
  const canWrite = mayWrite && may('correspondence.write')
  const kinds: readonly WritableKind[] = [
    'question',
    ...(mayCorrect ? (['voluntary-correction'] as const) : []),
    ...(claimable.length > 0 ? (['repayment-claim'] as const) : []),
    'ruling-request',
  ]
  return (
    <>
      {appealable.map((one) =>
        one.review === undefined ? (
          canWrite && <AppealOffer key={keyOf(one)} decided={one} caseId={caseId} />
        ) : (
          <DecisionChain key={keyOf(one)} decided={one} review={one.review} />
        ),
      )}
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
              onClick={() => setIsWriting(true)}
            >
              {say(words.write)}
            </Button>
          </Group>
        )}
      </SectionCard>
      {byNotification.length > 0 && <ByNotification asked={byNotification} />}
      {isWriting && (
        <Dialog title={say(words.write)} size="lg" onClose={() => setIsWriting(false)}>
          <WriteLetter
            {...{ caseId, kinds, claimable, exports }}
            onSent={({ id }) => void navigate({ to: `/correspondence/${id}` })}
          />
        </Dialog>
      )}
    </>
  )
}

function keyOf({ decision, decidedOn, toldIn }: CaseCorrespondence['appealable'][number]): string {
  return [decision, decidedOn, toldIn?.threadId].join(' ')
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
