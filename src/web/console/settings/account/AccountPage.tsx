import { Badge, Group, Stack, Text } from '@mantine/core'

import { PageHead } from '../../../kit/components/PageHead.tsx'
import { useSession } from '../../../kit/session.ts'
import { roleTerms } from '../../../kit/terms/roles.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { OwnPasskeys } from './OwnPasskeys.tsx'
import { OwnSessions } from './OwnSessions.tsx'
import { Preferences } from './Preferences.tsx'

const words = {
  title: { en: 'My account', zh: '我的账户' },
  at: (tenant: string) => ({ en: `at ${tenant}`, zh: `所属企业：${tenant}` }),
}

/** What concerns whoever is signed in: their passkeys, where they are signed in, how pages look. */
export function AccountPage() {
  const say = useSay()
  const { person, tenant, role } = useSession()
  const { name, may } = roleTerms[role]
  return (
    <Stack gap="xl" maw={860}>
      <div>
        <PageHead title={say(words.title)} />
        <Group gap="xs">
          <Text fw={600}>{person.name}</Text>
          <Badge variant="light">{say(name)}</Badge>
          <Text>{say(words.at(tenant.name))}</Text>
        </Group>
        {person.email !== undefined && <Text size="sm">{person.email}</Text>}
        <Text size="sm" c="dimmed">
          {say(may)}
        </Text>
      </div>
      <OwnPasskeys />
      <OwnSessions />
      <Preferences />
    </Stack>
  )
}
