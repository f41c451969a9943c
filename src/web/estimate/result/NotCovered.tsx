import type { BilingualText } from '../../../customs/bilingual-text.ts'
import type { LandedCost } from '../../../customs/landed-cost/landed-cost.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import styles from './result.module.css'

const words = {
  title: { en: 'What is not in this figure', zh: '此数字未包含的内容' },
  wayIn: { en: 'This way of coming in', zh: '此进口方式' },
  goods: { en: 'These goods', zh: '这些货物' },
  notes: (count: number) => ({ en: count === 1 ? '1 note' : `${count} notes`, zh: `${count} 条` }),
}

interface NoteGroup {
  readonly name: BilingualText
  readonly notes: readonly BilingualText[]
}

/** What may be charged besides, by kind of charge; each kind opens what there is to say of it. */
export function NotCovered({ quote }: { readonly quote: LandedCost }) {
  const say = useSay()
  const groups = noteGroups(quote)
  if (groups.length === 0) return null
  return (
    <section className={styles.panel}>
      <h3 className={styles.panelTitle}>{say(words.title)}</h3>
      <div className={styles.groups}>
        {groups.map(({ name, notes }) => (
          <details key={name.en}>
            <summary>
              {say(name)} <span className={styles.rate}>{say(words.notes(notes.length))}</span>
            </summary>
            <ul className={styles.notes}>
              {notes.map((note) => (
                <li key={note.en}>{say(note)}</li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </section>
  )
}

/** The notes of a quote by what they speak of, in the order in which it names them. */
function noteGroups({ regime, notCovered }: LandedCost): readonly NoteGroup[] {
  const named = [
    ...regime.notes.map((note) => ({ name: words.wayIn, note })),
    ...notCovered.map((note) => ({ name: note.name ?? words.goods, note })),
  ]
  const groups = new Map<string, NoteGroup>()
  for (const { name, note } of named) {
    const before = groups.get(name.en)?.notes ?? []
    groups.set(name.en, { name, notes: [...before, note] })
  }
  return [...groups.values()]
}
