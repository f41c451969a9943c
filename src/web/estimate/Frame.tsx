import { NavLink } from '@mantine/core'
import { useRouterState } from '@tanstack/react-router'
import { LogIn } from 'lucide-react'

import { AppFrame } from '../kit/components/AppFrame.tsx'
import { BrandMark } from '../kit/components/BrandMark.tsx'
import { useSay } from '../kit/words/LanguageProvider.tsx'
import { PlaceLink, places } from './places.tsx'

const words = {
  places: { en: 'Places', zh: '导航' },
  console: { en: 'Sign in', zh: '登录' },
}

/** What stands around every page of the estimates, which nobody has to sign in for. */
export function Frame() {
  return <AppFrame mark={<BrandMark />} places={(close) => <Places onGo={close} />} />
}

function Places({ onGo }: { readonly onGo: () => void }) {
  const say = useSay()
  const { pathname } = useRouterState({ select: ({ location }) => location })
  const isHere = (to: string): boolean => (to === '/' ? pathname === '/' : pathname.startsWith(to))
  return (
    <nav aria-label={say(words.places)}>
      {places.map(({ to, label, icon: Icon }) => (
        <NavLink
          key={to}
          component={PlaceLink}
          place={{ to }}
          onClick={onGo}
          label={say(label)}
          leftSection={<Icon size={18} aria-hidden />}
          active={isHere(to)}
          aria-current={isHere(to) ? 'page' : undefined}
        />
      ))}
      <NavLink
        href="/console/"
        label={say(words.console)}
        leftSection={<LogIn size={18} aria-hidden />}
      />
    </nav>
  )
}
