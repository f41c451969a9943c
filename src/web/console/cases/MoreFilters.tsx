import { Group, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'

import { lanes } from '../../kit/terms/lanes.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { useListSearch } from './use-list-search.ts'

const words = {
  lane: { en: 'Lane', zh: '通关通道' },
  anyLane: { en: 'Any lane', zh: '全部通道' },
  destination: { en: 'Destination (country code)', zh: '目的国（国家代码）' },
  waited: { en: 'Waiting for at least, hours', zh: '至少已等待（小时）' },
  currency: { en: 'Currency of the value', zh: '价值币种' },
  from: { en: 'Customs value from', zh: '完税价格自' },
  to: { en: 'to', zh: '至' },
  openedFrom: { en: 'Opened from', zh: '开案日期自' },
  openedTo: { en: 'up to', zh: '至' },
}

/** The filters that are needed now and then. Values are compared in one currency at a time. */
export function MoreFilters() {
  const say = useSay()
  const { search, change } = useListSearch()
  const { currency = 'GBP', openedFrom, openedBefore } = search
  return (
    <Group gap="xs" align="flex-end">
      <NativeSelect
        label={say(words.lane)}
        value={search.lane?.[0] ?? ''}
        data={[
          { value: '', label: say(words.anyLane) },
          ...Object.entries(lanes).map(([value, { label }]) => ({ value, label: say(label) })),
        ]}
        onChange={(event) => {
          const lane = event.currentTarget.value as keyof typeof lanes | ''
          change({ lane: lane === '' ? undefined : [lane] })
        }}
      />
      <LateText
        key={`destination ${search.destination?.join() ?? ''}`}
        label={say(words.destination)}
        value={search.destination?.join(' ') ?? ''}
        onDone={(text) => change({ destination: countriesIn(text) })}
      />
      <NumberInput
        label={say(words.waited)}
        value={search.waitedHours ?? ''}
        min={1}
        allowDecimal={false}
        w={190}
        onChange={(value) => change({ waitedHours: value === '' ? undefined : Number(value) })}
      />
      <LateText
        key={`from ${search.valueFrom ?? ''}`}
        label={`${say(words.from)} (${currency})`}
        value={search.valueFrom ?? ''}
        onDone={(text) => change({ currency, valueFrom: text || undefined })}
      />
      <LateText
        key={`to ${search.valueTo ?? ''}`}
        label={`${say(words.to)} (${currency})`}
        value={search.valueTo ?? ''}
        onDone={(text) => change({ currency, valueTo: text || undefined })}
      />
      <TextInput
        type="date"
        label={say(words.openedFrom)}
        value={dayOf(openedFrom)}
        onChange={(event) => change({ openedFrom: startOf(event.currentTarget.value) })}
      />
      <TextInput
        type="date"
        label={say(words.openedTo)}
        value={dayOf(openedBefore)}
        onChange={(event) => change({ openedBefore: startOf(event.currentTarget.value) })}
      />
    </Group>
  )
}

interface LateTextProps {
  readonly label: string
  readonly value: string
  readonly onDone: (text: string) => void
}

/** A field that counts once it is left or Enter is pressed: half an amount narrows nothing. */
function LateText({ label, value, onDone }: LateTextProps) {
  const [typed, setTyped] = useState(value)
  const finish = () => {
    if (typed.trim() !== value) onDone(typed.trim())
  }
  return (
    <TextInput
      label={label}
      value={typed}
      w={170}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={({ key }) => {
        if (key === 'Enter') finish()
      }}
    />
  )
}

function countriesIn(text: string): string[] | undefined {
  const codes = text.toUpperCase().match(/[A-Z]{2}/g)
  return codes === null ? undefined : [...codes]
}

/** Days are the reader's own; the interface compares moments. */
function dayOf(moment: string | undefined): string {
  if (moment === undefined) return ''
  const at = new Date(moment)
  const [month, day] = [at.getMonth() + 1, at.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  )
  return `${at.getFullYear()}-${month}-${day}`
}

function startOf(day: string): ReturnType<typeof momentOf> | undefined {
  return day === '' ? undefined : momentOf(`${day}T00:00:00`)
}

function momentOf(local: string) {
  return new Date(local).toISOString() as NonNullable<
    ReturnType<typeof useListSearch>['search']['openedFrom']
  >
}
