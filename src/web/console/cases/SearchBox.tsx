import { CloseButton, Kbd, TextInput } from '@mantine/core'
import { Search } from 'lucide-react'
import type { RefObject } from 'react'

import { useCharacterKeys } from '../../kit/character-keys.ts'
import { useTypedWords } from '../../kit/use-typed-words.ts'
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

/** Looks for words while they are typed. */
export function SearchBox({ focus }: { readonly focus: RefObject<HTMLInputElement | null> }) {
  const say = useSay()
  const { search, change } = useListSearch()
  const { typed, setTyped, field } = useTypedWords({
    stated: search.search ?? '',
    onSettle: (words) => change({ search: words === '' ? undefined : words }),
  })
  const hasKey = useCharacterKeys()
  return (
    <TextInput
      ref={focus}
      type="search"
      role="searchbox"
      aria-label={say(words.label)}
      placeholder={say(words.hint)}
      {...field}
      maxLength={200}
      leftSection={<Search size={16} aria-hidden />}
      rightSection={
        typed === '' ? (
          hasKey && <Kbd aria-hidden>/</Kbd>
        ) : (
          <CloseButton size="sm" aria-label={say(words.clear)} onClick={() => setTyped('')} />
        )
      }
      style={{ flex: '1 1 260px' }}
    />
  )
}
