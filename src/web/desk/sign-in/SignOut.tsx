import { NavLink } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { LogOut } from 'lucide-react'

import { change } from '../../kit/api/ask.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { deskSessionQuery } from '../desk-session.ts'

const words = { leave: { en: 'Sign out', zh: '退出登录' } }

/** Ends the session at the office and forgets what was read in it. */
export function SignOut() {
  const say = useSay()
  const queries = useQueryClient()
  const leave = useMutation({
    mutationFn: () => change('/officers/session', { method: 'DELETE' }),
    onSettled: () => {
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'desk-session' })
      void queries.resetQueries({ queryKey: deskSessionQuery.queryKey })
    },
  })
  return (
    <NavLink
      component="button"
      label={say(words.leave)}
      leftSection={<LogOut size={18} aria-hidden />}
      disabled={leave.isPending}
      onClick={() => leave.mutate()}
    />
  )
}
