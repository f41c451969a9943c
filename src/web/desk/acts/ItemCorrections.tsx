import { colon } from '../../kit/words/colon.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import type { ShownDossier } from '../dossier/dossier-query.ts'
import styles from './acts.module.css'
import { CorrectionFields } from './CorrectionFields.tsx'
import type { ItemEntry } from './item-entries.ts'

const words = {
  item: (sequence: number) => ({ en: `Item ${sequence}`, zh: `第 ${sequence} 项` }),
}

interface ItemCorrectionsProps {
  readonly items: ShownDossier['declaration']['items']
  /** One entry for each item, in their order. */
  readonly entries: readonly ItemEntry[]
  readonly onEdit: (entries: readonly ItemEntry[]) => void
}

/** What each item is held to be, or doubted to be, in fields of its own. */
export function ItemCorrections({ items, entries, onEdit }: ItemCorrectionsProps) {
  const say = useSay()
  return items.map((item, index) => (
    <fieldset key={item.sequence} className={styles.line}>
      <legend>
        {say(words.item(item.sequence))}
        {say(colon)}
        {item.description}
      </legend>
      <CorrectionFields
        entry={entries[index]!}
        fields={['code', 'price', 'quantity', 'origin']}
        onChange={(entry) => onEdit(entries.with(index, entry))}
      />
    </fieldset>
  ))
}
