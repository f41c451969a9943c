import { Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'

import { useLanguage, useSay } from '../../kit/words/LanguageProvider.tsx'
import { goodsName, goodsQuery, isCode, type FoundGoods } from './goods-query.ts'
import styles from './goods-field.module.css'
import { plainCode } from './half-width.ts'

const words = {
  label: { en: 'Goods', zh: '商品' },
  hint: { en: 'A name, or a code', zh: '商品名称或编码' },
  pick: { en: 'Choose the goods from the list, or type a code', zh: '请从列表中选择，或输入编码' },
  nothing: { en: 'No goods of that name; try a code', zh: '未找到该名称的商品，请输入编码' },
}

interface GoodsFieldProps {
  readonly code: string
  readonly destination: string
  readonly error?: ReactNode
  readonly onPick: (code: string) => void
}

/**
 * Where goods are chosen: by a title in English or Chinese, or by a code. Words alone quote nothing;
 * they find the codes that goods of such a name are declared by. The list is our own, because one
 * that floats would double what the page has to load.
 */
export function GoodsField({ code, destination, error, onPick }: GoodsFieldProps) {
  const say = useSay()
  const listId = useId()
  const goods = useGoodsTyping(code, destination, onPick)
  const { typed, found, marked, isListed } = goods
  const isWords = typed !== '' && !isCode(typed)
  return (
    <div className={styles.field}>
      <TextInput
        label={say(words.label)}
        placeholder={say(words.hint)}
        value={typed}
        autoComplete="off"
        role="combobox"
        aria-expanded={isListed}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(isListed && marked >= 0 && { 'aria-activedescendant': `${listId}-${marked}` })}
        onChange={({ currentTarget }) => goods.type(currentTarget.value)}
        onBlur={goods.close}
        onKeyDown={goods.press}
        error={error ?? (isWords && say(goods.isNothing ? words.nothing : words.pick))}
        inputContainer={(input) => (
          <>
            {input}
            <CodeName code={plainCode(code)} destination={destination} />
          </>
        )}
      />
      <ul
        id={listId}
        role="listbox"
        aria-label={say(words.label)}
        className={styles.list}
        hidden={!isListed}
      >
        {found.map((item, index) => (
          <FoundOption
            key={`${item.code} ${index}`}
            id={`${listId}-${index}`}
            goods={item}
            isMarked={index === marked}
            onTake={() => goods.take(item)}
          />
        ))}
      </ul>
    </div>
  )
}

interface FoundOptionProps {
  readonly id: string
  readonly goods: FoundGoods
  readonly isMarked: boolean
  readonly onTake: () => void
}

function FoundOption({ id, goods, isMarked, onTake }: FoundOptionProps) {
  const { language } = useLanguage()
  return (
    <li
      id={id}
      role="option"
      aria-selected={isMarked}
      // The field keeps the focus, so that its list is still there when the press ends.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      <span className={styles.code}>{goods.code}</span> {goodsName(goods, language)}
    </li>
  )
}

const NOTHING_FOUND: readonly FoundGoods[] = []

/** What is typed into a goods field, what it finds, and which of that is marked by the arrow keys. */
function useGoodsTyping(code: string, destination: string, onPick: (code: string) => void) {
  const [typed, setTyped] = useState(code)
  const [seen, setSeen] = useState(code)
  const [isOpen, setIsOpen] = useState(false)
  const [marked, setMarked] = useState(-1)
  if (seen !== code) {
    setSeen(code)
    setTyped(code)
  }
  const [q] = useDebouncedValue(typed.trim(), 200)
  const { data } = useQuery({
    ...goodsQuery(q, destination),
    enabled: isOpen && q.length > 1,
    placeholderData: keepPreviousData,
  })
  const found = data ?? NOTHING_FOUND
  const isListed = isOpen && found.length > 0
  const take = (goods: FoundGoods) => {
    setTyped(goods.code)
    setIsOpen(false)
    onPick(goods.code)
  }
  const press = (event: KeyboardEvent) => {
    if (!isListed) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setMarked((marked + step + found.length) % found.length)
    else if (event.key === 'Enter' && found[marked] !== undefined) take(found[marked])
    else if (event.key === 'Escape') setIsOpen(false)
    else return
    event.preventDefault()
  }
  const type = (text: string) => {
    setTyped(text)
    setIsOpen(true)
    setMarked(-1)
    if (isCode(text)) onPick(plainCode(text))
  }
  const isNothing = data?.length === 0 && q === typed.trim()
  return {
    ...{ typed, found, marked, isListed, isNothing, take, press, type },
    close: () => setIsOpen(false),
  }
}

/** What the code means, so that a slip of the finger is seen. */
function CodeName({ code, destination }: { readonly code: string; readonly destination: string }) {
  const { language } = useLanguage()
  const { data } = useQuery({ ...goodsQuery(code, destination, 1), enabled: isCode(code) })
  const goods = data?.[0]
  if (goods?.code !== code) return null
  return (
    <Text size="xs" c="dimmed" mt={2}>
      {goodsName(goods, language)}
    </Text>
  )
}
