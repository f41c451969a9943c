import type { ReactNode } from 'react'

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

interface PhotoRowProps {
  readonly photos: readonly Wire<InspectionPhoto>[]
  /** What stands below a photo, such as what can be done with it. */
  readonly underneath?: (photo: Wire<InspectionPhoto>) => ReactNode
}

/** The photos of an item, each a link to the picture in full. */
export function PhotoRow({ photos, underneath }: PhotoRowProps) {
  const say = useSay()
  const { instant } = useFormats()
  if (photos.length === 0) return null
  return (
    <div className={styles.photos}>
      {photos.map((photo) => (
        <div key={photo.id} className={styles.photo}>
          <a href={`/officers/photos/${photo.id}`} target="_blank" rel="noreferrer">
            <img
              src={`/officers/photos/${photo.id}`}
              alt={say(words.photo(photo.itemSequence, instant(photo.takenAt)))}
              loading="lazy"
            />
          </a>
          {underneath?.(photo)}
        </div>
      ))}
    </div>
  )
}
