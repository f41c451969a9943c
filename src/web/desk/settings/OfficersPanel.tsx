import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

import type { Officer } from '../../../authority/store/officer-store.ts'
import { change, read } from '../../kit/api/ask.ts'
import { InstantText } from '../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { useOfficer } from '../desk-session.ts'
import type { Wire } from '../wire.ts'
import { InviteForm } from './InviteForm.tsx'
import { Section } from '../Section.tsx'

const words = {
  title: { en: 'Officers', zh: '关员' },
  head: { en: 'Head of the office', zh: '负责人' },
  officer: { en: 'Officer', zh: '关员' },
  never: { en: 'has not signed in yet', zh: '尚未登录' },
  last: { en: 'signed in', zh: '最近登录' },
  closed: { en: 'access closed', zh: '访问已关闭' },
  close: { en: 'Close access', zh: '关闭访问' },
  closeOf: (name: string) => ({ en: `Close access of ${name}`, zh: `关闭访问：${name}` }),
  open: { en: 'Open access again', zh: '重新开放访问' },
  openOf: (name: string) => ({ en: `Open access again for ${name}`, zh: `重新开放访问：${name}` }),
  headOnly: {
    en: 'The head of the office invites officers.',
    zh: '由负责人邀请关员。',
  },
}

/** Who sits at the desk; the head invites by a link, and closes the access of who has left. */
export function OfficersPanel() {
  const say = useSay()
  const { role } = useOfficer()
  const officers = useQuery({
    queryKey: ['officers'],
    queryFn: ({ signal }) =>
      read<{ readonly officers: readonly Wire<Officer>[] }>('/officers/officers', signal),
  })
  return (
    <Section title={say(words.title)}>
      <ProblemNote error={officers.error} onRetry={() => void officers.refetch()} />
      {officers.isPending && <LoadingRows rows={2} />}
      <Stack gap="xs">
        {officers.data?.officers.map((officer) => (
          <OfficerLine key={officer.name} officer={officer} />
        ))}
      </Stack>
      {role === 'head' ? <InviteForm /> : <Text mt="sm">{say(words.headOnly)}</Text>}
    </Section>
  )
}

function OfficerLine({ officer }: { readonly officer: Wire<Officer> }) {
  const say = useSay()
  const { name, role, lastSignedInAt, accessClosedAt } = officer
  return (
    <Group justify="space-between" gap="xs">
      <div>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {say(words[role])} ·{' '}
          {lastSignedInAt === null ? (
            say(words.never)
          ) : (
            <>
              {say(words.last)} <InstantText at={lastSignedInAt} as="ago" />
            </>
          )}
          {accessClosedAt !== null && ` · ${say(words.closed)}`}
        </Text>
      </div>
      <AccessButton officer={officer} />
    </Group>
  )
}

/** Closes and opens an officer's access; nobody has one for their own. */
function AccessButton({ officer: { name, accessClosedAt } }: { readonly officer: Wire<Officer> }) {
  const say = useSay()
  const self = useOfficer()
  const queries = useQueryClient()
  const isOpen = accessClosedAt === null
  const turn = useMutation({
    mutationFn: () =>
      change(`/officers/officers/${encodeURIComponent(name)}/access`, {
        method: 'PUT',
        body: { access: isOpen ? 'closed' : 'open' },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['officers'] }),
  })
  if (self.role !== 'head' || self.officer === name) return null
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={say(isOpen ? words.closeOf(name) : words.openOf(name))}
        loading={turn.isPending}
        onClick={() => turn.mutate()}
      >
        {say(isOpen ? words.close : words.open)}
      </Button>
      <ProblemNote error={turn.error} />
    </>
  )
}
