import { NavLink } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { LogOut } from 'lucide-react'

import { change } from '../../kit/api/ask.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { forgetDrafts } from '../orders/new-order/saved-draft.ts'

const words = { signOut: { en: 'Sign out', zh: '退出登录' } }

/** The way out. */
export function SignOut() {
  const say = useSay()
  const signOut = useMutation({
    mutationFn: () => change('/v1/session', { method: 'DELETE' }),
    onSuccess: () => {
      forgetDrafts()
      // A whole new page forgets everything that was read in the old session.
      window.location.assign('/console/sign-in')
    },
  })
  return (
    <NavLink
      component="button"
      label={say(words.signOut)}
      leftSection={<LogOut size={18} aria-hidden />}
      onClick={() => signOut.mutate()}
      disabled={signOut.isPending}
    />
  )
}
