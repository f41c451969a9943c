import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { ThreadOutcome } from '../../../authority/correspondence/thread.ts'
import { colon } from '../../kit/words/colon.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import styles from '../acts/acts.module.css'
import { CorrectionFields } from '../acts/CorrectionFields.tsx'
import { correctionOf, emptyEntry, type ItemEntry } from '../acts/item-entries.ts'
import { dossierQuery } from '../dossier/dossier-query.ts'
import { DecisionPreviewPart } from './DecisionPreviewPart.tsx'
import type { LetterFormInput } from './LetterActsPanel.tsx'
import { ClaimedGoodsFields, grantedGoods } from './ClaimedGoodsFields.tsx'
import { LetterForm } from './LetterForm.tsx'
import { outcomeWords } from './letter-terms.ts'
import type { ShownThread } from './letters-query.ts'
import { RulingFields, type RulingEntry } from './RulingFields.tsx'
import { useLetterAct } from './use-letter-act.ts'

const words = {
  label: { en: 'Decide', zh: '作出决定' },
  effect: {
    en: 'The trader reads the decision and its reasons; what follows from it is done with it.',
    zh: '贸易商会看到决定及理由；相应处理同时执行。',
  },
  outcome: { en: 'Decision', zh: '决定' },
  choose: { en: 'Choose', zh: '请选择' },
  reasons: { en: 'Reasons', zh: '理由' },
  item: (sequence: number) => ({ en: `Item ${sequence}`, zh: `第 ${sequence} 项` }),
  payment: { en: 'Receipt of the cashier', zh: '收款凭证号' },
  paymentHow: {
    en: 'Where more is due in cash for goods that have gone',
    zh: '货物已放行而须补缴现金时填写',
  },
  left: { en: 'What is left of the penalty, in pounds', zh: '减轻后的罚款金额（英镑）' },
  pounds: { en: 'Pounds and pence, such as 150.00', zh: '须含两位小数，如 150.00' },
  undoes: {
    en: 'What the decision had changed is taken back, as far as that can still be done; what was paid too much is given back.',
    zh: '该决定所作的更改将在可能范围内恢复；多缴的税款予以退还。',
  },
}

