import { Button } from '@mantine/core'

import { NoPageHere } from '../kit/components/NoPageHere.tsx'
import { useSay } from '../kit/words/LanguageProvider.tsx'
import { PlaceLink } from './places.tsx'

const words = { quote: { en: 'To the quote', zh: '前往报价' } }

/** An address of the estimates that leads nowhere. */
export function NothingHere() {
  const say = useSay()
  return (
    <NoPageHere>
      <Button component={PlaceLink} place={{ to: '/' }}>
        {say(words.quote)}
      </Button>
    </NoPageHere>
  )
}
