import { Radio, Stack } from '@mantine/core'

import type { Role } from '../../../access/role.ts'
import { rolesInOrder, roleTerms } from '../../kit/terms/roles.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'

interface RoleChoiceProps {
  readonly label: string
  readonly role: Role
  readonly onChange: (role: Role) => void
}

/** The roles to choose from; each says in words what it may do. */
export function RoleChoice({ label, role, onChange }: RoleChoiceProps) {
  const say = useSay()
  return (
    <Radio.Group label={label} value={role} required>
      <Stack gap="xs" mt={6}>
        {rolesInOrder.map((offered) => (
          <Radio
            key={offered}
            value={offered}
            label={say(roleTerms[offered].name)}
            description={say(roleTerms[offered].may)}
            onChange={() => onChange(offered)}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
