import { TextInput } from '@mantine/core'

import { useSay } from '../../kit/words/LanguageProvider.tsx'
import type { ShownThread } from './letters-query.ts'

const words = {
  granted: (item: number, claimed: string, of: string) => ({
    en: `Item ${item}: granted for how much (claimed ${claimed} of ${of})`,
    zh: `第 ${item} 项：批准数量（申请 ${claimed}，申报 ${of}）`,
  }),
  nothing: { en: 'Left empty nothing of it is granted.', zh: '留空则该项不予批准。' },
}

interface ClaimedGoodsFieldsProps {
  readonly claim: NonNullable<ShownThread['claim']>
  /** How much of each item is granted, as typed. */
  readonly entries: ReadonlyMap<number, string>
  readonly onChange: (entries: ReadonlyMap<number, string>) => void
}

/** For how much of each item a claim is granted; nothing where it is left empty. */
export function ClaimedGoodsFields({ claim, entries, onChange }: ClaimedGoodsFieldsProps) {
  const say = useSay()
  return claim.goods.map(({ goodsItem, returned = '0', of = '0' }) => (
    <TextInput
      key={goodsItem}
      label={say(words.granted(goodsItem, returned, of))}
      description={say(words.nothing)}
      value={entries.get(goodsItem) ?? ''}
      inputMode="decimal"
      pattern="\d{1,13}(\.\d{1,6})?"
      onChange={({ currentTarget }) =>
        onChange(new Map([...entries, [goodsItem, currentTarget.value.trim()]]))
      }
    />
  ))
}

/** The goods of a decision, as the office takes them. */
export function grantedGoods(
  claim: NonNullable<ShownThread['claim']>,
  entries: ReadonlyMap<number, string>,
) {
  return claim.goods.flatMap(({ goodsItem, of = '0' }) => {
    const returned = entries.get(goodsItem) ?? ''
    return returned === '' ? [] : [{ goodsItem, returned, of }]
  })
}
