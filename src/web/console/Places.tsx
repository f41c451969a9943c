import { NavLink } from '@mantine/core'
import { Link, useRouterState } from '@tanstack/react-router'
import { Calculator } from 'lucide-react'

import frame from '../kit/frame.module.css'
import { useSession } from '../kit/session.ts'
import { useSay } from '../kit/words/LanguageProvider.tsx'
import { placesFor } from './places.ts'

const words = {
  places: { en: 'Places', zh: '导航' },
  estimate: { en: 'Quotes and tariff', zh: '报价与税则' },
}

/** Where one can go, in regions; the place where one is stands out. */
export function Places({ onGo }: { readonly onGo: () => void }) {
  const session = useSession()
  const say = useSay()
  const { pathname } = useRouterState({ select: ({ location }) => location })
  const isHere = (to: string): boolean => (to === '/' ? pathname === '/' : pathname.startsWith(to))
  return (
    <nav aria-label={say(words.places)}>
      {placesFor(session).map(({ title, places }) => (
        <section key={title.en} aria-label={say(title)}>
          <p className={frame.region}>{say(title)}</p>
          {places.map(({ to, label, icon: Icon }) => (
            <NavLink
              key={to}
              component={Link}
              to={to}
              onClick={onGo}
              label={say(label)}
              leftSection={<Icon size={18} aria-hidden />}
              active={isHere(to)}
              aria-current={isHere(to) ? 'page' : undefined}
            />
          ))}
        </section>
      ))}
      <NavLink
        href="/estimate/"
        label={say(words.estimate)}
        leftSection={<Calculator size={18} aria-hidden />}
      />
    </nav>
  )
}
