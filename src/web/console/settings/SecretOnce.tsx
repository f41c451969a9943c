import { Alert, Button, Group, Stack, Text } from '@mantine/core'

import { CopyText } from '../../kit/components/CopyText.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'

const words = { done: { en: 'Done', zh: '完成' } }

interface SecretOnceProps {
  readonly title: string
  readonly secret: string
  /** Where to keep it, and that it cannot be shown again. */
  readonly keep: string
  readonly onDone: () => void
}

/** A secret at the only moment at which it can be seen. */
export function SecretOnce({ title, secret, keep, onDone }: SecretOnceProps) {
  const say = useSay()
  return (
    <Stack>
      <Alert variant="light" color="tide" title={title}>
        <CopyText value={secret} />
        <Text size="sm" mt="xs">
          {keep}
        </Text>
      </Alert>
      <Group justify="flex-end">
        <Button onClick={onDone}>{say(words.done)}</Button>
      </Group>
    </Stack>
  )
}
