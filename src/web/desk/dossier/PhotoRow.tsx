import type { InspectionPhoto } from '../../../authority/store/photo-store.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import type { Wire } from '../wire.ts'
import styles from './dossier.module.css'

const words = {
  photo: (item: number, at: string) => ({
    en: `Photo of item ${item}, ${at}`,
    zh: `第 ${item} 项货物照片，${at}`,
  }),
}

/** The photos of an item, each a link to the picture in full. */
export function PhotoRow({ photos }: { readonly photos: readonly Wire<InspectionPhoto>[] }) {
  const say = useSay()
  const { instant } = useFormats()
  if (photos.length === 0) return null
  return (
    <div className={styles.photos}>
      {photos.map(({ id, itemSequence, takenAt }) => (
        <a key={id} href={`/officers/photos/${id}`} target="_blank" rel="noreferrer">
          <img
            src={`/officers/photos/${id}`}
            alt={say(words.photo(itemSequence, instant(takenAt)))}
            loading="lazy"
          />
        </a>
      ))}
    </div>
  )
}
