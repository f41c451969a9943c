import { List, Text } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Calculator } from 'lucide-react'

import { leadsOut } from '../../../../customs/lane/lane-decision.ts'
import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { isNotThere } from '../is-not-there.ts'
import { OwedLater } from '../OwedLater.tsx'
import { SectionCard } from '../SectionCard.tsx'
import { Comparison } from './Comparison.tsx'
import { Penalties } from './Penalties.tsx'
import { Securities } from './Securities.tsx'
import { Waterfall } from './Waterfall.tsx'

const words = {
  title: { en: 'How the charges build up', zh: '税费如何构成' },
  lead: (day: string) => ({
    en: `Worked out for ${day}. Press a bar for its arithmetic, its law and who pays it.`,
    zh: `按 ${day} 核算。点击任一项可查看算法、法律依据和承担方。`,
  }),
  none: { en: 'The charges are not worked out yet', zh: '税费尚未核算' },
  noneWhy: {
    en: 'They follow from the goods data: the commodity code gives the rate, price and freight the value. Mend the open points above, then they appear here bar by bar.',
    zh: '税费由货物资料得出：商品编码决定税率，价格和运费决定完税价格。补正上方各项后，将在此逐项显示。',
  },
  leaves: { en: 'Nothing is charged at the exit', zh: '出境时不收税费' },
  leavesWhy: {
    en: 'The goods leave the country. What the destination charges is quoted for a sale under “Quotes and tariff”.',
    zh: '货物为出口。目的国的税费可在“报价与税则”中按销售核算。',
  },
  notes: { en: 'On the value', zh: '关于估价' },
  notCovered: { en: 'Not worked out here', zh: '未包含在内' },
}

/** What the clearance costs and why, and what customs made of it. */
export function ChargesSection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { day } = useFormats()
  const breakdown = useQuery(caseQueries.breakdown(caseId))
  const { data: view } = useSuspenseQuery(caseQueries.view(caseId))
  if (leadsOut(view.lane?.lane)) {
    return (
      <>
        <EmptyState icon={Calculator} title={say(words.leaves)}>
          {say(words.leavesWhy)}
        </EmptyState>
        <Penalties caseId={caseId} />
      </>
    )
  }
  if (breakdown.isPending) return <LoadingRows />
  if (breakdown.isError) {
    return isNotThere(breakdown.error) ? (
      <EmptyState icon={Calculator} title={say(words.none)}>
        {say(words.noneWhy)}
      </EmptyState>
    ) : (
      <ProblemNote error={breakdown.error} onRetry={() => void breakdown.refetch()} />
    )
  }
  const { on, comparison, valuationNotes, notCovered } = breakdown.data
  return (
    <>
      <OwedLater view={view} />
      <SectionCard title={say(words.title)} lead={say(words.lead(day(on)))}>
        <Waterfall breakdown={breakdown.data} />
      </SectionCard>
      {comparison && <Comparison comparison={comparison} />}
      <Securities caseId={caseId} />
      <Penalties caseId={caseId} />
      {valuationNotes.length + notCovered.length > 0 && (
        <SectionCard title={say(words.notes)}>
          <List size="sm" spacing="xs">
            {valuationNotes.map(({ text }) => (
              <List.Item key={text.en}>{say(text)}</List.Item>
            ))}
            {notCovered.map((text) => (
              <List.Item key={text.en}>
                <Text span inherit fw={600}>
                  {say(words.notCovered)}:
                </Text>{' '}
                {say(text)}
              </List.Item>
            ))}
          </List>
        </SectionCard>
      )}
    </>
  )
}
