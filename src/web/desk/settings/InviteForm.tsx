import { Alert, Box, NativeSelect, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { Officer } from '../../../authority/store/officer-store.ts'
import { change } from '../../kit/api/ask.ts'
import { CopyText } from '../../kit/components/CopyText.tsx'
import { colon } from '../../kit/words/colon.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { LineForm } from '../LineForm.tsx'

const words = {
  name: { en: 'Name, as it will stand in the dossiers', zh: '姓名（将载入卷宗）' },
  role: { en: 'Works as', zh: '身份' },
  officer: { en: 'Officer', zh: '关员' },
  head: { en: 'Head of the office', zh: '负责人' },
  invite: { en: 'Make a sign-in link', zh: '生成登录链接' },
  link: { en: 'Send this link', zh: '请发送此链接' },
  linkHow: {
    en: 'It is shown this once, good for one sign-in within a day.',
    zh: '仅显示一次，一天内可登录一次。',
  },
}

type OfficerRole = Officer['role']

const ROLES = ['officer', 'head'] as const satisfies readonly OfficerRole[]

interface MadeLink {
  readonly officer: string
  readonly url: string
}

/** Makes a link by which somebody comes in: a new officer, a further head, or one who lost the way. */
export function InviteForm() {
  const say = useSay()
  const [name, setName] = useState('')
  const [role, setRole] = useState<OfficerRole>('officer')
  const queries = useQueryClient()
  const invite = useMutation({
    mutationFn: () => change<MadeLink>('/officers/sign-in-links', { body: { name, role } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['officers'] }),
  })
  return (
    <Box mt="md">
      <LineForm
        submit={say(words.invite)}
        isPending={invite.isPending}
        error={invite.error}
        onSubmit={() => invite.mutate()}
      >
        <TextInput
          label={say(words.name)}
          value={name}
          required
          minLength={2}
          maxLength={70}
          style={{ flex: '1 1 220px' }}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <NativeSelect
          label={say(words.role)}
          value={role}
          data={ROLES.map((value) => ({ value, label: say(words[value]) }))}
          onChange={({ currentTarget }) => setRole(currentTarget.value as OfficerRole)}
        />
      </LineForm>
      {invite.data !== undefined && <SendLink link={invite.data} />}
    </Box>
  )
}

function SendLink({ link: { officer, url } }: { readonly link: MadeLink }) {
  const say = useSay()
  return (
    <Alert role="status" mt="sm" title={`${say(words.link)}${say(colon)}${officer}`}>
      <CopyText value={url} />
      <Text size="sm" mt="xs">
        {say(words.linkHow)}
      </Text>
    </Alert>
  )
}
