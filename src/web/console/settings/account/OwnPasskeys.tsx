import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'

import type { PasskeyView } from '../../../../api/passkeys.ts'
import { change, read } from '../../../kit/api/ask.ts'
import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { showNotice } from '../../../kit/notices.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { CreatePasskey } from '../../session/CreatePasskey.tsx'
import { Confirm } from '../../../kit/components/Confirm.tsx'
import { Row, Rows } from '../Row.tsx'
import { Section } from '../Section.tsx'
import { Dialog } from '../../../kit/components/Dialog.tsx'

const words = {
  title: { en: 'Passkeys', zh: '通行密钥' },
  lead: {
    en: 'You sign in with one of these. Make one on each device, or on a phone and a security key.',
    zh: '您用以下任一通行密钥登录。建议在每台设备上各创建一个，或在手机和安全密钥上创建。',
  },
  add: { en: 'Add a passkey', zh: '添加通行密钥' },
  added: { en: 'Passkey added', zh: '已添加通行密钥' },
  none: { en: 'No passkey yet', zh: '还没有通行密钥' },
  noneLead: {
    en: 'You came in by a one-time link. Without a passkey you need another link to sign in again.',
    zh: '您是通过一次性链接登录的。没有通行密钥，下次登录需要新的链接。',
  },
  made: { en: 'made', zh: '创建于' },
  used: { en: 'last used', zh: '上次使用' },
  unused: { en: 'not used yet', zh: '尚未使用' },
  remove: { en: 'Remove', zh: '移除' },
  removeName: (name: string) => ({ en: `Remove “${name}”`, zh: `移除“${name}”` }),
  removeLead: {
    en: 'It will not let you in any more. Delete it on the device as well, or the device will keep offering it.',
    zh: '此后它不能再用于登录。请同时在设备上删除，否则设备仍会提示使用它。',
  },
  removeLast: {
    en: 'It is your only passkey: to sign in again you will need a link from an owner.',
    zh: '这是您唯一的通行密钥：下次登录需要所有者提供的链接。',
  },
  removed: { en: 'Passkey removed', zh: '已移除通行密钥' },
}

const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: ({ signal }) => read<{ items: readonly PasskeyView[] }>('/v1/passkeys', signal),
})

/** The passkeys of whoever is signed in. */
export function OwnPasskeys() {
  const say = useSay()
  const passkeys = useQuery(passkeysQuery)
  const [isAdding, { open, close }] = useDisclosure()
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={open}>
      {say(words.add)}
    </Button>
  )
  return (
    <Section
      title={say(words.title)}
      lead={say(words.lead)}
      actions={passkeys.data?.items.length === 0 ? undefined : add}
    >
      <ProblemNote error={passkeys.error} onRetry={() => void passkeys.refetch()} />
      {passkeys.isPending && <LoadingRows rows={2} height={56} />}
      {passkeys.data?.items.length === 0 && (
        <EmptyState icon={KeyRound} title={say(words.none)} actions={add}>
          {say(words.noneLead)}
        </EmptyState>
      )}
      {passkeys.data !== undefined && passkeys.data.items.length > 0 && (
        <PasskeyRows passkeys={passkeys.data.items} />
      )}
      <Dialog isOpen={isAdding} onClose={close} title={say(words.add)}>
        <CreatePasskey
          onCreated={() => {
            close()
            showNotice({ message: say(words.added) })
          }}
        />
      </Dialog>
    </Section>
  )
}

function PasskeyRows({ passkeys }: { readonly passkeys: readonly PasskeyView[] }) {
  const say = useSay()
  const queries = useQueryClient()
  const [leaving, setLeaving] = useState<PasskeyView>()
  const removal = useMutation({
    mutationFn: (id: string) => change(`/v1/passkeys/${id}`, { method: 'DELETE' }),
    onSuccess: async () => {
      setLeaving(undefined)
      showNotice({ message: say(words.removed) })
      await queries.invalidateQueries({ queryKey: ['passkeys'] })
      await queries.invalidateQueries({ queryKey: ['session'] })
    },
  })
  return (
    <>
      <ProblemNote error={removal.error} />
      <Rows label={say(words.title)}>
        {passkeys.map((passkey) => (
          <Row
            key={passkey.id}
            title={passkey.name}
            facts={<PasskeyFacts passkey={passkey} />}
            actions={
              <Button
                size="xs"
                variant="default"
                aria-label={say(words.removeName(passkey.name))}
                onClick={() => setLeaving(passkey)}
              >
                {say(words.remove)}
              </Button>
            }
          />
        ))}
      </Rows>
      <Confirm
        isOpen={leaving !== undefined}
        title={say(words.removeName(leaving?.name ?? ''))}
        confirm={say(words.remove)}
        isPending={removal.isPending}
        onConfirm={() => leaving !== undefined && removal.mutate(leaving.id)}
        onClose={() => setLeaving(undefined)}
      >
        {say(words.removeLead)} {passkeys.length === 1 && <strong>{say(words.removeLast)}</strong>}
      </Confirm>
    </>
  )
}

function PasskeyFacts({ passkey }: { readonly passkey: PasskeyView }) {
  const say = useSay()
  return (
    <>
      {say(words.made)} <InstantText at={passkey.createdAt} as="day" /> ·{' '}
      {passkey.lastUsedAt === undefined ? (
        say(words.unused)
      ) : (
        <>
          {say(words.used)} <InstantText at={passkey.lastUsedAt} as="ago" />
        </>
      )}
    </>
  )
}
