import { Alert, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'

import type { Officer } from '../../../authority/store/officer-store.ts'
import { change, read } from '../../kit/api/ask.ts'
import { CopyText } from '../../kit/components/CopyText.tsx'
import { InstantText } from '../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { useOfficer } from '../desk-session.ts'
import type { Wire } from '../wire.ts'

const words = {
  title: { en: 'Officers', zh: '关员' },
  head: { en: 'Head of the office', zh: '负责人' },
  officer: { en: 'Officer', zh: '关员' },
  never: { en: 'has not signed in yet', zh: '尚未登录' },
  last: { en: 'signed in', zh: '最近登录' },
  name: { en: 'Name, as it will stand in the dossiers', zh: '姓名（将载入卷宗）' },
  invite: { en: 'Make a sign-in link', zh: '生成登录链接' },
  link: { en: 'Send this link', zh: '请发送此链接' },
  linkHow: {
    en: 'It is shown this once, good for one sign-in within a day.',
    zh: '仅显示一次，一天内可登录一次。',
  },
  headOnly: {
    en: 'The head of the office invites officers.',
    zh: '由负责人邀请关员。',
  },
}

interface MadeLink {
  readonly officer: string
  readonly url: string
}

/** Who sits at the desk; the head invites by a link. */
export function OfficersPanel() {
  const say = useSay()
  const { role } = useOfficer()
  const officers = useQuery({
    queryKey: ['officers'],
    queryFn: ({ signal }) =>
      read<{ readonly officers: readonly Wire<Officer>[] }>('/officers/officers', signal),
  })
  return (
    <Paper component="section" withBorder p="md" aria-label={say(words.title)}>
      <Title order={2} size="h4" mb="xs">
        {say(words.title)}
      </Title>
      <ProblemNote error={officers.error} onRetry={() => void officers.refetch()} />
      {officers.isPending && <LoadingRows rows={2} />}
      <Stack gap="xs">
        {officers.data?.officers.map((officer) => (
          <div key={officer.name}>
            <Text fw={600}>{officer.name}</Text>
            <Text size="sm" c="dimmed">
              {say(words[officer.role])} ·{' '}
              {officer.lastSignedInAt === null ? (
                say(words.never)
              ) : (
                <>
                  {say(words.last)} <InstantText at={officer.lastSignedInAt} as="ago" />
                </>
              )}
            </Text>
          </div>
        ))}
      </Stack>
      {role === 'head' ? <InviteForm /> : <Text mt="sm">{say(words.headOnly)}</Text>}
    </Paper>
  )
}

function InviteForm() {
  const say = useSay()
  const [name, setName] = useState('')
  const queries = useQueryClient()
  const invite = useMutation({
    mutationFn: () => change<MadeLink>('/officers/sign-in-links', { body: { name } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['officers'] }),
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    invite.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="xs" mt="md">
        <TextInput
          label={say(words.name)}
          value={name}
          required
          minLength={2}
          maxLength={70}
          style={{ flex: '1 1 220px' }}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button type="submit" loading={invite.isPending}>
          {say(words.invite)}
        </Button>
      </Group>
      <ProblemNote error={invite.error} />
      {invite.data !== undefined && (
        <Alert role="status" mt="sm" title={`${say(words.link)}: ${invite.data.officer}`}>
          <CopyText value={invite.data.url} />
          <Text size="sm" mt="xs">
            {say(words.linkHow)}
          </Text>
        </Alert>
      )}
    </form>
  )
}
