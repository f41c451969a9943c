import { Badge, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { SecurityState } from '../../../authority/security/security.ts'
import type { BilingualText } from '../../../customs/bilingual-text.ts'
import { InstantText } from '../../kit/components/InstantText.tsx'
import { colon } from '../../kit/words/colon.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { Section } from '../Section.tsx'
import { securityTypesQuery } from '../security-types-query.ts'
import { actorWord } from '../terms/history.ts'
import styles from './dossier.module.css'
import type { ShownDossier } from './dossier-query.ts'
import { SecurityLines } from './SecurityLines.tsx'

const words = {
  title: { en: 'Security', zh: '保证金' },
  taken: (sum: string) => ({ en: `${sum} became duty`, zh: `其中 ${sum} 转为税款` }),
}

const stateWords: Readonly<Record<SecurityState, BilingualText>> = {
  held: { en: 'held', zh: '未决' },
  released: { en: 'given back', zh: '已退还' },
  taken: { en: 'taken as duty', zh: '已转为税款' },
}

type Security = ShownDossier['securities'][number]

/** What security was required, for which doubt, and what was decided; nothing where there was none. */
export function SecuritiesSection({ dossier }: { readonly dossier: ShownDossier }) {
  const say = useSay()
  if (dossier.securities.length === 0) return null
  return (
    <Section title={say(words.title)}>
      <ul className={styles.lines}>
        {dossier.securities.map((security) => (
          <SecurityEntry key={security.id} security={security} />
        ))}
      </ul>
    </Section>
  )
}

function SecurityEntry({ security }: { readonly security: Security }) {
  const say = useSay()
  const { money } = useFormats()
  const types = useQuery(securityTypesQuery())
  const { typeCode, state, reason, lines, takenGbp, decidedBy, decidedAt } = security
  const type = types.data?.types.find(({ code }) => code === typeCode)
  return (
    <li>
      <Text fw={600}>
        {typeCode} {type !== undefined && say(type.name)}{' '}
        <Badge
          variant="light"
          color={state === 'held' ? 'orange' : 'gray'}
          c="var(--mantine-color-text)"
        >
          {say(stateWords[state])}
        </Badge>
      </Text>
      <Text size="sm" c="dimmed">
        {say(actorWord(security.requiredBy))} · <InstantText at={security.requiredAt} />
      </Text>
      <Text size="sm">{reason}</Text>
      <SecurityLines lines={lines} />
      {decidedBy !== null && decidedAt !== null && (
        <Text size="sm">
          {say(actorWord(decidedBy))} · <InstantText at={decidedAt} />
          {say(colon)}
          {security.decisionReason}
          {state === 'taken' &&
            takenGbp !== null &&
            ` (${say(words.taken(money({ amount: takenGbp, currency: 'GBP' })))})`}
        </Text>
      )}
    </li>
  )
}
