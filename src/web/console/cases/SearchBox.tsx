import { CloseButton, Kbd, TextInput } from '@mantine/core'
import { Search } from 'lucide-react'
import { useEffect, useState, type RefObject } from 'react'

import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { useListSearch } from './use-list-search.ts'

const words = {
  label: { en: 'Search cases', zh: '搜索案件' },
  hint: {
    en: 'Reference, LRN, MRN, goods or buyer',
    zh: '编号、LRN、MRN、商品或买方',
  },
  clear: { en: 'Clear search', zh: '清除搜索' },
}

/** Typing is over when nothing was typed for so long. */
const PAUSE_MS = 250

/** Looks for words while they are typed. */
export function SearchBox({ focus }: { readonly focus: RefObject<HTMLInputElement | null> }) {
  const say = useSay()
  const { search, change } = useListSearch()
  const [typed, setTyped] = useState(search.search ?? '')
  const [seen, setSeen] = useState(search.search)
  // The address changes without typing where a view is chosen or the way back is taken.
  if (seen !== search.search) {
    setSeen(search.search)
    setTyped(search.search ?? '')
  }
  useEffect(() => {
    if (typed.trim() === (search.search ?? '')) return
    const timer = setTimeout(() => change({ search: typed.trim() || undefined }), PAUSE_MS)
    return () => clearTimeout(timer)
  })
  return (
    <TextInput
      ref={focus}
      type="search"
      role="searchbox"
      aria-label={say(words.label)}
      placeholder={say(words.hint)}
      value={typed}
      maxLength={200}
      onChange={(event) => setTyped(event.currentTarget.value)}
      leftSection={<Search size={16} aria-hidden />}
      rightSection={
        typed === '' ? (
          <Kbd aria-hidden>/</Kbd>
        ) : (
          <CloseButton size="sm" aria-label={say(words.clear)} onClick={() => setTyped('')} />
        )
      }
      style={{ flex: '1 1 260px' }}
    />
  )
}
