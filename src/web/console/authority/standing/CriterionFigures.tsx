import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import styles from '../authority.module.css'
import { type CriterionView, figureWords } from './standing-words.ts'

const words = {
  of: (count: string, of: string) => ({ en: `${count} of ${of}`, zh: `${of} 中的 ${count}` }),
  'no-record': { en: 'no record yet', zh: '尚无记录' },
  last: (day: string) => ({ en: `latest ${day}`, zh: `最近一次 ${day}` }),
}

/** What the record says beside a criterion; how much is too much is for people to judge. */
export function CriterionFigures({ figures }: Pick<CriterionView, 'figures'>) {
  const say = useSay()
  const { number, day } = useFormats()
  const textOf = ({ count, of, lastAt, unknown }: CriterionView['figures'][number]): string => {
    if (unknown !== undefined) return say(words[unknown])
    const counted = of === undefined ? number(count) : say(words.of(number(count), number(of)))
    return lastAt === undefined ? counted : `${counted}, ${say(words.last(day(lastAt)))}`
  }
  return (
    <dl className={styles.facts}>
      {figures.flatMap((figure) => [
        <dt key={`${figure.name} name`}>{say(figureWords[figure.name])}</dt>,
        <dd key={figure.name}>{textOf(figure)}</dd>,
      ])}
    </dl>
  )
}
