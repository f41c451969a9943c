import { NavLink } from '@mantine/core'
import { useRouterState } from '@tanstack/react-router'
import type { LucideIcon } from 'lucide-react'
import type { AnchorHTMLAttributes, FunctionComponent, ReactNode } from 'react'

import type { BilingualText } from '../../../customs/bilingual-text.ts'
import { useSay } from '../words/LanguageProvider.tsx'

const words = { places: { en: 'Places', zh: '导航' } }

/** Where one can go from the frame of an application. */
export interface FramePlace<To extends string = string> {
  readonly to: To
  readonly label: BilingualText
  readonly icon: LucideIcon
  /** Other beginnings of addresses that belong to the place. */
  readonly alsoAt?: readonly string[]
}

interface FramePlacesProps<To extends string> {
  readonly places: readonly FramePlace<To>[]
  /** The link of the application, which knows its addresses. */
  readonly link: FunctionComponent<
    AnchorHTMLAttributes<HTMLAnchorElement> & { readonly place: { readonly to: To } }
  >
  readonly onGo: () => void
  /** What stands below the places. */
  readonly children?: ReactNode
}

/** The places of an application in its frame; the one that is shown is marked. */
export function FramePlaces<To extends string>({
  places,
  link,
  onGo,
  children,
}: FramePlacesProps<To>) {
  const say = useSay()
  const { pathname } = useRouterState({ select: ({ location }) => location })
  return (
    <nav aria-label={say(words.places)}>
      {places.map((place) => (
        <NavLink
          key={place.to}
          component={link}
          place={{ to: place.to }}
          onClick={onGo}
          label={say(place.label)}
          leftSection={<place.icon size={18} aria-hidden />}
          active={isAt(place, pathname)}
          aria-current={isAt(place, pathname) ? 'page' : undefined}
        />
      ))}
      {children}
    </nav>
  )
}

/** Every address begins like the home, so that is met only exactly. */
function isAt({ to, alsoAt = [] }: FramePlace, pathname: string): boolean {
  if (to === '/' ? pathname === '/' : pathname.startsWith(to)) return true
  return alsoAt.some((beginning) => pathname.startsWith(beginning))
}
