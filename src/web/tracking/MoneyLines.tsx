/** @jsxImportSource preact */
import type { TrackedParcel } from '../../api/tracking.ts'
import { barShare } from './bar-share.ts'
import { useSpeech } from './speech.ts'

type Line = TrackedParcel['money'][number]

const words = {
  title: { en: 'Duty and tax', zh: '税费' },
  yours: {
    expected: { en: 'You will probably pay', zh: '您预计支付' },
    due: { en: 'To pay now', zh: '待您支付' },
    paid: { en: 'You have paid', zh: '您已支付' },
    refunded: { en: 'You have paid back', zh: '您已退还' },
  },
  toYou: {
    expected: { en: 'You will probably get back', zh: '您预计收到退款' },
    due: { en: 'You get back', zh: '将退还给您' },
    paid: { en: 'Paid to you', zh: '已付给您' },
    refunded: { en: 'Paid back to you', zh: '已退还给您' },
  },
  theirs: {
    expected: {
      en: 'The shop or agent will probably pay to customs',
      zh: '商家或代购预计向海关缴纳',
    },
    due: { en: 'The shop or agent still pays to customs', zh: '商家或代购待向海关缴纳' },
    paid: { en: 'The shop or agent has paid to customs', zh: '商家或代购已向海关缴纳' },
    refunded: { en: 'Customs has paid back', zh: '海关已退还' },
  },
}

/** Every amount with what became of it, drawn to one scale; what concerns the reader comes first. */
export function MoneyLines({ lines }: { readonly lines: readonly Line[] }) {
  const { say, formats } = useSpeech()
  const isYours = ({ from, to }: Line) => from === 'you' || to === 'you'
  const sorted = [...lines].sort((one, other) => Number(isYours(other)) - Number(isYours(one)))
  const amounts = lines.map(({ amount }) => amount.amount)
  return (
    <section class="card">
      <h2>{say(words.title)}</h2>
      <ul class="money">
        {sorted.map((line) => (
          <li key={`${line.standing} ${line.from} ${line.to} ${line.amount.currency}`}>
            <div class="amount-row">
              <strong>{say(titleOf(line))}</strong>
              <strong class="figures">{formats.money(line.amount)}</strong>
            </div>
            <div class={`bar ${line.standing}`} aria-hidden="true">
              <span style={{ width: `${barShare(line.amount.amount, amounts)}%` }} />
            </div>
            <p class="quiet">{say(line.why)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function titleOf({ standing, from, to }: Line): { readonly en: string; readonly zh: string } {
  if (from === 'you') return words.yours[standing]
  return to === 'you' ? words.toYou[standing] : words.theirs[standing]
}
