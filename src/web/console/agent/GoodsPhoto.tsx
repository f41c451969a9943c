import { useSay } from '../../kit/words/LanguageProvider.tsx'

const words = {
  photo: (number: number) => ({
    en: `Photograph ${number} of the goods, opens in full`,
    zh: `货物照片 ${number}，点击查看原图`,
  }),
}

interface GoodsPhotoProps {
  readonly photoId: string
  readonly number: number
  readonly sizePx: number
}

/** A photograph of goods as a small picture; the whole of it is a press away. */
export function GoodsPhoto({ photoId, number, sizePx }: GoodsPhotoProps) {
  const say = useSay()
  const address = `/v1/warehouse-photos/${photoId}`
  return (
    <a href={address} target="_blank" rel="noreferrer" style={{ display: 'block' }}>
      <img
        src={address}
        alt={say(words.photo(number))}
        width={sizePx}
        height={sizePx}
        loading="lazy"
        style={{ objectFit: 'cover', borderRadius: 'var(--mantine-radius-sm)' }}
      />
    </a>
  )
}
