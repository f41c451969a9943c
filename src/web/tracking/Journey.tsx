/** @jsxImportSource preact */
import type { TrackedParcel } from '../../api/tracking.ts'
import { parcelSteps, placeOf, type ParcelPlace, type ParcelStep } from './parcel-steps.ts'
import { useSpeech } from './speech.ts'

const words: Readonly<
  Record<ParcelStep | ParcelPlace['pace'] | 'way', { en: string; zh: string }>
> = {
  way: { en: 'The way of your parcel', zh: '包裹进程' },
  ordered: { en: 'Ordered', zh: '已下单' },
  papers: { en: 'Papers', zh: '文件' },
  customs: { en: 'Customs', zh: '海关' },
  delivery: { en: 'Delivery', zh: '派送' },
  delivered: { en: 'Arrived', zh: '送达' },
  going: { en: 'is here now', zh: '当前' },
  held: { en: 'is being looked into', zh: '处理中' },
  ended: { en: 'ended here', zh: '到此结束' },
  arrived: { en: 'done', zh: '已完成' },
}

/** The whole way as a line with five stops, and where on it the parcel is. */
export function Journey({ situation }: { readonly situation: TrackedParcel['situation'] }) {
  const { say } = useSpeech()
  const place = placeOf(situation)
  const reached = parcelSteps.indexOf(place.step)
  return (
    <ol class={`journey ${place.pace}`} aria-label={say(words.way)}>
      {parcelSteps.map((step, index) => {
        const standing = index < reached ? 'passed' : index === reached ? 'here' : 'ahead'
        return (
          <li key={step} class={standing} {...(standing === 'here' && { 'aria-current': 'step' })}>
            <span class="stop" aria-hidden="true" />
            {say(words[step])}
            {standing === 'here' && (
              <span class="screen-reader-only"> ({say(words[place.pace])})</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
