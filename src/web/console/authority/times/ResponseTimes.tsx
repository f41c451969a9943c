import { Text } from '@mantine/core'
import { Timer } from 'lucide-react'
import type { ReactNode } from 'react'

import type { AuthorityRelationshipView } from '../../../../api/authority-relationships.ts'
import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Section } from '../../settings/Section.tsx'
import styles from '../authority.module.css'
import { ResponseChart } from './ResponseChart.tsx'
import { responseWords } from './response-words.ts'
import { WeekTable } from './WeekTable.tsx'

const words = {
  title: { en: 'Response times', zh: '答复时长' },
  lead: {
    en: 'By when things were recorded here, week by week; at most the newest 500 of a week.',
    zh: '以本系统记录时间为准，按周统计；每周最多取最新的 500 次。',
  },
  none: { en: 'Nothing to measure yet', zh: '尚无可测量的记录' },
  noneLead: {
    en: 'Once declarations are lodged and answered, this shows how long that takes.',
    zh: '有申报提交并得到答复后，此处会显示所需时间。',
  },
  median: { en: 'Half took no longer', zh: '半数不超过' },
  p90: { en: 'Nine of ten took no longer', zh: '九成不超过' },
  unmeasured: (names: readonly { en: string; zh: string }[]) => ({
    en: `Not in this time: ${names.map(({ en }) => en).join(', ')}.`,
    zh: `此时段内没有：${names.map(({ zh }) => zh).join('、')}。`,
  }),
}

interface ResponseTimesProps {
  readonly relationship: AuthorityRelationshipView
  /** How far back is told. */
  readonly choice: ReactNode
}

/** How long the authority takes to answer, and the business. */
export function ResponseTimes({ relationship, choice }: ResponseTimesProps) {
  const say = useSay()
  const { responseTimes, from, weeks } = relationship
  const measured = responseTimes.filter(({ count }) => count > 0)
  const others = responseTimes.filter(({ count }) => count === 0)
  return (
    <Section title={say(words.title)} lead={say(words.lead)} actions={choice}>
      {measured.length === 0 ? (
        <EmptyState icon={Timer} title={say(words.none)}>
          {say(words.noneLead)}
        </EmptyState>
      ) : (
        <>
          <ul className={styles.legend}>
            {(['median', 'p90'] as const).map((of) => (
              <li key={of}>
                <span className={styles.swatch} data-of={of} aria-hidden />
                {say(words[of])}
              </li>
            ))}
          </ul>
          <div className={styles.figures}>
            {measured.map((time) => (
              <ResponseChart key={time.id} time={time} span={{ from, weeks }} />
            ))}
          </div>
          {others.length > 0 && (
            <Text size="sm" c="dimmed">
              {say(words.unmeasured(others.map(({ id }) => responseWords[id])))}
            </Text>
          )}
          <WeekTable times={measured} />
        </>
      )}
    </Section>
  )
}
