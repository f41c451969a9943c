import { NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'

import { CountryInput } from '../../kit/components/CountryInput.tsx'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { useTypedWords } from '../../kit/use-typed-words.ts'
import { useLanguage, useSay } from '../../kit/words/LanguageProvider.tsx'
import type { Language } from '../../kit/words/locales.ts'
import { useGo } from '../places.tsx'
import { CodePlace } from './CodePlace.tsx'
import { FoundList } from './FoundList.tsx'
import styles from './tariff.module.css'
import { tariffPlace, type TariffReading, useTariffReading } from './tariff-place.ts'
import { editionsQuery } from './tariff-queries.ts'

const words = {
  title: { en: 'Tariff', zh: '税则' },
  lead: {
    en: 'Codes from chapter to line, what goods of an origin bear, and how it changed.',
    zh: '从章到税目逐级查阅，查看某原产地货物的税率及其变化。',
  },
  territory: { en: 'Tariff of', zh: '税则' },
  search: { en: 'Find goods', zh: '查找商品' },
  hint: { en: 'A name, or the first digits of a code', zh: '商品名称，或编码的前几位' },
  origin: { en: 'Made in', zh: '原产国' },
  on: { en: 'On', zh: '日期' },
}

/** Reads the loaded tariffs: by search or down the tree, with rates and history for an origin. */
export function TariffPage() {
  const say = useSay()
  const reading = useTariffReading()
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)} />
      <Controls reading={reading} />
      {reading.query === '' ? <CodePlace reading={reading} /> : <FoundList reading={reading} />}
    </>
  )
}

function Controls({ reading }: { readonly reading: TariffReading }) {
  const say = useSay()
  const go = useGo()
  const { language } = useLanguage()
  const territories = useTerritories(reading.territory)
  const change = (changed: Partial<TariffReading>) =>
    go(tariffPlace({ ...reading, ...changed }), 'in-place')
  const search = useTypedWords({ stated: reading.query, onSettle: (query) => change({ query }) })
  return (
    <form className={styles.controls} role="search" onSubmit={(event) => event.preventDefault()}>
      <NativeSelect
        label={say(words.territory)}
        value={reading.territory}
        data={territories.map((value) => ({ value, label: nameOf(value, language) }))}
        onChange={({ currentTarget }) => change({ territory: currentTarget.value, code: '' })}
      />
      <TextInput
        className={styles.search ?? ''}
        label={say(words.search)}
        placeholder={say(words.hint)}
        leftSection={<Search size={16} aria-hidden />}
        autoComplete="off"
        {...search.field}
      />
      <OriginField origin={reading.origin} onOrigin={(origin) => change({ origin })} />
      <TextInput
        type="date"
        label={say(words.on)}
        value={reading.on}
        onChange={({ currentTarget }) => change({ on: currentTarget.value })}
      />
    </form>
  )
}

interface OriginFieldProps {
  readonly origin: string
  readonly onOrigin: (origin: string) => void
}

function OriginField({ origin, onOrigin }: OriginFieldProps) {
  const say = useSay()
  const { typed, setTyped } = useTypedWords({
    stated: origin,
    onSettle: (typed) => {
      if (/^[A-Za-z]{2}$/.test(typed)) onOrigin(typed.toUpperCase())
    },
  })
  return <CountryInput label={say(words.origin)} value={typed} onType={setTyped} />
}

/** Whose tariffs are loaded; the one that the address names is among them in any case. */
function useTerritories(current: string): readonly string[] {
  const { data } = useQuery(editionsQuery)
  const loaded = (data?.items ?? []).filter(({ isQuotedFrom }) => isQuotedFrom)
  return [...new Set([...loaded.map(({ territory }) => territory), current])].toSorted()
}

function nameOf(territory: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(territory) ?? territory
}
