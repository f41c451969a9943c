import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'

import type { KeptState, MovedKeptGoods } from '../../../authority/kept/kept-goods.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { useKeptGoodsName } from '../dossier/kept-goods-name.ts'
import { ActForm } from './ActForm.tsx'
import type { ActFormInput } from './ActsPanel.tsx'
import { ReasonField } from './ReasonField.tsx'
import { useAct } from './use-act.ts'

const words = {
  which: { en: 'Which goods', zh: '哪些货物' },
  becomes: { en: 'What becomes of them', zh: '如何处理' },
  seized: { en: 'Seized as liable to forfeiture', zh: '扣押，可予没收' },
  restored: { en: 'Given back', zh: '发还' },
  forfeited: { en: 'Forfeited', zh: '没收' },
  destroyed: { en: 'Destroyed', zh: '销毁' },
  payment: { en: 'Receipt of the cashier', zh: '收款凭证号' },
  paymentHow: {
    en: 'Where the other goods have gone and duty on these is due in cash',
    zh: '其余货物已放行且须就此缴纳现金时填写',
  },
}

/** What is offered for goods as they stand; the office decides for itself whether it can be. */
const keptGoodsEnds: Readonly<Record<KeptState, readonly MovedKeptGoods['state'][]>> = {
  detained: ['seized', 'restored'],
  seized: ['restored', 'forfeited', 'destroyed'],
  restored: [],
  forfeited: [],
  destroyed: [],
}

/** What becomes of goods that were kept back. */
export function DecideKeptForm({ dossier, onDone }: ActFormInput) {
  const say = useSay()
  const nameOf = useKeptGoodsName()
  const open = dossier.keptGoods.filter(({ state }) => keptGoodsEnds[state].length > 0)
  const [chosen, setChosen] = useState(open[0]?.number)
  const goods = open.find(({ number }) => number === chosen) ?? open[0]
  const ends = goods === undefined ? [] : keptGoodsEnds[goods.state]
  const [wanted, setWanted] = useState<string>('restored')
  const becomes = ends.find((end) => end === wanted) ?? ends[0]
  const [payment, setPayment] = useState('')
  const [reason, setReason] = useState('')
  const prepared = useAct(dossier, onDone)
  return (
    <ActForm
      act="decide-kept"
      prepared={prepared}
      onCancel={onDone}
      onSubmit={() =>
        prepared.take({
          path: `kept-goods/${goods?.number ?? 0}/decision`,
          body: {
            ...{ becomes, reason: reason.trim() },
            ...(becomes === 'restored' && payment !== '' && { paymentReference: payment }),
          },
        })
      }
    >
      <NativeSelect
        label={say(words.which)}
        value={String(goods?.number ?? '')}
        data={open.map((one) => ({ value: String(one.number), label: nameOf(one) }))}
        onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
      />
      <NativeSelect
        label={say(words.becomes)}
        value={becomes ?? ''}
        data={ends.map((value) => ({ value, label: say(words[value]) }))}
        onChange={({ currentTarget }) => setWanted(currentTarget.value)}
      />
      {becomes === 'restored' && (
        <TextInput
          label={say(words.payment)}
          description={say(words.paymentHow)}
          value={payment}
          maxLength={400}
          onChange={({ currentTarget }) => setPayment(currentTarget.value)}
        />
      )}
      <ReasonField value={reason} onChange={setReason} isTold />
    </ActForm>
  )
}
