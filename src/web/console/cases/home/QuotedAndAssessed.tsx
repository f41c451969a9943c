import { Anchor, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import type { Overview } from '../../../../api/overview.ts'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { MoneyText } from '../../../kit/components/MoneyText.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { overviewQuery } from '../case-list-queries.ts'
import classes from './home.module.css'
import { Panel } from './Panel.tsx'

const words = {
  title: { en: 'Quoted and assessed, last seven days', zh: '近七天报价与核定' },
  none: {
    en: 'Customs have assessed nothing yet. Here you will see where they charge otherwise than quoted.',
    zh: '海关尚未核定税费。若核定与报价不同，将在此显示。',
  },
  lead: (count: string, same: string) => ({
    en: `${same} of ${count} were assessed exactly as quoted.`,
    zh: `${count} 个案件中有 ${same} 个与报价完全一致。`,
  }),
  quoted: { en: 'Quoted', zh: '报价' },
  assessed: { en: 'Assessed', zh: '核定' },
}

type Difference = Overview['assessments']['furthestApart'][number]

/** Where customs have charged otherwise than was quoted, the greatest difference first. */
export function QuotedAndAssessed() {
  const say = useSay()
  const { number } = useFormats()
  const { data, error, refetch } = useQuery(overviewQuery)
  if (data === undefined) {
    return (
      <Panel title={say(words.title)}>
        <ProblemNote error={error} onRetry={() => void refetch()} />
        {error === null && <LoadingRows rows={4} />}
      </Panel>
    )
  }
  const { count, asQuoted, furthestApart } = data.assessments
  const longest = Math.max(
    ...furthestApart.flatMap(({ quoted, assessed }) => [barOf(quoted), barOf(assessed)]),
  )
  return (
    <Panel
      title={say(words.title)}
      lead={say(count === 0 ? words.none : words.lead(number(count), number(asQuoted)))}
    >
      <ul className={classes.list}>
        {furthestApart.map((difference) => (
          <li key={difference.caseId}>
            <Pair difference={difference} longest={longest} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Pair({
  difference,
  longest,
}: {
  readonly difference: Difference
  readonly longest: number
}) {
  const say = useSay()
  const { caseId, reference, quoted, assessed, difference: by } = difference
  const isMore = !by.amount.startsWith('-')
  return (
    <>
      <Group justify="space-between" mb={2}>
        <Anchor component={Link} to={`/cases/${caseId}`} size="sm" fw={600}>
          {reference}
        </Anchor>
        <Text size="sm" fw={600}>
          {isMore && '+'}
          <MoneyText value={by} />
        </Text>
      </Group>
      <div className={classes.pair}>
        <span>{say(words.quoted)}</span>
        <span className={classes.quoted} style={{ width: `${(barOf(quoted) / longest) * 100}%` }} />
        <span className={classes.amount}>
          <MoneyText value={quoted} />
        </span>
        <span>{say(words.assessed)}</span>
        <span
          className={classes.assessed}
          style={{ width: `${(barOf(assessed) / longest) * 100}%` }}
        />
        <span className={classes.amount}>
          <MoneyText value={assessed} />
        </span>
      </div>
    </>
  )
}

/** The length of a drawn bar, for which a float is good enough; never below nothing. */
function barOf({ amount }: { readonly amount: string }): number {
  return Math.max(0.01, Number(amount))
}
