import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import { PageHead } from '../kit/components/PageHead.tsx'
import { useSay } from '../kit/words/LanguageProvider.tsx'

const words = {
  title: { en: 'There is no page here', zh: '这里没有页面' },
  why: {
    en: 'The address may be misspelt, or what it led to is gone.',
    zh: '地址可能有误，或者原来的内容已不存在。',
  },
  home: { en: 'To the start page', zh: '返回首页' },
}

/** An address of the console that leads nowhere. */
export function NotFoundPage() {
  const say = useSay()
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.why)} />
      <Anchor component={Link} to="/">
        {say(words.home)}
      </Anchor>
    </>
  )
}
