import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import { NoPageHere } from '../kit/components/NoPageHere.tsx'
import { useSay } from '../kit/words/LanguageProvider.tsx'

const words = { home: { en: 'To the start page', zh: '返回首页' } }

/** An address of the console that leads nowhere. */
export function NotFoundPage() {
  const say = useSay()
  return (
    <NoPageHere>
      <Anchor component={Link} to="/">
        {say(words.home)}
      </Anchor>
    </NoPageHere>
  )
}
