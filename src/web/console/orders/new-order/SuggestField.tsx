import { Autocomplete } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import { read } from '../../../kit/api/ask.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { useOrderForm } from './order-form.ts'
import { useFieldNotes } from './use-field-notes.ts'

interface SuggestFieldProps<Item> {
  readonly pointer: string
  readonly label: BilingualText
  readonly hint?: BilingualText
  readonly isRequired?: true
  /** Which suggestions are asked for. */
  readonly source: 'sellers' | 'buyers' | 'goods' | 'commodity-codes'
  /** How a suggestion reads in the list; no two may read alike. */
  readonly show: (item: Item) => string
  /** The texts that choosing it types, by pointer. */
  readonly take: (item: Item) => Readonly<Record<string, string>>
}

/** A field that suggests what fits, and types more than itself when a suggestion is taken. */
export function SuggestField<Item>(props: SuggestFieldProps<Item>) {
  const { pointer, label, hint, isRequired, source, show, take } = props
  const say = useSay()
  const { draft, type } = useOrderForm()
  const [isLeft, setIsLeft] = useState(false)
  const notes = useFieldNotes(pointer, isLeft)
  const value = draft.texts[pointer] ?? ''
  const [q] = useDebouncedValue(value, 200)
  const [isThere, setIsThere] = useState(false)
  const suggestions = useQuery({
    queryKey: ['suggestions', source, q],
    queryFn: ({ signal }) =>
      read<{ items: readonly Item[] }>(
        `/v1/suggestions/${source}?q=${encodeURIComponent(q.slice(0, 100))}`,
        signal,
      ),
    enabled: isThere,
    placeholderData: keepPreviousData,
  })
  const byText = new Map((suggestions.data?.items ?? []).map((item) => [show(item), item]))
  return (
    <Autocomplete
      label={say(label)}
      {...(hint && { description: say(hint) })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      withAsterisk={isRequired === true}
      value={value}
      data={[...byText.keys()]}
      // What fits was looked for already, also by code or place.
      filter={({ options }) => options}
      onFocus={() => setIsThere(true)}
      onBlur={() => setIsLeft(true)}
      onChange={(text) => {
        const item = byText.get(text)
        type(item === undefined ? { [pointer]: text } : take(item))
      }}
      comboboxProps={{ shadow: 'md' }}
      {...notes}
    />
  )
}
