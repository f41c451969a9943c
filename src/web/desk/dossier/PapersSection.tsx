import { Anchor, Text } from '@mantine/core'

import { InstantText } from '../../kit/components/InstantText.tsx'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import styles from './dossier.module.css'
import type { ShownDossier } from './dossier-query.ts'
import { Section } from '../Section.tsx'

const words = {
  title: { en: 'Papers of the trader', zh: '贸易商单证' },
  none: {
    en: 'None has come. Ask for what you need: the trader sees the list and the last day.',
    zh: '尚未收到单证。可要求提交所需单证：贸易商会看到清单和期限。',
  },
  look: { en: 'Look at it', zh: '查看' },
  save: { en: 'Save', zh: '下载' },
  awaited: { en: 'not sent yet', zh: '尚未提交' },
}

/** The papers that have come, to look at and to keep. */
export function PapersSection({ dossier }: { readonly dossier: ShownDossier }) {
  const say = useSay()
  const { number } = useFormats()
  return (
    <Section title={say(words.title)}>
      {dossier.files.length === 0 && <Text c="dimmed">{say(words.none)}</Text>}
      <ul className={styles.lines}>
        {dossier.files.map(({ reference, documentType, fileName, sizeBytes, receivedAt }) => (
          <li key={reference}>
            <Text fw={600}>{documentType}</Text>
            {receivedAt === null ? (
              <Text size="sm" c="dimmed">
                {say(words.awaited)}
              </Text>
            ) : (
              <Text size="sm">
                {fileName} · {number(Math.ceil((sizeBytes ?? 0) / 1024))} KB ·{' '}
                <InstantText at={receivedAt} /> ·{' '}
                <Anchor
                  href={`/officers/files/${reference}?as=view`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {say(words.look)}
                </Anchor>{' '}
                ·{' '}
                <Anchor href={`/officers/files/${reference}`} download={fileName}>
                  {say(words.save)}
                </Anchor>
              </Text>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
