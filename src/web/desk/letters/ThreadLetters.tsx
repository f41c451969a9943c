import { Anchor, Text } from '@mantine/core'

import { InstantText } from '../../kit/components/InstantText.tsx'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { Section } from '../Section.tsx'
import type { ShownThread } from './letters-query.ts'
import styles from './letters.module.css'

const words = {
  title: { en: 'Letters', zh: '函件' },
  trader: { en: 'The trader', zh: '贸易商' },
  office: { en: 'The office, by itself', zh: '海关系统' },
}

/** The letters of both sides in their order, with what came with them. */
export function ThreadLetters({ thread }: { readonly thread: ShownThread }) {
  const say = useSay()
  const { number } = useFormats()
  return (
    <Section title={say(words.title)}>
      <ol className={styles.letters}>
        {thread.messages.map(({ id, from, by, at, text, attachments }) => (
          <li key={id} className={styles.letter} data-from={from}>
            <Text size="sm" c="dimmed">
              {by ?? say(words[from])} · <InstantText at={at} />
            </Text>
            <div className={styles.words}>{text}</div>
            {attachments.length > 0 && (
              <ul className={styles.files}>
                {attachments.map((file) => (
                  <li key={file.id}>
                    <Anchor
                      size="sm"
                      href={`/officers/correspondence/attachments/${file.id}`}
                      download={file.name}
                    >
                      {file.name} ({number(Math.ceil(file.size / 1024))} KB)
                    </Anchor>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
