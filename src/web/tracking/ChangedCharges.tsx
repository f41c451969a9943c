/** @jsxImportSource preact */
import type { TrackedParcel } from '../../api/tracking.ts'
import { isGreater } from '../kit/format/exact-decimals.ts'
import { barShare } from './bar-share.ts'
import { useSpeech } from './speech.ts'

const words = {
  higher: { en: 'Duty and tax are higher than estimated', zh: '税费高于预计' },
  lower: { en: 'Duty and tax are lower than estimated', zh: '税费低于预计' },
  expected: { en: 'Estimated before', zh: '此前预计' },
  charged: { en: 'Charged by customs', zh: '海关核定' },
  ask: {
    en: 'If you do not agree, ask the shop or agent you bought from: they know the decision in full.',
    zh: '如有异议，请咨询您下单的商家或代购，他们持有完整的决定内容。',
  },
}

/** What was estimated beside what was charged, drawn to one scale, and why they differ. */
export function ChangedCharges(props: { readonly changed: NonNullable<TrackedParcel['changed']> }) {
  const { expected, charged, why } = props.changed
  const { say, formats } = useSpeech()
  const both = [expected.amount, charged.amount]
  const isHigher = isGreater(charged.amount, expected.amount)
  const rows = [
    { title: words.expected, amount: expected, look: 'expected' },
    { title: words.charged, amount: charged, look: isHigher ? 'due' : 'paid' },
  ]
  return (
    <section class="card changed">
      <h2>{say(isHigher ? words.higher : words.lower)}</h2>
      {rows.map(({ title, amount, look }) => (
        <div key={look}>
          <div class="amount-row">
            <span>{say(title)}</span>
            <strong class="figures">{formats.money(amount)}</strong>
          </div>
          <div class={`bar ${look}`} aria-hidden="true">
            <span style={{ width: `${barShare(amount.amount, both)}%` }} />
          </div>
        </div>
      ))}
      {why.map((reason) => (
        <p key={reason.en}>{say(reason)}</p>
      ))}
      <p class="quiet">{say(words.ask)}</p>
    </section>
  )
}
