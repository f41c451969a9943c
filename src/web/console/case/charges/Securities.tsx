import { Badge, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'

import type { CaseView } from '../../../../api/views/case-view.ts'
import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { SectionCard } from '../SectionCard.tsx'
import styles from './Comparison.module.css'

const words = {
  title: { en: 'Security', zh: '保证金' },
  lead: {
    en: 'Customs let doubted goods go on security and decide later: it comes back, or becomes duty.',
    zh: '对存疑货物，海关收取保证金后放行，之后再决定退还或转为税款。',
  },
  item: (number: number) => ({ en: `Item ${number}`, zh: `第 ${number} 项` }),
  returned: (sum: string) => ({ en: `${sum} came back`, zh: `已退还 ${sum}` }),
  taken: (sum: string) => ({ en: `${sum} became duty`, zh: `${sum} 转为税款` }),
  lowered: (sum: string) => ({ en: `${sum} no longer wanted`, zh: `${sum} 不再要求` }),
}

type Security = CaseView['securities'][number]

const states: Readonly<Record<Security['state'], BilingualText>> = {
  required: { en: 'wanted', zh: '待提供' },
  lowered: { en: 'wanted less', zh: '已减少' },
  given: { en: 'held by customs', zh: '由海关持有' },
  returned: { en: 'decided', zh: '已决定' },
  taken: { en: 'decided', zh: '已决定' },
}

/** What customs want secured, why, and what became of it; nothing where they never did. */
export function Securities({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { securities } = useSuspenseQuery(caseQueries.view(caseId)).data
  if (securities.length === 0) return null
  return (
    <SectionCard title={say(words.title)} lead={say(words.lead)}>
      <ul className={styles.taxes}>
        {securities.map((security) => (
          <SecurityLine key={security.securityId} security={security} />
        ))}
      </ul>
    </SectionCard>
  )
}

function SecurityLine({ security }: { readonly security: Security }) {
  const say = useSay()
  const { money } = useFormats()
  const { itemNumber, what, amount, state, reason, returned, taken, lowered } = security
  const course = [
    ...(isNothing(lowered) ? [] : [words.lowered(money(lowered))]),
    ...(isNothing(taken) ? [] : [words.taken(money(taken))]),
    ...(isNothing(returned) ? [] : [words.returned(money(returned))]),
  ]
  return (
    <li className={styles.tax}>
      <Text fw={600} size="sm">
        {say(words.item(itemNumber))} · {money(amount)} · {say(what)}{' '}
        <Badge variant="light" c="var(--mantine-color-text)">
          {say(states[state])}
        </Badge>
      </Text>
      {reason !== undefined && <Text size="sm">{reason}</Text>}
      {course.length > 0 && (
        <Text size="sm" className={styles.why}>
          {course.map((part) => say(part)).join('; ')}
        </Text>
      )}
    </li>
  )
}

function isNothing({ amount }: { readonly amount: string }): boolean {
  return /^0+(\.0+)?$/.test(amount)
}