/** Decides a correction, a request for a ruling or a review. */
export function DecideForm({ thread, onDone }: LetterFormInput) {
  const say = useSay()
  const [outcome, setOutcome] = useState<ThreadOutcome>()
  const [reasons, setReasons] = useState('')
  const [entries, setEntries] = useState<ReadonlyMap<number, ItemEntry>>(new Map())
  const [payment, setPayment] = useState('')
  const [amountGbp, setAmount] = useState('')
  const [granted, setGranted] = useState<ReadonlyMap<number, string>>(new Map())
  const [ruling, setRuling] = useState<RulingEntry>({ code: '', origin: '', validFrom: '' })
  const decide = useLetterAct(onDone)
  const corrects = needsItems(thread, outcome)
  const lowers = outcome === 'varied' && thread.appealed?.decision === 'penalty'
  const items = [...entries].flatMap(([sequence, entry]) => correctionOf(sequence, entry) ?? [])
  const undoesAssessment = outcome === 'cancelled' && thread.appealed?.decision === 'assessment'
  const claim = claimInPart(thread, outcome)
  const submit = (): void => {
    const { code, origin, validFrom } = ruling
    decide.mutate({
      path: `/${thread.thread}/decision`,
      body: {
        outcome,
        reasons,
        ...(corrects && items.length > 0 && { items }),
        ...((corrects || undoesAssessment) && payment !== '' && { paymentReference: payment }),
        ...(lowers && { amountGbp }),
        ...(claim && { goods: grantedGoods(claim, granted) }),
        ...(outcome === 'issued' && code !== '' && { code }),
        ...(outcome === 'issued' && origin !== '' && { origin }),
        ...(outcome === 'issued' && validFrom !== '' && { validFrom }),
      },
    })
  }
  return (
    <LetterForm
      label={say(words.label)}
      effect={say(words.effect)}
      submit={say(words.label)}
      isBusy={decide.isPending}
      error={decide.error}
      onSubmit={submit}
      onCancel={onDone}
    >
      <NativeSelect
        label={say(words.outcome)}
        value={outcome ?? ''}
        required
        data={[
          { value: '', label: say(words.choose) },
          ...thread.possible.outcomes.map((value) => ({ value, label: say(outcomeWords[value]) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          setOutcome(thread.possible.outcomes.find((known) => known === value))
        }
      />
      {claim && <ClaimedGoodsFields claim={claim} entries={granted} onChange={setGranted} />}
      {lowers && <LeftOfPenalty amountGbp={amountGbp} onChange={setAmount} />}
      {outcome === 'cancelled' && <p style={{ margin: 0 }}>{say(words.undoes)}</p>}
      {outcome === 'issued' && (
        <RulingFields
          about={thread.ruling?.ruling ?? 'tariff'}
          entry={ruling}
          onChange={setRuling}
        />
      )}
      {corrects && thread.mrn !== undefined && (
        <ItemsFields mrn={thread.mrn} entries={entries} onChange={setEntries} />
      )}
      {outcome !== undefined && (corrects || undoesAssessment) && (
        <DecisionPreviewPart
          thread={thread.thread}
          outcome={outcome}
          items={corrects ? items : []}
        />
      )}
      {(corrects || undoesAssessment) && <PaymentField value={payment} onChange={setPayment} />}
      <Textarea
        label={say(words.reasons)}
        value={reasons}
        required
        rows={5}
        maxLength={8000}
        onChange={({ currentTarget }) => setReasons(currentTarget.value)}
      />
    </LetterForm>
  )
}

interface PaymentFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The receipt of what had to be paid in cash first. */
function PaymentField({ value, onChange }: PaymentFieldProps) {
  const say = useSay()
  return (
    <TextInput
      label={say(words.payment)}
      description={say(words.paymentHow)}
      value={value}
      maxLength={400}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}

interface LeftOfPenaltyProps {
  readonly amountGbp: string
  readonly onChange: (amountGbp: string) => void
}

/** What a penalty is lowered to. */
function LeftOfPenalty({ amountGbp, onChange }: LeftOfPenaltyProps) {
  const say = useSay()
  return (
    <TextInput
      label={say(words.left)}
      description={say(words.pounds)}
      title={say(words.pounds)}
      value={amountGbp}
      required
      inputMode="decimal"
      pattern="\d{1,6}\.\d{2}"
      onChange={({ currentTarget }) => onChange(currentTarget.value.trim())}
    />
  )
}

/** Whether a decision says what goods items are to be held for. */
function needsItems({ appealed, claim }: ShownThread, outcome: ThreadOutcome | undefined): boolean {
  if (claim !== undefined && claim.basis !== 'overpaid') return false
  if (outcome === 'varied') return appealed?.decision === 'assessment'
  return outcome === 'accepted' || outcome === 'accepted-in-part'
}

/** The claim of which a part alone is granted, so that the part has to be said. */
function claimInPart({ claim }: ShownThread, outcome: ThreadOutcome | undefined) {
  return outcome === 'accepted-in-part' && claim?.basis !== 'overpaid' ? claim : undefined
}

interface ItemsFieldsProps {
  readonly mrn: string
  readonly entries: ReadonlyMap<number, ItemEntry>
  readonly onChange: (entries: ReadonlyMap<number, ItemEntry>) => void
}

/** What each goods item is to be held for; left empty it stays as it stands. */
function ItemsFields({ mrn, entries, onChange }: ItemsFieldsProps) {
  const say = useSay()
  const dossier = useQuery(dossierQuery(mrn))
  return dossier.data?.declaration.items.map((item) => (
    <fieldset key={item.sequence} className={styles.line}>
      <legend>
        {say(words.item(item.sequence))}
        {say(colon)}
        {item.description}
      </legend>
      <CorrectionFields
        entry={entries.get(item.sequence) ?? emptyEntry(item)}
        fields={['code', 'price', 'quantity', 'origin']}
        onChange={(entry) => onChange(new Map([...entries, [item.sequence, entry]]))}
      />
    </fieldset>
  ))
}
