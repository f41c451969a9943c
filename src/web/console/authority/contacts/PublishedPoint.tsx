import { Anchor, Badge, Card, Group, Text, Title } from '@mantine/core'

import type { AuthorityView } from '../../../../api/authorities.ts'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import styles from '../authority.module.css'
import { Reach } from './Reach.tsx'
import { topicWords } from './topic-words.ts'

const words = {
  secondary: { en: 'not read at the authority', zh: '非海关原文' },
  sources: { en: 'Where this was read', zh: '来源' },
  read: (day: string) => ({ en: `read ${day}`, zh: `${day} 查阅` }),
}

/** A place that the authority has published. */
export function PublishedPoint({
  point,
}: {
  readonly point: AuthorityView['contactPoints'][number]
}) {
  const say = useSay()
  const { day } = useFormats()
  const { office, purpose, topic, hours, note, confidence, sources, ...reach } = point
  return (
    <Card component="li" withBorder padding="md">
      <Group gap="xs" justify="space-between" align="flex-start">
        <Title order={3} size="h5">
          {say(office)}
        </Title>
        <Badge variant="outline" c="var(--mantine-color-text)">
          {say(topicWords[topic])}
        </Badge>
      </Group>
      <Text size="sm" mt={4}>
        {say(purpose)}
      </Text>
      <Reach {...reach} hours={hours && say(hours)} />
      {note !== undefined && (
        <Text size="sm" mt={6}>
          {say(note)}
        </Text>
      )}
      <details className={styles.details}>
        <summary>
          {say(words.sources)}
          {confidence === 'secondary' && ` (${say(words.secondary)})`}
        </summary>
        <ul className={styles.plain}>
          {sources.map(({ title, publisher, url, readOn }) => (
            <li key={title} lang="en">
              <Anchor href={url} target="_blank" rel="noreferrer" fz="inherit" underline="always">
                {title}
              </Anchor>
              , {publisher}, {say(words.read(day(readOn)))}
            </li>
          ))}
        </ul>
      </details>
    </Card>
  )
}
