import { Group, TextInput, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { TariffAnswer } from '../../../authority/api/officers/tariff-routes.ts'
import type { TariffLine } from '../../../authority/tariff/office-tariff.ts'
import { read } from '../../kit/api/ask.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { percentOf } from '../terms/risk-words.ts'
import styles from './acts.module.css'
import type { ItemEntry } from './item-entries.ts'

const words = {
  code: { en: 'Commodity code', zh: '商品编码' },
  codeHow: { en: 'Type the first digits to look it up', zh: '输入前几位数字查找' },
  price: { en: 'Item price', zh: '货物价格' },
  currency: { en: 'Currency', zh: '币种' },
  net: { en: 'Net mass, kg', zh: '净重（公斤）' },
  units: { en: 'Supplementary units', zh: '法定第二单位数量' },
  origin: { en: 'Country of origin', zh: '原产国' },
  originHow: { en: 'Two letters, such as CN', zh: '两个字母，如 CN' },
  preference: { en: 'Preference', zh: '优惠代码' },
  preferenceHow: { en: '100 where none is granted', zh: '不予优惠填 100' },
  decimal: { en: 'A number such as 900.00', zh: '数字，如 900.00' },
  duty: { en: 'duty', zh: '关税' },
  vat: { en: 'VAT', zh: '增值税' },
}

const DECIMAL = '\\d{1,13}(\\.\\d{1,6})?'

/** Which facts of an item can be typed. */
export type CorrectionField = 'code' | 'price' | 'quantity' | 'origin'

interface CorrectionFieldsProps {
  readonly entry: ItemEntry
  readonly fields: readonly CorrectionField[]
  readonly onChange: (entry: ItemEntry) => void
}

/** What an item is held to be: code, price, quantity, origin. */
export function CorrectionFields({ entry, fields, onChange }: CorrectionFieldsProps) {
  const say = useSay()
  const field = (name: keyof ItemEntry) => ({
    value: entry[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      onChange({ ...entry, [name]: value.trim() }),
  })
  const decimal = { inputMode: 'decimal', pattern: DECIMAL, title: say(words.decimal) } as const
  return (
    <>
      {fields.includes('code') && (
        <CodeField
          value={entry.commodityCode}
          onChange={(commodityCode) => onChange({ ...entry, commodityCode })}
        />
      )}
      {fields.includes('price') && (
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput label={say(words.price)} {...field('amount')} {...decimal} flex={1} />
          <TextInput
            label={say(words.currency)}
            {...field('currency')}
            maxLength={3}
            pattern="[A-Z]{3}"
            w={80}
          />
        </Group>
      )}
      {fields.includes('quantity') && (
        <Group gap="xs" grow align="flex-end">
          <TextInput label={say(words.net)} {...field('netMassKg')} {...decimal} />
          <TextInput label={say(words.units)} {...field('supplementaryQuantity')} {...decimal} />
        </Group>
      )}
      {fields.includes('origin') && (
        <Group gap="xs" grow align="flex-end">
          <TextInput
            label={say(words.origin)}
            description={say(words.originHow)}
            {...field('originCountry')}
            maxLength={2}
            pattern="[A-Z]{2}"
          />
          <TextInput
            label={say(words.preference)}
            description={say(words.preferenceHow)}
            {...field('preferenceCode')}
            inputMode="numeric"
            maxLength={3}
            pattern="\d{3}"
          />
        </Group>
      )}
    </>
  )
}

interface CodeFieldProps {
  readonly value: string
  readonly onChange: (code: string) => void
}

const ENOUGH_DIGITS = 2
const ALL_DIGITS = 10

function CodeField({ value, onChange }: CodeFieldProps) {
  const say = useSay()
  const digits = value.replace(/\D/g, '')
  const tariff = useQuery({
    queryKey: ['tariff', digits],
    queryFn: ({ signal }) => read<TariffAnswer>(`/officers/tariff?q=${digits}`, signal),
    enabled: digits.length >= ENOUGH_DIGITS && digits.length < ALL_DIGITS,
    staleTime: 600_000,
  })
  const isLooking = digits.length >= ENOUGH_DIGITS && digits.length < ALL_DIGITS
  return (
    <div>
      <TextInput
        label={say(words.code)}
        description={say(words.codeHow)}
        value={value}
        inputMode="numeric"
        maxLength={ALL_DIGITS}
        pattern="\d{10}"
        onChange={({ currentTarget }) => onChange(currentTarget.value.replace(/\D/g, ''))}
      />
      {isLooking && tariff.data !== undefined && tariff.data.lines.length > 0 && (
        <ul className={styles.codes}>
          {tariff.data.lines.map((line) => (
            <li key={line.commodityCode}>
              <UnstyledButton onClick={() => onChange(line.commodityCode)}>
                <span className="figures">{line.commodityCode}</span>
                <RateText line={line} />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function RateText({ line }: { readonly line: TariffLine }) {
  const say = useSay()
  const { money } = useFormats()
  const { adValoremRate, specific, vatRate } = line
  const duty = [
    ...(adValoremRate === undefined ? [] : [percentOf(adValoremRate)]),
    ...(specific === undefined
      ? []
      : [
          `${money({ amount: specific.amountGbp, currency: 'GBP' })} / ${specific.quantity} ${specific.per}`,
        ]),
  ].join(' + ')
  return (
    <span className="figures">
      {say(words.duty)} {duty} · {say(words.vat)} {percentOf(vatRate)}
    </span>
  )
}
