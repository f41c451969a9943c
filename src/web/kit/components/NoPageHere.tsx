import type { ReactNode } from 'react'

import { useSay } from '../words/LanguageProvider.tsx'
import { PageHead } from './PageHead.tsx'

const words = {
  title: { en: 'There is no page here', zh: '这里没有页面' },
  why: {
    en: 'The address may be misspelt, or what it led to is gone.',
    zh: '地址可能有误，或者原来的内容已不存在。',
  },
}

/** Stands where an address leads nowhere, with a way on. */
export function NoPageHere({ children }: { readonly children: ReactNode }) {
  const say = useSay()
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.why)} />
      {children}
    </>
  )
}
