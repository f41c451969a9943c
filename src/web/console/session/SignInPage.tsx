import { Anchor, Divider } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useSearch } from '@tanstack/react-router'

import { PageHead } from '../../kit/components/PageHead.tsx'
import { sessionQuery } from '../../kit/session.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { AnotherLink } from './AnotherLink.tsx'
import { Doorway } from './Doorway.tsx'
import { PasskeyButton } from './PasskeyButton.tsx'

const words = {
  title: { en: 'Sign in', zh: '登录' },
  lead: {
    en: 'Your device unlocks your passkey with a finger, a face or a PIN. There is no password.',
    zh: '您的设备以指纹、面容或 PIN 解锁通行密钥，无需密码。',
  },
  estimate: { en: 'Quote a sale without signing in', zh: '无需登录，直接报价' },
}

/** Where somebody who is not signed in begins. */
export function SignInPage() {
  const say = useSay()
  const session = useQuery(sessionQuery)
  const { to } = useSearch({ from: '/sign-in' })
  // A session that has ended leaves its data behind, with the error of the last look.
  if (session.isSuccess) return <Navigate to="/" replace />
  return (
    <Doorway>
      <PageHead title={say(words.title)} lead={say(words.lead)} />
      <PasskeyButton onSignedIn={() => enter(to)} />
      <Divider />
      <AnotherLink />
      <Divider />
      <Anchor href="/estimate/">{say(words.estimate)}</Anchor>
    </Doorway>
  )
}

/** A whole new page, so that nothing of another session stays in memory. It is always one of ours. */
function enter(to: string | undefined): void {
  window.location.assign(`/console${to?.startsWith('/') === true ? to : '/'}`)
}
