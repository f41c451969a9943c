import { Box, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { startRegistration } from '@simplewebauthn/browser'
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { KnownPasskey } from '../../../authority/sign-in/passkey.ts'
import { change, read } from '../../kit/api/ask.ts'
import { InstantText } from '../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import type { Wire } from '../wire.ts'
import { LineForm } from '../LineForm.tsx'
import { Section } from '../Section.tsx'

const words = {
  title: { en: 'Your passkeys', zh: '您的通行密钥' },
  why: {
    en: 'With a passkey you sign in by fingerprint, face or PIN and need no link again.',
    zh: '有了通行密钥，可用指纹、面容或 PIN 登录，无需再用链接。',
  },
  name: { en: 'Name of the device', zh: '设备名称' },
  add: { en: 'Add a passkey', zh: '添加通行密钥' },
  remove: { en: 'Remove', zh: '移除' },
  removeOf: (name: string) => ({ en: `Remove ${name}`, zh: `移除 ${name}` }),
  used: { en: 'last used', zh: '最近使用' },
  unused: { en: 'not used yet', zh: '尚未使用' },
}

const QUERY_KEY = ['passkeys'] as const

/** The officer's own passkeys. */
export function PasskeysPanel() {
  const say = useSay()
  const passkeys = useQuery({
    queryKey: QUERY_KEY,
    queryFn: ({ signal }) =>
      read<{ readonly passkeys: readonly Wire<KnownPasskey>[] }>('/officers/passkeys', signal),
  })
  return (
    <Section title={say(words.title)}>
      <Text size="sm" c="dimmed" mb="sm">
        {say(words.why)}
      </Text>
      <ProblemNote error={passkeys.error} onRetry={() => void passkeys.refetch()} />
      {passkeys.isPending && <LoadingRows rows={1} />}
      <Stack gap="xs">
        {passkeys.data?.passkeys.map((passkey) => (
          <PasskeyLine key={passkey.id} passkey={passkey} />
        ))}
      </Stack>
      <Box mt="md">
        <AddForm />
      </Box>
    </Section>
  )
}

function PasskeyLine({ passkey }: { readonly passkey: Wire<KnownPasskey> }) {
  const say = useSay()
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => change(`/officers/passkeys/${passkey.id}`, { method: 'DELETE' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: QUERY_KEY }),
  })
  return (
    <Group justify="space-between" gap="xs">
      <div>
        <Text fw={600}>{passkey.name}</Text>
        <Text size="sm" c="dimmed">
          {passkey.lastUsedAt === null ? (
            say(words.unused)
          ) : (
            <>
              {say(words.used)} <InstantText at={passkey.lastUsedAt} as="ago" />
            </>
          )}
        </Text>
      </div>
      <Button
        size="xs"
        variant="default"
        aria-label={say(words.removeOf(passkey.name))}
        loading={remove.isPending}
        onClick={() => remove.mutate()}
      >
        {say(words.remove)}
      </Button>
      <ProblemNote error={remove.error} />
    </Group>
  )
}

function AddForm() {
  const say = useSay()
  const [name, setName] = useState('')
  const queries = useQueryClient()
  const add = useMutation({
    mutationFn: async () => {
      const optionsJSON = await change<PublicKeyCredentialCreationOptionsJSON>(
        '/officers/passkeys/options',
      )
      const response = await startRegistration({ optionsJSON })
      return change('/officers/passkeys', { body: { name: name.trim(), response } })
    },
    onSuccess: async () => {
      setName('')
      await queries.invalidateQueries({ queryKey: QUERY_KEY })
    },
  })
  return (
    <LineForm
      submit={say(words.add)}
      isPending={add.isPending}
      error={add.error}
      onSubmit={() => add.mutate()}
    >
      <TextInput
        label={say(words.name)}
        value={name}
        required
        maxLength={70}
        style={{ flex: '1 1 200px' }}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
    </LineForm>
  )
}
