import { SimpleGrid, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { AuthorityView } from '../../../../api/authorities.ts'
import type { TrustedTraderStandingView } from '../../../../api/views/standing-view.ts'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Section } from '../../settings/Section.tsx'
import { standingQuery } from '../authority-queries.ts'
import { CriterionCard, Sources } from './CriterionCard.tsx'
import { stateWords } from './standing-words.ts'

const words = {
  lead: (day: string) => ({
    en: `What the authority asks of a trusted trader, and what shows it. Your record is counted from ${day}; nobody has published how much is too much, so people judge.`,
    zh: `海关对经认证的经营者的要求及其证明。贵方记录自 ${day} 起统计；各项数据没有公布的限值，须由人员评定。`,
  }),
  sum: (name: string, states: string) => ({ en: `${name}: ${states}`, zh: `${name}：${states}` }),
}

/** How the business stands by the criteria of a trusted trader. */
export function StandingPart({ authority }: { readonly authority: AuthorityView }) {
  const standings = useQuery(standingQuery(authority.id))
  return (
    <>
      <ProblemNote error={standings.error} onRetry={() => void standings.refetch()} />
      {standings.isPending && <LoadingRows rows={4} height={120} />}
      {standings.data?.items.map((standing) => (
        <SchemeStanding key={standing.id} authority={authority.id} standing={standing} />
      ))}
    </>
  )
}

interface SchemeStandingProps {
  readonly authority: string
  readonly standing: TrustedTraderStandingView
}

function SchemeStanding({ authority, standing }: SchemeStandingProps) {
  const say = useSay()
  const { day } = useFormats()
  const { id, name, statuses, criteria, recordSince, sources } = standing
  return (
    <Section title={say(name)} lead={say(words.lead(day(recordSince)))}>
      {statuses.map((status) => (
        <Text key={status.id} size="sm">
          {say(words.sum(say(status.name), statesOf(criteria, status.id).map(say).join(', ')))}
        </Text>
      ))}
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        {criteria.map((criterion) => (
          <CriterionCard
            key={criterion.id}
            authority={authority}
            scheme={id}
            criterion={criterion}
          />
        ))}
      </SimpleGrid>
      <Sources sources={sources} />
    </Section>
  )
}

/** How many criteria of a status are in each state, such as "2 met". */
function statesOf(criteria: TrustedTraderStandingView['criteria'], status: string) {
  const asked = criteria.filter(({ statuses }) => statuses.includes(status))
  return (['met', 'missing', 'cannot-be-said'] as const).flatMap((state) => {
    const count = asked.filter((criterion) => criterion.state === state).length
    const name = stateWords[state]
    return count === 0
      ? []
      : [{ en: `${count} ${name.en.toLowerCase()}`, zh: `${name.zh} ${count} 项` }]
  })
}
