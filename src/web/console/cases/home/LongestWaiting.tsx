import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { longestWaitingQuery } from '../case-list-queries.ts'
import { KnownBy } from '../KnownBy.tsx'
import { ListLink } from '../ListLink.tsx'
import { useNow } from '../use-now.ts'
import { WaitingText } from '../WaitingText.tsx'
import classes from './home.module.css'
import { Panel } from './Panel.tsx'

const words = {
  title: { en: 'Waiting for you the longest', zh: '等待您最久的案件' },
  lead: {
    en: 'Begin at the top: each says what it needs.',
    zh: '从上往下处理，每项都写明需要什么。',
  },
  all: { en: 'All of them', zh: '查看全部' },
  none: {
    en: 'Nothing waits for you. Cases go on by themselves until somebody is needed.',
    zh: '没有需要您处理的案件。案件会自动推进，直到需要有人操作。',
  },
}

/** The cases that have waited for the reader the longest. */
export function LongestWaiting() {
  const say = useSay()
  const now = useNow()
  const { data, error, refetch } = useQuery(longestWaitingQuery(['yours']))
  const all = (
    <ListLink search={{ whose: ['yours'], sort: 'longest-waiting' }}>{say(words.all)}</ListLink>
  )
  return (
    <Panel title={say(words.title)} lead={say(words.lead)} more={all}>
      <ProblemNote error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <LoadingRows rows={4} />}
      {data?.items.length === 0 && <Text size="sm">{say(words.none)}</Text>}
      <ul className={classes.list}>
        {data?.items.map((summary) => (
          <li key={summary.id} className={classes.line}>
            <div className={classes.known}>
              <Anchor component={Link} to={`/cases/${summary.id}`} size="sm" fw={600}>
                {summary.reference}
              </Anchor>
              <KnownBy summary={summary} />
            </div>
            <WaitingText summary={summary} now={now} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
