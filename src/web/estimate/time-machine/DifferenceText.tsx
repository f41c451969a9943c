import type { ShownMoney } from '../../kit/format/formats.ts'
import { useFormats } from '../../kit/words/LanguageProvider.tsx'
import styles from './time-machine.module.css'

/** By how much an amount has become more or less, with its sign. */
export function DifferenceText({ difference }: { readonly difference: ShownMoney }) {
  const { money } = useFormats()
  const isLess = difference.amount.startsWith('-')
  const isNothing = /^-?0(\.0+)?$/.test(difference.amount)
  return (
    <span className={styles.difference} data-turn={isNothing ? 'none' : isLess ? 'less' : 'more'}>
      {isNothing ? '±' : isLess ? '' : '+'}
      {money(difference)}
    </span>
  )
}
