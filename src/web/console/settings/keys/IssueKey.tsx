import { Alert, Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { IssuedKeyView } from '../../../../api/api-keys.ts'
import type { Role } from '../../../../access/role.ts'
import { change, newKey } from '../../../kit/api/ask.ts'
import { CopyText } from '../../../kit/components/CopyText.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { rolesInOrder, roleTerms } from '../../../kit/terms/roles.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'

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
  done: { en: 'Done', zh: '完成' },
  close: { en: 'Close', zh: '关闭' },
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
    <Modal
      opened={isOpen}
      onClose={leave}
      title={say(words.title)}
      size="lg"
      closeButtonProps={{ 'aria-label': say(words.close) }}
    >
      {issuing.data === undefined ? (
        <KeyForm
          error={issuing.error}
          isPending={issuing.isPending}
          onSubmit={(draft) => issuing.mutate(draft)}
        />
      ) : (
        <Stack>
          <Alert variant="light" color="tide" title={say(words.made)}>
            <CopyText value={issuing.data.secret ?? ''} />
            <Text size="sm" mt="xs">
              {say(words.keep)}
            </Text>
          </Alert>
          <Group justify="flex-end">
            <Button onClick={leave}>{say(words.done)}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
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
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(draft)
      }}
    >
      <Stack>
        <TextInput
          label={say(words.name)}
          value={draft.name}
          maxLength={70}
          required
          data-autofocus
          onChange={({ currentTarget }) => setDraft({ ...draft, name: currentTarget.value })}
        />
        <Radio.Group label={say(words.role)} value={draft.role} required>
          <Stack gap="xs" mt={6}>
            {rolesInOrder.map((role) => (
              <Radio
                key={role}
                value={role}
                label={say(roleTerms[role].name)}
                description={say(roleTerms[role].may)}
                onChange={() => setDraft({ ...draft, role })}
              />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          type="date"
          label={say(words.expires)}
          description={say(words.expiresHelp)}
          value={draft.lastDay}
          onChange={({ currentTarget }) => setDraft({ ...draft, lastDay: currentTarget.value })}
        />
        <ProblemNote error={error} />
        <Group justify="flex-end">
          <Button type="submit" loading={isPending}>
            {say(words.make)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
