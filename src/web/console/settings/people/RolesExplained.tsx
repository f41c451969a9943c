import { Table } from '@mantine/core'

import { rolesInOrder, roleTerms } from '../../../kit/terms/roles.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Section } from '../Section.tsx'

const words = {
  title: { en: 'What the roles may do', zh: '各角色的权限' },
  role: { en: 'Role', zh: '角色' },
  may: { en: 'May', zh: '权限' },
}

/** The roles in words, so that nobody has to try them out. */
export function RolesExplained() {
  const say = useSay()
  return (
    <Section title={say(words.title)}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={110}>{say(words.role)}</Table.Th>
            <Table.Th>{say(words.may)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rolesInOrder.map((role) => (
            <Table.Tr key={role}>
              <Table.Th scope="row">{say(roleTerms[role].name)}</Table.Th>
              <Table.Td>{say(roleTerms[role].may)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}
