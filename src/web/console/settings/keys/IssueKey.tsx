import { TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { IssuedKeyView } from '../../../../api/api-keys.ts'
import type { Role } from '../../../../access/role.ts'
import { change, newKey } from '../../../kit/api/ask.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Dialog } from '../../../kit/components/Dialog.tsx'
import { StackedForm } from '../../../kit/components/StackedForm.tsx'
import { SecretOnce } from '../SecretOnce.tsx'
import { RoleChoice } from '../RoleChoice.tsx'

const words = {
  title: { en: 'Make a key', zh: '创建密钥' },
  name: { en: 'Which system uses it', zh: '使用此密钥的系统' },
  role: { en: 'What it may do', zh: '权限' },
  expires: { en: 'Last day (optional)', zh: '到期日（选填）' },
  expiresHelp: {
    en: 'It works until the end of this day, UTC. Without a day it works until you revoke it.',
    zh: '有效至该日结束（UTC）。不填写则一直有效，直到您吊销为止。',
  },
  make: { en: 'Make the key', zh: '创建' },
  made: { en: 'The key, shown this once', zh: '密钥（仅显示一次）' },
  keep: {
    en: 'Put it where the system keeps its secrets. We keep only a fingerprint and cannot show it again.',
    zh: '请保存到该系统的密钥存储中。我们只保留其指纹，无法再次显示。',
  },
}

interface Draft {
  readonly name: string
  readonly role: Role
  /** `YYYY-MM-DD`, or empty. */
  readonly lastDay: string
}

const blank: Draft = { name: '', role: 'operator', lastDay: '' }

interface IssueKeyProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Asks what a key is for, then shows its secret once. */
export function IssueKey({ isOpen, onClose }: IssueKeyProps) {
  const say = useSay()
  const queries = useQueryClient()
  const issuing = useMutation({
    mutationFn: ({ name, role, lastDay }: Draft) => {
      const expiry = lastDay === '' ? {} : { expiresAt: `${lastDay}T23:59:59Z` }
      return change<IssuedKeyView>('/v1/api-keys', {
        idempotencyKey: newKey(),
        body: { name, role, ...expiry },
      })
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
  })
  const leave = () => {
    issuing.reset()
    onClose()
  }
  return (
    <Dialog isOpen={isOpen} onClose={leave} title={say(words.title)} size="lg">
      {issuing.data === undefined ? (
        <KeyForm
          error={issuing.error}
          isPending={issuing.isPending}
          onSubmit={(draft) => issuing.mutate(draft)}
        />
      ) : (
        <SecretOnce
          title={say(words.made)}
          secret={issuing.data.secret ?? ''}
          keep={say(words.keep)}
          onDone={leave}
        />
      )}
    </Dialog>
  )
}

interface KeyFormProps {
  readonly error: unknown
  readonly isPending: boolean
  readonly onSubmit: (draft: Draft) => void
}

function KeyForm({ error, isPending, onSubmit }: KeyFormProps) {
  const say = useSay()
  const [draft, setDraft] = useState(blank)
  return (
    <StackedForm
      submit={say(words.make)}
      isPending={isPending}
      error={error}
      onSubmit={() => onSubmit(draft)}
    >
      <TextInput
        label={say(words.name)}
        value={draft.name}
        maxLength={70}
        required
        data-autofocus
        onChange={({ currentTarget }) => setDraft({ ...draft, name: currentTarget.value })}
      />
      <RoleChoice
        label={say(words.role)}
        role={draft.role}
        onChange={(role) => setDraft({ ...draft, role })}
      />
      <TextInput
        type="date"
        label={say(words.expires)}
        description={say(words.expiresHelp)}
        value={draft.lastDay}
        onChange={({ currentTarget }) => setDraft({ ...draft, lastDay: currentTarget.value })}
      />
    </StackedForm>
  )
}
