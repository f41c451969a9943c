import { NavLink } from '@mantine/core'
import { LogIn } from 'lucide-react'

import { AppFrame } from '../kit/components/AppFrame.tsx'
import { BrandMark } from '../kit/components/BrandMark.tsx'
import { FramePlaces } from '../kit/components/FramePlaces.tsx'
import { useSay } from '../kit/words/LanguageProvider.tsx'
import { PlaceLink, places } from './places.tsx'

const words = {
  console: { en: 'Sign in', zh: '登录' },
}

/** What stands around every page of the estimates, which nobody has to sign in for. */
export function Frame() {
  return <AppFrame mark={<BrandMark />} places={(close) => <Places onGo={close} />} />
}

function Places({ onGo }: { readonly onGo: () => void }) {
  const say = useSay()
  return (
    <FramePlaces places={places} link={PlaceLink} onGo={onGo}>
      <NavLink
        href="/console/"
        label={say(words.console)}
        leftSection={<LogIn size={18} aria-hidden />}
      />
    </FramePlaces>
  )
}
