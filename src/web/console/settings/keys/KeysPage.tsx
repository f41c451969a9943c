import { Badge, Button, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'

import type { ApiKeyView } from '../../../../api/api-keys.ts'
import { change, read } from '../../../kit/api/ask.ts'
import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { roleTerms } from '../../../kit/terms/roles.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Confirm } from '../../../kit/components/Confirm.tsx'
import { Row, Rows } from '../Row.tsx'
import { SettingsTabs } from '../SettingsTabs.tsx'
import { IssueKey } from './IssueKey.tsx'

const words = {
  title: { en: 'API keys', zh: 'API 密钥' },
  lead: {
    en: 'For systems: your shop or warehouse software shows its key with each request. People sign in instead.',
    zh: '供系统使用：您的商城或仓库软件在每次请求时出示密钥。人员请直接登录。',
  },
  issue: { en: 'Make a key', zh: '创建密钥' },
  none: { en: 'No key in use', zh: '没有使用中的密钥' },
  noneLead: {
    en: 'Make one for each system, with the smallest role that does. The interface is described at /docs.',
    zh: '请为每个系统单独创建密钥，并选择权限最小的够用角色。接口说明见 /docs。',
  },
  made: { en: 'made', zh: '创建于' },
  ends: { en: 'ends', zh: '到期' },
  ended: { en: 'ended', zh: '已失效' },
  revoked: { en: 'revoked', zh: '已吊销' },
  revoke: { en: 'Revoke', zh: '吊销' },
  revokeOf: (name: string) => ({ en: `Revoke “${name}”`, zh: `吊销“${name}”` }),
  revokeLead: {
    en: 'Within seconds every request with this key is refused, for good. The system that uses it stops working.',
    zh: '几秒钟内，使用此密钥的请求将被永久拒绝，使用它的系统将停止工作。',
  },
}

const keysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: ({ signal }) => read<{ items: readonly ApiKeyView[] }>('/v1/api-keys', signal),
})

/** The keys of the business's systems: make, revoke. */
export function KeysPage() {
  const say = useSay()
  const { may } = useSession()
  const keys = useQuery({ ...keysQuery, enabled: may('keys.read') })
  const [isIssuing, { open, close }] = useDisclosure()
  const issue = may('keys.manage') && (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={open}>
      {say(words.issue)}
    </Button>
  )
  return (
    <Stack gap="md" maw={960}>
      <div>
        <PageHead title={say(words.title)} lead={say(words.lead)} actions={issue} />
        <SettingsTabs />
      </div>
      <ProblemNote error={keys.error} onRetry={() => void keys.refetch()} />
      {keys.isLoading && <LoadingRows rows={3} height={64} />}
      {keys.data?.items.length === 0 && (
        <EmptyState icon={Plus} title={say(words.none)}>
          {say(words.noneLead)}
        </EmptyState>
      )}
      {keys.data !== undefined && keys.data.items.length > 0 && <KeyRows keys={keys.data.items} />}
      <IssueKey isOpen={isIssuing} onClose={close} />
    </Stack>
  )
}

function KeyRows({ keys }: { readonly keys: readonly ApiKeyView[] }) {
  const say = useSay()
  const { may } = useSession()
  const queries = useQueryClient()
  const [leaving, setLeaving] = useState<ApiKeyView>()
  const revocation = useMutation({
    mutationFn: (id: string) => change(`/v1/api-keys/${id}`, { method: 'DELETE' }),
    onSuccess: () => setLeaving(undefined),
    onSettled: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
  })
  return (
    <>
      <Rows label={say(words.title)}>
        {keys.map((key) => (
          <Row
            key={key.id}
            title={key.name}
            marks={
              <>
                <Badge variant="light">{say(roleTerms[key.role].name)}</Badge>
                {key.revokedAt !== undefined && (
                  <Badge variant="default">{say(words.revoked)}</Badge>
                )}
              </>
            }
            facts={<KeyFacts apiKey={key} />}
            actions={
              may('keys.manage') &&
              key.revokedAt === undefined && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={say(words.revokeOf(key.name))}
                  onClick={() => setLeaving(key)}
                >
                  {say(words.revoke)}
                </Button>
              )
            }
          />
        ))}
      </Rows>
      <Confirm
        isOpen={leaving !== undefined}
        title={say(words.revokeOf(leaving?.name ?? ''))}
        confirm={say(words.revoke)}
        isPending={revocation.isPending}
        onConfirm={() => leaving !== undefined && revocation.mutate(leaving.id)}
        onClose={() => {
          setLeaving(undefined)
          revocation.reset()
        }}
      >
        {say(words.revokeLead)}
        <ProblemNote error={revocation.error} />
      </Confirm>
    </>
  )
}

function KeyFacts({ apiKey }: { readonly apiKey: ApiKeyView }) {
  const say = useSay()
  const { hint, createdAt, expiresAt, revokedAt } = apiKey
  const end = revokedAt ?? expiresAt
  return (
    <>
      <code>{hint}…</code> · {say(words.made)} <InstantText at={createdAt} as="day" />
      {end !== undefined && (
        <>
          {' · '}
          {say(revokedAt === undefined ? words.ends : words.ended)} <InstantText at={end} />
        </>
      )}
    </>
  )
}
