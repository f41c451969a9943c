import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'

import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { useGo } from '../places.tsx'
import { stateWords } from '../terms/states.ts'
import { rulesQuery } from './queue-queries.ts'
import styles from './queue.module.css'
import { readQueueSearch, type QueueSearch } from './queue-search.ts'

const words = {
  find: { en: 'MRN, LRN, DUCR or EORI', zh: 'MRN、LRN、DUCR 或 EORI' },
  trader: { en: 'Trader', zh: '贸易商' },
  chapter: { en: 'Tariff chapter', zh: '税则章' },
  chapterForm: { en: 'Two digits, such as 64', zh: '两位数字，如 64' },
  rule: { en: 'Risk rule', zh: '风险规则' },
  state: { en: 'State', zh: '状态' },
  order: { en: 'Order', zh: '排序' },
  byRisk: { en: 'Riskiest first', zh: '风险最高在前' },
  byTime: { en: 'Newest first', zh: '最新在前' },
  any: { en: 'Any', zh: '不限' },
  search: { en: 'Search', zh: '查找' },
  clear: { en: 'Clear', zh: '清除' },
  filters: { en: 'Search and filter', zh: '查找与筛选' },
  hide: { en: 'Hide the filters', zh: '收起筛选' },
}

/** Narrows the queue; what is typed counts with Enter, what is chosen at once. */
export function QueueFilters({ search }: { readonly search: QueueSearch }) {
  const say = useSay()
  const go = useGo()
  const rules = useQuery(rulesQuery)
  const narrow = (changes: Readonly<Record<string, string>>): void => {
    const next = readQueueSearch({ ...search, ...changes })
    go({ to: '/', search: next })
  }
  const { view, order, ...filters } = search
  const [isOpen, setIsOpen] = useState(Object.keys(filters).length > 0)
  const any = { value: '', label: say(words.any) }
  return (
    <>
      <Button
        className={styles.toggle}
        variant="default"
        size="sm"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {say(isOpen ? words.hide : words.filters)}
      </Button>
      <div className={styles.filters} data-open={isOpen || undefined}>
        <TypedFilters key={JSON.stringify(filters)} search={search} onNarrow={narrow} />
        <NativeSelect
          label={say(words.rule)}
          value={search.rule ?? ''}
          data={[
            any,
            ...(rules.data?.rules ?? []).map(({ id, name, inChinese }) => ({
              value: id,
              label: say({ en: name, zh: inChinese?.name ?? name }),
            })),
          ]}
          onChange={({ currentTarget }) => narrow({ rule: currentTarget.value })}
        />
        <NativeSelect
          label={say(words.state)}
          value={search.state ?? ''}
          data={[
            any,
            ...Object.entries(stateWords).map(([value, label]) => ({ value, label: say(label) })),
          ]}
          onChange={({ currentTarget }) => narrow({ state: currentTarget.value })}
        />
        <NativeSelect
          label={say(words.order)}
          value={order ?? 'risk'}
          data={[
            { value: 'risk', label: say(words.byRisk) },
            { value: 'newest', label: say(words.byTime) },
          ]}
          onChange={({ currentTarget }) => narrow({ order: currentTarget.value })}
        />
        {Object.keys(filters).length > 0 && (
          <Button
            variant="subtle"
            onClick={() =>
              go({ to: '/', search: readQueueSearch({ view: view ?? '', order: order ?? '' }) })
            }
          >
            {say(words.clear)}
          </Button>
        )}
      </div>
    </>
  )
}

interface TypedFiltersProps {
  readonly search: QueueSearch
  readonly onNarrow: (changes: Readonly<Record<string, string>>) => void
}

function TypedFilters({ search, onNarrow }: TypedFiltersProps) {
  const say = useSay()
  const [typed, setTyped] = useState({
    find: search.find ?? '',
    trader: search.trader ?? '',
    chapter: search.chapter ?? '',
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    onNarrow({ ...typed, find: typed.find.trim(), trader: typed.trader.trim() })
  }
  const field = (name: keyof typeof typed) => ({
    label: say(words[name]),
    value: typed[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setTyped((before) => ({ ...before, [name]: value })),
  })
  return (
    <form className={styles.typed} onSubmit={submit}>
      <TextInput {...field('find')} maxLength={70} style={{ flex: '2 1 180px' }} />
      <TextInput {...field('trader')} maxLength={70} />
      <TextInput
        {...field('chapter')}
        maxLength={2}
        inputMode="numeric"
        pattern="\d{2}"
        title={say(words.chapterForm)}
        style={{ flex: '0 1 110px' }}
      />
      <Button type="submit" variant="default">
        {say(words.search)}
      </Button>
    </form>
  )
}
