import { Button } from '@mantine/core'

import { NoPageHere } from '../kit/components/NoPageHere.tsx'
import { useSay } from '../kit/words/LanguageProvider.tsx'
import { PlaceLink } from './places.tsx'

const words = { queue: { en: 'To the queue', zh: '返回待办' } }

/** An address of the desk that leads nowhere. */
export function NothingHere() {
  const say = useSay()
  return (
    <NoPageHere>
      <Button component={PlaceLink} place={{ to: '/' }}>
        {say(words.queue)}
      </Button>
    </NoPageHere>
  )
}
