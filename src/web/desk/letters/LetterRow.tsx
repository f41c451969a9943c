import { Badge } from '@mantine/core'

import { InstantText } from '../../kit/components/InstantText.tsx'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { PlaceLink } from '../places.tsx'
import { awaitsWords, kindWords, outcomeWords, statusWords } from './letter-terms.ts'
import type { ShownLine } from './letters-query.ts'
import styles from './letters.module.css'

const words = {
  until: (day: string) => ({ en: `until ${day}`, zh: `期限 ${day}` }),
  overdue: { en: 'Overdue', zh: '已逾期' },
  late: { en: 'Asked for late', zh: '逾期申请' },
}

/** One thread: what it is about, with whom, whose turn it is until when. */
export function LetterRow({ line }: { readonly line: ShownLine }) {
  const say = useSay()
  const { day } = useFormats()
  const { thread, kind, subject, trader, mrn, status, awaits, answerDueOn, outcome } = line
  return (
    <li>
      <PlaceLink place={{ to: '/letters/$thread', params: { thread } }} className={styles.row}>
        <div>
          <div className={styles.subject}>{subject}</div>
          <div className={styles.small}>
            {say(kindWords[kind])} · {trader}
          </div>
          <div className={styles.small}>
            {[thread, mrn].filter(Boolean).join(' · ')} ·{' '}
            <InstantText at={line.openedAt} as="day" />
          </div>
        </div>
        <div>
          <div className={styles.badges}>
            <Badge variant="light" c="var(--mantine-color-text)">
              {say(statusWords[status])}
            </Badge>
            {outcome !== null && (
              <Badge variant="outline" color="gray" c="var(--mantine-color-text)">
                {say(outcomeWords[outcome as keyof typeof outcomeWords])}
              </Badge>
            )}
            {line.isOverdue && (
              <Badge variant="dot" color="red" c="var(--mantine-color-text)">
                {say(words.overdue)}
              </Badge>
            )}
            {line.isLate && (
              <Badge variant="dot" color="yellow" c="var(--mantine-color-text)">
                {say(words.late)}
              </Badge>
            )}
          </div>
          <div className={styles.small}>
            {say(awaitsWords[awaits])}
            {answerDueOn !== null && ` · ${say(words.until(day(answerDueOn)))}`}
          </div>
        </div>
      </PlaceLink>
    </li>
  )
}
