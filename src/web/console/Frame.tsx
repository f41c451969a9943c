import { Box, Burger, Loader } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useRouter } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'

import { ProblemError } from '../kit/api/problem.ts'
import { BrandMark } from '../kit/components/BrandMark.tsx'
import { LanguageSwitch } from '../kit/components/LanguageSwitch.tsx'
import { LoadingRows } from '../kit/components/LoadingRows.tsx'
import { SchemeSwitch } from '../kit/components/SchemeSwitch.tsx'
import { isEmbedded } from '../kit/embedded.ts'
import frame from '../kit/frame.module.css'
import { sessionQuery, useSession } from '../kit/session.ts'
import { useSay } from '../kit/words/LanguageProvider.tsx'
import { BrokenPage } from './BrokenPage.tsx'
import { Places } from './Places.tsx'
import { SignOut } from './session/SignOut.tsx'

const words = {
  menu: { en: 'Menu', zh: '菜单' },
  skip: { en: 'Skip to content', zh: '跳到正文' },
  loading: { en: 'Loading', zh: '正在加载' },
}

/** What stands around every page: places to go, language, colours, who is signed in. */
export function Frame() {
  const session = useQuery(sessionQuery)
  const say = useSay()
  if (isSignedOut(session.error)) return <ToSignIn />
  if (session.isError) {
    return <BrokenPage error={session.error} onRetry={() => void session.refetch()} />
  }
  if (session.isPending) return <Loader aria-label={say(words.loading)} m="xl" />
  if (!isEmbedded) return <FullFrame />
  return (
    <Box p="sm">
      <Pages />
    </Box>
  )
}

/** Goes to where one signs in, once: the address changes on the way, and this must not follow it. */
function ToSignIn() {
  const router = useRouter()
  useEffect(() => {
    const to = router.state.location.href
    void router.navigate({ to: '/sign-in', search: { to }, replace: true })
  }, [router])
  return null
}

function FullFrame() {
  const [isOpen, { toggle, close }] = useDisclosure()
  const { person, tenant } = useSession()
  const say = useSay()
  return (
    <div className={frame.frame}>
      <a className="skip-link" href="#page">
        {say(words.skip)}
      </a>
      <header className={frame.header}>
        <Burger
          className={frame.burger}
          opened={isOpen}
          onClick={toggle}
          size="sm"
          aria-label={say(words.menu)}
          aria-expanded={isOpen}
        />
        <BrandMark />
        <div className={frame.who}>
          <span>{tenant.name}</span>
          <span>{person.name}</span>
        </div>
        <LanguageSwitch />
        <SchemeSwitch />
      </header>
      <div className={frame.places} data-open={isOpen || undefined}>
        <Places onGo={close} />
        <SignOut />
      </div>
      <main className={frame.page} id="page">
        <Pages />
      </main>
    </div>
  )
}

function Pages() {
  return (
    <Suspense fallback={<LoadingRows />}>
      <Outlet />
    </Suspense>
  )
}

function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 401
}
