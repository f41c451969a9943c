/** @jsxImportSource preact */
import type { TrackedParcel } from '../../api/tracking.ts'
import { useSpeech } from './speech.ts'

const words = { title: { en: 'What has happened', zh: '已发生的进展' } }

/** What the parcel has been through, the newest first. */
export function Timeline({ entries }: { readonly entries: TrackedParcel['timeline'] }) {
  const { say, formats } = useSpeech()
  return (
    <section class="card">
      <h2>{say(words.title)}</h2>
      <ol class="timeline" reversed>
        {entries.toReversed().map(({ at, milestone, title }, index) => (
          <li key={`${milestone} ${at} ${entries.length - index}`}>
            <span>{say(title)}</span>
            <time class="quiet" dateTime={at}>
              {formats.instant(at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  )
}
