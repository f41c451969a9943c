import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState, type ReactNode } from 'react'

import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { suggestedDeviceName } from './device-name.ts'
import { ceremonyObstacle, createPasskey, knowsPasskeys } from './passkey-ceremony.ts'

const words = {
  name: { en: 'What you call it', zh: '名称' },
  nameHelp: {
    en: 'By this you will know it again among others.',
    zh: '用于日后与其他通行密钥区分。',
  },
  create: { en: 'Create a passkey', zh: '创建通行密钥' },
  unknown: {
    en: 'This browser does not know passkeys here. You stay signed in; later you need a new link.',
    zh: '此浏览器在这里无法使用通行密钥。您目前仍保持登录，下次登录需要新的链接。',
  },
}

interface CreatePasskeyProps {
  readonly onCreated: () => void
  /** Another way on, beside the button. */
  readonly beside?: ReactNode
}

/** Makes a passkey of whoever is signed in, on this device. */
export function CreatePasskey({ onCreated, beside }: CreatePasskeyProps) {
  const say = useSay()
  const queries = useQueryClient()
  const [name, setName] = useState(() => suggestedDeviceName(navigator.userAgent))
  const creation = useMutation({
    mutationFn: () => createPasskey(name.trim()),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['passkeys'] })
      await queries.invalidateQueries({ queryKey: ['session'] })
      onCreated()
    },
  })
  const obstacle = ceremonyObstacle(creation.error)
  if (!knowsPasskeys) {
    return (
      <Stack gap="sm">
        <Text>{say(words.unknown)}</Text>
        {beside}
      </Stack>
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        creation.mutate()
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={say(words.name)}
          description={say(words.nameHelp)}
          value={name}
          maxLength={70}
          required
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        {obstacle !== undefined && (
          <Alert color="yellow" role="alert" variant="light">
            <Text size="sm">{say(obstacle)}</Text>
          </Alert>
        )}
        {obstacle === undefined && <ProblemNote error={creation.error} />}
        <Group>
          <Button
            type="submit"
            loading={creation.isPending}
            leftSection={<KeyRound size={18} aria-hidden />}
          >
            {say(words.create)}
          </Button>
          {beside}
        </Group>
      </Stack>
    </form>
  )
}
