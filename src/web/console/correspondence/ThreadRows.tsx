import { Anchor, Badge } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import type { ThreadView } from '../../../api/views/thread-view.ts'
import { InstantText } from '../../kit/components/InstantText.tsx'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { Row, Rows } from '../settings/Row.tsx'
import { kindWords, outcomeWords, stateWords, turnWords } from './thread-words.ts'

const words = {
  due: { en: 'answer by', zh: '答复期限' },
  overdue: { en: 'Overdue', zh: '已逾期' },
  givenUp: { en: 'A letter could not be sent', zh: '有信函未能发出' },
  ofCase: { en: 'case', zh: '案件' },
}

interface ThreadRowsProps {
  readonly label: string
  readonly threads: readonly ThreadView[]
  /** On the page of a case everything is about that case. */
  readonly inCase?: boolean
}

/** Threads as a list, each with whose turn it is and until when. */
export function ThreadRows({ label, threads, inCase = false }: ThreadRowsProps) {
  return (
    <Rows label={label}>
      {threads.map((thread) => (
        <ThreadRow key={thread.id} thread={thread} inCase={inCase} />
      ))}
    </Rows>
  )
}

function ThreadRow({ thread, inCase }: { readonly thread: ThreadView; readonly inCase: boolean }) {
  const say = useSay()
  const { day } = useFormats()
  const { id, kind, subject, officeReference, caseId, caseReference, answerDueOn } = thread
  return (
    <Row
      title={
        <Anchor component={Link} to={`/correspondence/${id}`} fw={600}>
          {subject === '' ? say(kindWords[kind]) : subject}
        </Anchor>
      }
      marks={<ThreadMarks thread={thread} />}
      facts={
        <>
          {say(kindWords[kind])}
          {officeReference !== undefined && ` · ${officeReference}`}
          {!inCase && caseId !== undefined && (
            <>
              {` · ${say(words.ofCase)} `}
              <Anchor component={Link} to={`/cases/${caseId}`} size="sm" underline="always">
                {caseReference ?? caseId}
              </Anchor>
            </>
          )}
          {answerDueOn !== undefined && ` · ${say(words.due)} ${day(answerDueOn)}`}
          {' · '}
          <InstantText at={thread.updatedAt} as="ago" />
        </>
      }
    />
  )
}

/** Where a thread stands, whose turn it is, and what of it is pressing. */
export function ThreadMarks({ thread }: { readonly thread: ThreadView }) {
  const say = useSay()
  const { state, awaits, isOverdue, decision, underWay } = thread
  const text = decision === undefined ? stateWords[state] : outcomeWords[decision.outcome]
  return (
    <>
      <Mark color={state === 'refused' ? 'red' : 'gray'}>{say(text)}</Mark>
      {awaits !== undefined && state !== 'written' && (
        <Mark color={awaits === 'trader' ? 'orange' : 'gray'}>{say(turnWords[awaits])}</Mark>
      )}
      {isOverdue && <Mark color="red">{say(words.overdue)}</Mark>}
      {underWay === 'given-up' && <Mark color="red">{say(words.givenUp)}</Mark>}
    </>
  )
}

function Mark({ color, children }: { readonly color: string; readonly children: string }) {
  return (
    <Badge variant="outline" color={color} c="var(--mantine-color-text)">
      {children}
    </Badge>
  )
}
