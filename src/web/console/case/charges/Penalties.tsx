import { Anchor, Badge, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import type { CaseView } from '../../../../api/views/case-view.ts'
import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { SectionCard } from '../SectionCard.tsx'
import styles from './Comparison.module.css'

const words = {
  title: { en: 'Warnings and penalties', zh: '警告与处罚' },
  lead: {
    en: 'Customs tell of them by letter. A penalty is the business’s own cost; no party of the order is billed for it.',
    zh: '海关以信函告知。罚款由企业自行承担，不向订单各方收取。',
  },
  warning: { en: 'Warning', zh: '警告' },
  penalty: (sum: string) => ({ en: `Penalty of ${sum}`, zh: `罚款 ${sum}` }),
  given: (day: string) => ({ en: `Given on ${day}.`, zh: `作出日期 ${day}。` }),
  review: (lastDay: string) => ({
    en: `The last day to ask for a review is ${lastDay}.`,
    zh: `申请复核的最后日期为 ${lastDay}。`,
  }),
  letter: { en: 'The letter', zh: '查看信函' },
}

type Penalty = CaseView['penalties'][number]

const states: Readonly<Record<Penalty['state'], BilingualText>> = {
  warned: { en: 'given', zh: '已发出' },
  imposed: { en: 'to be paid', zh: '待缴' },
  paid: { en: 'paid', zh: '已缴' },
  withdrawn: { en: 'withdrawn', zh: '已撤回' },
}

/** What customs have warned of or penalised, and what became of it; nothing where they never did. */
export function Penalties({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { penalties } = useSuspenseQuery(caseQueries.view(caseId)).data
  if (penalties.length === 0) return null
  return (
    <SectionCard title={say(words.title)} lead={say(words.lead)}>
      <ul className={styles.taxes}>
        {penalties.map((penalty) => (
          <PenaltyLine key={penalty.penaltyId} penalty={penalty} />
        ))}
      </ul>
    </SectionCard>
  )
}

function PenaltyLine({ penalty }: { readonly penalty: Penalty }) {
  const say = useSay()
  const { money, day } = useFormats()
  const { what, law, amount, state, imposedOn, reviewBy, threadId } = penalty
  return (
    <li className={styles.tax}>
      <Text fw={600} size="sm">
        {say(amount === undefined ? words.warning : words.penalty(money(amount)))} · {say(what)}{' '}
        <Badge variant="light" c="var(--mantine-color-text)">
          {say(states[state])}
        </Badge>
      </Text>
      <Text size="sm" lang="en">
        {law}
      </Text>
      <Text size="sm" className={styles.why}>
        {say(words.given(day(imposedOn)))} {/* What was withdrawn needs no review any more. */}
        {state !== 'withdrawn' && <>{say(words.review(day(reviewBy)))} </>}
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to={`/correspondence/${threadId}`} {...props} />}
        >
          {say(words.letter)}
        </Anchor>
      </Text>
    </li>
  )
}
