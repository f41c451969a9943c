import { Text } from '@mantine/core'

import { InstantText } from '../../kit/components/InstantText.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { actorWord, historyWord } from '../terms/history.ts'
import styles from './dossier.module.css'
import type { ShownDossier } from './dossier-query.ts'
import { Section } from '../Section.tsx'

const words = { title: { en: 'History', zh: '处理记录' } }

/** Who did what when; the latest first. */
export function HistorySection({ dossier }: { readonly dossier: ShownDossier }) {
  const say = useSay()
  return (
    <Section title={say(words.title)}>
      <ol className={styles.history} reversed>
        {dossier.history.toReversed().map(({ id, actor, what, detail, at }) => {
          const { reason, question } = detail as { reason?: string; question?: string }
          return (
            <li key={id} data-by={actor === 'office' || actor === 'trader' ? actor : 'officer'}>
              <Text fw={600}>{say(historyWord(what))}</Text>
              <Text size="sm" c="dimmed">
                {say(actorWord(actor))} · <InstantText at={at} />
              </Text>
              {(reason ?? question) !== undefined && <Text size="sm">{reason ?? question}</Text>}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
