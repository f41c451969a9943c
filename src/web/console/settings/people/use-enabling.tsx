import { Button, Group } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'

import type { PersonView } from '../../../../api/people.ts'
import { showNotice } from '../../../kit/notices.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { changePerson } from './people.ts'

const words = {
  disabled: (name: string) => ({
    en: `${name} is disabled and signed out everywhere.`,
    zh: `${name} 已停用，并已从所有设备退出登录。`,
  }),
  enabled: (name: string) => ({
    en: `${name} may sign in again.`,
    zh: `${name} 可以重新登录。`,
  }),
  undo: { en: 'Undo', zh: '撤销' },
}

interface Enabling {
  readonly person: PersonView
  readonly action: 'enable' | 'disable'
}

/** Disables and enables people; a notice says so and takes the disabling back. */
export function useEnabling() {
  const say = useSay()
  const queries = useQueryClient()
  const enabling = useMutation({
    mutationFn: ({ person, action }: Enabling) =>
      changePerson(person, { state: action === 'enable' ? 'enabled' : 'disabled' }),
    onSuccess: (changed, { action }) => {
      const { name } = changed
      if (action === 'enable') return showNotice({ message: say(words.enabled(name)) })
      const undo = () => enabling.mutate({ person: changed, action: 'enable' })
      showNotice({
        message: (
          <Group justify="space-between">
            {say(words.disabled(name))}
            <Button size="compact-sm" variant="default" onClick={undo}>
              {say(words.undo)}
            </Button>
          </Group>
        ),
      })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  })
  return enabling
}
