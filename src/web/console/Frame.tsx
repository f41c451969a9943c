import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

import { isSignedOut } from '../kit/api/problem.ts'
import { AppFrame } from '../kit/components/AppFrame.tsx'
import { BrandMark } from '../kit/components/BrandMark.tsx'
import { BrokenPage } from '../kit/components/BrokenPage.tsx'
import { sessionQuery } from '../kit/session.ts'
import { useSay } from '../kit/words/LanguageProvider.tsx'
import { HOME } from './home.ts'
import { Places } from './Places.tsx'
import { SignOut } from './session/SignOut.tsx'

const words = { loading: { en: 'Loading', zh: '正在加载' } }

/** The frame of the console, which only somebody who is signed in gets to see. */
export function Frame() {
  const session = useQuery(sessionQuery)
  const say = useSay()
  if (isSignedOut(session.error)) return <ToSignIn hadSession={session.data !== undefined} />
  if (session.isError) {
    return <BrokenPage error={session.error} onRetry={() => void session.refetch()} home={HOME} />
  }
  if (session.isPending) return <Loader aria-label={say(words.loading)} m="xl" />
  const { tenant, person } = session.data
  return (
    <AppFrame
      mark={<BrandMark />}
      who={[tenant.name, person.name]}
      places={(close) => (
        <>
          <Places onGo={close} />
          <SignOut />
        </>
      )}
    />
  )
}

/**
 * Goes to where one signs in, once: the address changes on the way, and this must not follow it. From
 * a session that has ended it goes by a whole new page, so that nothing of it stays in memory.
 */
function ToSignIn({ hadSession }: { readonly hadSession: boolean }) {
  const router = useRouter()
  useEffect(() => {
    const to = router.state.location.href
    const signIn = { to: '/sign-in', search: { to } } as const
    if (hadSession) window.location.replace(router.buildLocation(signIn).publicHref)
    else void router.navigate({ ...signIn, replace: true })
  }, [router, hadSession])
  return null
}
