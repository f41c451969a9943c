import { Anchor, Group, Text } from '@mantine/core'

import { InstantText } from '../../kit/components/InstantText.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { PlaceLink } from '../places.tsx'
import { StateBadge } from '../StateBadge.tsx'
import styles from './dossier.module.css'
import type { ShownDossier } from './dossier-query.ts'
import { Section } from '../Section.tsx'

const words = {
  title: { en: 'Earlier entries', zh: '以往申报' },
  none: {
    en: 'Nothing came from this declarant or exporter before.',
    zh: '此申报人或出口商此前没有申报记录。',
  },
  exporter: { en: 'same exporter', zh: '同一出口商' },
  declarant: { en: 'same declarant', zh: '同一申报人' },
}

/** How earlier goods of the same declarant or exporter have fared. */
export function EarlierSection({ dossier }: { readonly dossier: ShownDossier }) {
  const say = useSay()
  return (
    <Section title={say(words.title)}>
      {dossier.earlier.length === 0 && <Text c="dimmed">{say(words.none)}</Text>}
      <ul className={styles.lines}>
        {dossier.earlier.map(({ mrn, state, receivedAt, sameExporter }) => (
          <li key={mrn}>
            <Group justify="space-between" gap="xs">
              <Anchor component={PlaceLink} place={{ to: '/lodgements/$mrn', params: { mrn } }}>
                {mrn}
              </Anchor>
              <Text size="sm" c="dimmed">
                {say(sameExporter ? words.exporter : words.declarant)} ·{' '}
                <InstantText at={receivedAt} as="day" />
              </Text>
              <StateBadge state={state} />
            </Group>
          </li>
        ))}
      </ul>
    </Section>
  )
}
