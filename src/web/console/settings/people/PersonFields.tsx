import { Stack, TextInput } from '@mantine/core'

import type { Role } from '../../../../access/role.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { RoleChoice } from '../RoleChoice.tsx'

const words = {
  name: { en: 'Name', zh: '姓名' },
  email: { en: 'E-mail', zh: '电子邮箱' },
  emailHelp: {
    en: 'Optional, for your own use. Nothing is sent to it.',
    zh: '选填，仅供您自己使用，系统不会向其发送邮件。',
  },
  role: { en: 'Role', zh: '角色' },
}

/** What is said of a person, as it stands in a form. */
export interface PersonDraft {
  readonly name: string
  readonly email: string
  readonly role: Role
}

interface PersonFieldsProps {
  readonly draft: PersonDraft
  readonly onChange: (draft: PersonDraft) => void
}

/** The fields of a person; each role says in words what it may do. */
export function PersonFields({ draft, onChange }: PersonFieldsProps) {
  const say = useSay()
  return (
    <Stack gap="sm">
      <TextInput
        label={say(words.name)}
        value={draft.name}
        maxLength={70}
        required
        data-autofocus
        onChange={({ currentTarget }) => onChange({ ...draft, name: currentTarget.value })}
      />
      <TextInput
        type="email"
        label={say(words.email)}
        description={say(words.emailHelp)}
        value={draft.email}
        maxLength={254}
        onChange={({ currentTarget }) => onChange({ ...draft, email: currentTarget.value })}
      />
      <RoleChoice
        label={say(words.role)}
        role={draft.role}
        onChange={(role) => onChange({ ...draft, role })}
      />
    </Stack>
  )
}
