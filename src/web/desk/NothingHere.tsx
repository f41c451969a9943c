import { Button } from '@mantine/core'
import { Signpost } from 'lucide-react'

import { EmptyState } from '../kit/components/EmptyState.tsx'
import { useSay } from '../kit/words/LanguageProvider.tsx'
import { PlaceLink } from './places.tsx'

const words = {
  title: { en: 'There is no such page', zh: '没有这个页面' },
  text: { en: 'The address leads nowhere at this desk.', zh: '该地址在办公台中不存在。' },
  queue: { en: 'To the queue', zh: '返回待办' },
}

/** Stands where an address leads nowhere. */
export function NothingHere() {
  const say = useSay()
  return (
    <EmptyState
      icon={Signpost}
      title={say(words.title)}
      actions={
        <Button component={PlaceLink} place={{ to: '/' }}>
          {say(words.queue)}
        </Button>
      }
    >
      {say(words.text)}
    </EmptyState>
  )
}
