import { Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'

import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { LineList } from './LineList.tsx'
import type { TariffReading } from './tariff-place.ts'
import { searchQuery } from './tariff-queries.ts'

const words = {
  nothing: {
    en: 'Nothing of that name is loaded. Try another word, or the first digits of a code.',
    zh: '已载入的税则中没有该名称的商品。请换一个词，或输入编码的前几位。',
  },
  found: (n: number) => ({ en: `${n} found`, zh: `找到 ${n} 项` }),
}

/** What a search finds in the tariff, the best match first. */
export function FoundList({ reading }: { readonly reading: TariffReading }) {
  const say = useSay()
  const { data, error, refetch } = useQuery({
    ...searchQuery(reading),
    placeholderData: keepPreviousData,
  })
  if (error !== null) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingRows />
  const { items } = data
  return (
    <section aria-live="polite">
      <Text size="sm" c="dimmed" mb="xs">
        {say(items.length === 0 ? words.nothing : words.found(items.length))}
      </Text>
      <LineList
        reading={{ ...reading, query: '' }}
        lines={items.map(({ code, name, path, isDeclarable }) => ({
          ...{ code, description: name, isDeclarable, above: path },
        }))}
      />
    </section>
  )
}
