import { Anchor, Badge, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'

import { InstantText } from '../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { Facts } from '../dossier/Facts.tsx'
import styles from '../dossier/dossier.module.css'
import { PlaceLink } from '../places.tsx'
import { Section } from '../Section.tsx'
import { actorWord } from '../terms/history.ts'
import { awaitsWords, kindWords, letterActWord, statusWords } from './letter-terms.ts'
import { threadQuery, type ShownThread } from './letters-query.ts'
import { LetterActsPanel } from './LetterActsPanel.tsx'
import { ThreadDecision } from './ThreadDecision.tsx'
import { ThreadLetters } from './ThreadLetters.tsx'
import { ThreadMatter } from './ThreadMatter.tsx'

const words = {
  back: { en: 'Letters', zh: '往来函件' },
  facts: { en: 'At a glance', zh: '概览' },
  turn: { en: 'Turn', zh: '等待' },
  dueOn: { en: 'Last day', zh: '期限' },
  decideBy: { en: 'The office decides by', zh: '海关决定期限' },
  declaration: { en: 'Declaration', zh: '申报' },
  opened: { en: 'Opened', zh: '开始' },
  overdue: { en: 'Overdue', zh: '已逾期' },
  history: { en: 'What was done', zh: '处理记录' },
}

/** One thread: its letters, what it is about, and what the officer can do. */
export function ThreadPage() {
  const { thread } = useParams({ strict: false, select: threadOf })
  const query = useQuery(threadQuery(thread))
  if (query.data !== undefined) return <Shown thread={query.data} />
  return query.isError ? (
    <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
  ) : (
    <LoadingRows height={96} />
  )
}

function threadOf(parameters: object): { readonly thread: string } {
  return { thread: 'thread' in parameters ? String(parameters.thread) : '' }
}

function Shown({ thread }: { readonly thread: ShownThread }) {
  const say = useSay()
  return (
    <>
      <Anchor component={PlaceLink} place={{ to: '/letters' }} size="sm" className="screen-only">
        <ArrowLeft size={14} aria-hidden /> {say(words.back)}
      </Anchor>
      <PageHead
        title={thread.subject}
        lead={`${say(kindWords[thread.kind])} · ${thread.trader} · ${thread.thread}`}
        actions={
          <Group gap="xs">
            {thread.isOverdue && (
              <Badge variant="dot" color="red" c="var(--mantine-color-text)">
                {say(words.overdue)}
              </Badge>
            )}
            <Badge variant="light" c="var(--mantine-color-text)">
              {say(statusWords[thread.status])}
            </Badge>
          </Group>
        }
      />
      <div className={styles.columns}>
        <div className={styles.content}>
          <Glance thread={thread} />
          <ThreadMatter thread={thread} />
          <ThreadDecision thread={thread} />
          <ThreadLetters thread={thread} />
          <ThreadHistory thread={thread} />
        </div>
        <div className={styles.side}>
          {/* What was typed for one stage of a thread is not meant for another. */}
          <LetterActsPanel key={`${thread.thread} ${thread.status}`} thread={thread} />
        </div>
      </div>
    </>
  )
}

function Glance({ thread }: { readonly thread: ShownThread }) {
  const say = useSay()
  const { day } = useFormats()
  const { mrn, answerDueOn, decideBy } = thread
  return (
    <Section title={say(words.facts)}>
      <Facts
        facts={[
          { name: say(words.turn), value: say(awaitsWords[thread.awaits]) },
          { name: say(words.dueOn), value: answerDueOn && day(answerDueOn) },
          { name: say(words.decideBy), value: decideBy && day(decideBy) },
          {
            name: say(words.declaration),
            value: mrn && (
              <Anchor
                component={PlaceLink}
                place={{ to: '/lodgements/$mrn', params: { mrn } }}
                style={{ overflowWrap: 'anywhere' }}
              >
                {mrn}
              </Anchor>
            ),
          },
          { name: say(words.opened), value: <InstantText at={thread.openedAt} /> },
        ]}
      />
    </Section>
  )
}

function ThreadHistory({ thread }: { readonly thread: ShownThread }) {
  const say = useSay()
  return (
    <Section title={say(words.history)}>
      <ol className={styles.history} reversed>
        {thread.acts.toReversed().map(({ at, actor, what }, index) => (
          <li key={index} data-by={actor === 'office' || actor === 'trader' ? actor : 'officer'}>
            <Text fw={600}>{say(letterActWord(what))}</Text>
            <Text size="sm" c="dimmed">
              {say(actorWord(actor))} · <InstantText at={at} />
            </Text>
          </li>
        ))}
      </ol>
    </Section>
  )
}
