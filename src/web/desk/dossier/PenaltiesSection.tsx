import { Badge, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { PenaltyState } from '../../../authority/penalties/penalty.ts'
import type { BilingualText } from '../../../customs/bilingual-text.ts'
import { InstantText } from '../../kit/components/InstantText.tsx'
import { colon } from '../../kit/words/colon.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { contraventionsQuery } from '../contraventions-query.ts'
import { Section } from '../Section.tsx'
import { actorWord } from '../terms/history.ts'
import styles from './dossier.module.css'
import type { ShownDossier } from './dossier-query.ts'
import { usePenaltyName } from './penalty-name.ts'

const words = {
  title: { en: 'Warnings and penalties', zh: '警告与处罚' },
}

const stateWords: Readonly<Record<PenaltyState, BilingualText>> = {
  warned: { en: 'given', zh: '已发出' },
  imposed: { en: 'to be paid', zh: '待缴' },
  paid: { en: 'paid', zh: '已缴' },
  withdrawn: { en: 'withdrawn', zh: '已撤回' },
}

/** What the trader was warned of or penalised for; nothing where it never was. */
export function PenaltiesSection({ dossier }: { readonly dossier: ShownDossier }) {
  const say = useSay()
  const nameOf = usePenaltyName()
  const known = useQuery(contraventionsQuery()).data?.contraventions ?? []
  const contraventionOf = (id: string): string => {
    const name = known.find((one) => one.id === id)?.name
    return name === undefined ? id : say(name)
  }
  if (dossier.penalties.length === 0) return null
  return (
    <Section title={say(words.title)}>
      <ul className={styles.lines}>
        {dossier.penalties.map((penalty) => (
          <li key={penalty.number}>
            <Text fw={600}>
              {nameOf(penalty)}
              {say(colon)}
              {contraventionOf(penalty.contravention)}{' '}
              <Badge
                variant="light"
                color={penalty.state === 'imposed' ? 'orange' : 'gray'}
                c="var(--mantine-color-text)"
              >
                {say(stateWords[penalty.state])}
              </Badge>
            </Text>
            <Text size="sm" c="dimmed">
              {say(actorWord(penalty.imposedBy))} · <InstantText at={penalty.imposedAt} />
            </Text>
            <Text size="sm">{penalty.reason}</Text>
            {penalty.movedBy !== null && penalty.movedAt !== null && (
              <Text size="sm">
                {say(actorWord(penalty.movedBy))} · <InstantText at={penalty.movedAt} />
                {say(colon)}
                {penalty.movedBecause}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
