import { ActionIcon, Menu, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { LogOut, UserRound } from 'lucide-react'

import { change } from '../../kit/api/ask.ts'
import { useSession } from '../../kit/session.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'

const words = {
  who: { en: 'Who is signed in', zh: '当前登录' },
  signOut: { en: 'Sign out', zh: '退出登录' },
}

/** Who is signed in, for which trader, and the way out. */
export function SessionMenu() {
  const { person, tenant } = useSession()
  const say = useSay()
  const signOut = useMutation({
    mutationFn: () => change('/v1/session', { method: 'DELETE' }),
    // A whole new page forgets everything that was read in the old session.
    onSuccess: () => window.location.assign('/console/sign-in'),
  })
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={`${say(words.who)}: ${person.name}`}>
          <UserRound size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600}>
            {person.name}
          </Text>
          <Text size="xs">{tenant.name}</Text>
        </Menu.Label>
        <Menu.Item leftSection={<LogOut size={16} />} onClick={() => signOut.mutate()}>
          {say(words.signOut)}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
