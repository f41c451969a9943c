import { Alert, Anchor, Group, List, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'

import type { WholeThreadView } from '../../../api/views/thread-view.ts'
import { InstantText } from '../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSession } from '../../kit/session.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { AnswerLetter } from './AnswerLetter.tsx'
import { AppealOffer } from './AppealOffer.tsx'
import { threadQuery } from './correspondence-queries.ts'
import { DecisionChain } from './DecisionChain.tsx'
import { DecisionFigures } from './DecisionFigures.tsx'
import { Letter } from './Letter.tsx'
import { MatterFacts } from './MatterFacts.tsx'
import { kindWords, outcomeWords } from './thread-words.ts'
import { RecordReading } from './RecordReading.tsx'
import { ThreadMarks } from './ThreadRows.tsx'

const words = {
  all: { en: 'All letters', zh: '全部信函' },
  caseOf: (reference: string) => ({ en: `Case ${reference}`, zh: `案件 ${reference}` }),
  due: (day: string) => ({ en: `Answer by ${day}`, zh: `请在 ${day} 前答复` }),
  theirDue: (day: string) => ({ en: `Customs answer by ${day}`, zh: `海关应在 ${day} 前答复` }),
  refused: { en: 'Customs did not take this letter', zh: '海关未受理此信函' },
  decided: { en: 'Decision of customs', zh: '海关决定' },
  ruling: { en: 'Ruling', zh: '裁定编号' },
  valid: (from: string, until: string) => ({
    en: `holds from ${from} to ${until}`,
    zh: `有效期 ${from} 至 ${until}`,
  }),
  readIn: { en: 'Read in a letter and recorded by', zh: '由以下人员根据来函记录：' },
  letters: { en: 'Letters', zh: '信函' },
}

const route = getRouteApi('/frame/correspondence/$threadId')

/** One thread: what it is about, how it was decided, every letter, and the answer to it. */
export function ThreadPage() {
  const say = useSay()
  const { may } = useSession()
  const { threadId } = route.useParams()
  const { data: thread, error, refetch } = useQuery(threadQuery(threadId))
  if (thread === undefined) {
    return error === null ? (
      <LoadingRows rows={4} />
    ) : (
      <ProblemNote error={error} onRetry={() => void refetch()} />
    )
  }
  return (
    <article>
      <ThreadHead thread={thread} />
      <MatterFacts thread={thread} />
      <Decision thread={thread} />
      <DecisionFigures thread={thread} />
      <Against thread={thread} />
      <Title order={2} size="h4" mb="sm">
        {say(words.letters)}
      </Title>
      {thread.lettersInFull.map((letter) => (
        <Letter key={letter.id} letter={letter} />
      ))}
      {thread.mayRecord && may('correspondence.write') && <RecordReading thread={thread} />}
      {thread.mayAnswer && may('correspondence.write') && <AnswerLetter thread={thread} />}
    </article>
  )
}

function ThreadHead({ thread }: { readonly thread: WholeThreadView }) {
  const say = useSay()
  const { day } = useFormats()
  const { kind, subject, caseId, caseReference, officeReference, mrn, answerDueOn } = thread
  const due = answerDueOn === undefined ? undefined : day(answerDueOn)
  return (
    <>
      <Anchor component={Link} to="/correspondence" size="sm">
        {say(words.all)}
      </Anchor>
      <PageHead
        title={subject === '' ? say(kindWords[kind]) : subject}
        lead={[say(kindWords[kind]), officeReference, mrn].filter(Boolean).join(' · ')}
      />
      <Group gap="xs" mb="md">
        <ThreadMarks thread={thread} />
        {due !== undefined && (
          <Text size="sm">
            {say(thread.awaits === 'trader' ? words.due(due) : words.theirDue(due))}
          </Text>
        )}
        {caseId !== undefined && (
          <Anchor component={Link} to={`/cases/${caseId}`} size="sm">
            {say(words.caseOf(caseReference ?? caseId))}
          </Anchor>
        )}
      </Group>
    </>
  )
}

/** Of an appeal what comes before and after it; of a ruling its review, or the way to ask for one. */
function Against({ thread }: { readonly thread: WholeThreadView }) {
  const { appeal, review, appealable } = thread
  if (appeal !== undefined && review !== undefined) {
    return <DecisionChain decided={appeal} review={review} isHere />
  }
  if (appealable === undefined) return null
  return appealable.review === undefined ? (
    <AppealOffer decided={appealable} caseId={thread.caseId} />
  ) : (
    <DecisionChain decided={appealable} review={appealable.review} />
  )
}

const titleInText = { title: { color: 'var(--mantine-color-text)' } }

function Decision({ thread: { refusal, decision } }: { readonly thread: WholeThreadView }) {
  const say = useSay()
  const { day } = useFormats()
  if (refusal !== undefined) {
    return (
      <Alert color="red" mb="md" title={say(words.refused)} styles={titleInText}>
        <List size="sm">
          {refusal.map(({ code, message }) => (
            <List.Item key={`${code} ${message}`}>{message}</List.Item>
          ))}
        </List>
      </Alert>
    )
  }
  if (decision === undefined) return null
  const { outcome, reasons, decidedOn, recorded, details = {} } = decision
  const { rulingReference, code, origin, validFrom, validUntil } = details
  return (
    <Alert
      color="blue"
      mb="md"
      title={`${say(words.decided)}: ${say(outcomeWords[outcome])}, ${day(decidedOn)}`}
      styles={titleInText}
    >
      <Text size="sm">{reasons}</Text>
      {rulingReference !== undefined && (
        <Text size="sm" fw={600}>
          {[`${say(words.ruling)} ${rulingReference}`, code, origin].filter(Boolean).join(' · ')}
          {validFrom !== undefined && validUntil !== undefined
            ? ` · ${say(words.valid(day(validFrom), day(validUntil)))}`
            : ''}
        </Text>
      )}
      {recorded !== undefined && (
        <Text size="sm" mt="xs">
          {say(words.readIn)} {recorded.actor.name ?? recorded.actor.kind} ·{' '}
          <InstantText at={recorded.at} />
        </Text>
      )}
    </Alert>
  )
}
