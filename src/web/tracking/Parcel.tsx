/** @jsxImportSource preact */
import type { TrackedParcel } from '../../api/tracking.ts'
import { goodsInBrief } from '../kit/words/goods-in-brief.ts'
import { ChangedCharges } from './ChangedCharges.tsx'
import { Journey } from './Journey.tsx'
import { MoneyLines } from './MoneyLines.tsx'
import { useSpeech } from './speech.ts'
import { Timeline } from './Timeline.tsx'

const words = {
  order: (reference: string) => ({ en: `Order ${reference}`, zh: `订单 ${reference}` }),
  orders: (references: readonly string[]) => ({
    en: `${references.length === 1 ? 'Order' : 'Orders'} ${references.join(', ')}`,
    zh: `订单 ${references.join('、')}`,
  }),
  todo: { en: 'What you need to do', zh: '您需要做的' },
  todoQuiet: { en: 'Do you need to do anything?', zh: '您需要做什么吗？' },
  next: { en: 'What comes next', zh: '下一步' },
  stale: {
    en: 'We cannot be reached at the moment; this is what we knew last.',
    zh: '暂时无法连接，以下为最近一次的信息。',
  },
  updated: (at: string) => ({
    en: `As of ${at}. This page keeps itself up to date.`,
    zh: `更新于 ${at}。页面会自动更新。`,
  }),
}

/** A parcel: what is to be done first where there is something, then what happens, then the rest. */
export function Parcel(props: { readonly parcel: TrackedParcel; readonly isStale: boolean }) {
  const { parcel, isStale } = props
  const { say, formats } = useSpeech()
  const { now, next, when } = parcel.sentences
  const isUrgent = parcel.attention === 'act' || parcel.attention === 'pay'
  return (
    <>
      <Contents parcel={parcel} />
      {isStale && (
        <p class="stale" role="status">
          {say(words.stale)}
        </p>
      )}
      {isUrgent && <ToDo parcel={parcel} />}
      <div aria-live="polite">
        <h1>{say(now)}</h1>
      </div>
      <Journey situation={parcel.situation} />
      <section class="card">
        <h2>{say(words.next)}</h2>
        <p>{say(next)}</p>
        {when !== undefined && <p class="quiet">{say(when)}</p>}
      </section>
      {!isUrgent && <ToDo parcel={parcel} />}
      {parcel.changed !== undefined && <ChangedCharges changed={parcel.changed} />}
      {parcel.money.length > 0 && <MoneyLines lines={parcel.money} />}
      <Timeline entries={parcel.timeline} />
      <p class="quiet">{say(words.updated(formats.instant(parcel.updatedAt)))}</p>
    </>
  )
}

/** What the parcel is: its number, the orders in it, and the goods in a few words. */
function Contents({ parcel }: { readonly parcel: TrackedParcel }) {
  const { say } = useSpeech()
  const { reference, orders, goods } = parcel
  return (
    <p class="reference">
      {say(orders.length === 0 ? words.order(reference) : words.orders(orders))}
      {goods !== undefined && <span class="goods">{say(goodsInBrief(goods))}</span>}
    </p>
  )
}

function ToDo({ parcel }: { readonly parcel: TrackedParcel }) {
  const { say } = useSpeech()
  const isUrgent = parcel.attention === 'act' || parcel.attention === 'pay'
  return (
    <section class={isUrgent ? 'card urgent' : 'card'}>
      <h2>{say(isUrgent ? words.todo : words.todoQuiet)}</h2>
      <p>{say(parcel.sentences.todo)}</p>
    </section>
  )
}
