import { Button } from '@mantine/core'

import { PageHead } from '../kit/components/PageHead.tsx'
import { useSay } from '../kit/words/LanguageProvider.tsx'
import { PlaceLink } from './places.tsx'

const words = {
  title: { en: 'There is no page here', zh: '这里没有页面' },
  why: {
    en: 'The address may be misspelt, or what it led to is gone.',
    zh: '地址可能有误，或者原来的内容已不存在。',
  },
  quote: { en: 'To the quote', zh: '前往报价' },
}

/** Stands where an address leads nowhere. */
export function NothingHere() {
  const say = useSay()
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.why)} />
      <Button component={PlaceLink} place={{ to: '/' }}>
        {say(words.quote)}
      </Button>
    </>
  )
}
