import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import type { CaseCounts } from '../../../../api/views/case-counts.ts'
import { waitingFor } from '../../../kit/terms/waiting-for.ts'
import { whoseTurn } from '../../../kit/terms/whose-turn.ts'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { turnsIn, type Turn } from './turns-in.ts'
import classes from './home.module.css'

const words = { turns: { en: 'Whose turn it is', zh: '轮到谁处理' } }

/** How many cases wait for whom, and for what; each leads into the list. */
export function Turns({ counts }: { readonly counts: CaseCounts }) {
  const say = useSay()
  return (
    <section aria-label={say(words.turns)} className={classes.turns}>
      {turnsIn(counts).map((turn) => (
        <TurnCard key={turn.whose} turn={turn} />
      ))}
    </section>
  )
}

function TurnCard({ turn: { whose, count, waits } }: { readonly turn: Turn }) {
  const say = useSay()
  const { number } = useFormats()
  return (
    <article className={classes.turn} data-yours={whose === 'yours'}>
      <Link
        to="/cases"
        search={{ whose: [whose], sort: 'longest-waiting' }}
        className={classes.count}
      >
        <span className={classes.number}>{number(count)}</span>
        <Text span fw={600}>
          {say(whoseTurn[whose].label)}
        </Text>
      </Link>
      <Text size="sm" c="dimmed" mb={4}>
        {say(whoseTurn[whose].explanation)}
      </Text>
      <ul className={classes.bars}>
        {waits.map(({ name, count: part }) => (
          <li key={name}>
            <Link to="/cases" search={{ waitingFor: [name], sort: 'longest-waiting' }}>
              <span>{say(waitingFor[name].label)}</span>
              <span className="figures">{number(part)}</span>
              <span className={classes.track} aria-hidden>
                <span style={{ width: `${(part / count) * 100}%` }} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </article>
  )
}
