import { Box, Burger } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Outlet } from '@tanstack/react-router'
import { Suspense, type ReactNode } from 'react'

import { isEmbedded } from '../embedded.ts'
import frame from '../frame.module.css'
import { useSay } from '../words/LanguageProvider.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { LoadingRows } from './LoadingRows.tsx'
import { SchemeSwitch } from './SchemeSwitch.tsx'

const words = {
  menu: { en: 'Menu', zh: '菜单' },
  skip: { en: 'Skip to content', zh: '跳到正文' },
}

interface AppFrameProps {
  /** Whose application it is. */
  readonly mark: ReactNode
  /** Who is signed in, in two lines of which the first stands out; absent where nobody has to be. */
  readonly who?: readonly [string, string]
  /** What every page has to say above itself, where there is such a thing. */
  readonly notice?: ReactNode
  /** Where one can go and how one leaves; on a phone they are closed once one has gone. */
  readonly places: (close: () => void) => ReactNode
}

/**
 * What stands around every page of an application: its mark, who is signed in, language, colours and
 * the places to go. Inside another page, which has a frame of its own, there is the page alone.
 */
export function AppFrame({ mark, who, notice, places }: AppFrameProps) {
  const [isOpen, { toggle, close }] = useDisclosure()
  const say = useSay()
  if (isEmbedded) {
    return (
      <Box component="main" p="sm">
        {notice}
        <Page />
      </Box>
    )
  }
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
        {mark}
        <div className={frame.who}>
          {who?.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </div>
        <LanguageSwitch />
        <SchemeSwitch />
      </header>
      <div className={frame.places} data-open={isOpen || undefined}>
        {places(close)}
      </div>
      <main className={frame.page} id="page">
        {notice}
        <Page />
      </main>
    </div>
  )
}

function Page() {
  return (
    <Suspense fallback={<LoadingRows />}>
      <Outlet />
    </Suspense>
  )
}
