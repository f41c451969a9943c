import { Button } from '@mantine/core'

import { PageHead } from '../kit/components/PageHead.tsx'
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
    <>
      <PageHead title={say(words.title)} lead={say(words.text)} />
      <Button component={PlaceLink} place={{ to: '/' }}>
        {say(words.queue)}
      </Button>
    </>
  )
}
