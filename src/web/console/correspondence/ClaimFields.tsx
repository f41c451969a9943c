import {
  Alert,
  Anchor,
  Checkbox,
  NativeSelect,
  NumberInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'

import type { CaseCorrespondence } from '../../../api/case-correspondence.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { claimBasisWords } from './thread-words.ts'

const words = {
  basis: { en: 'Why it comes back', zh: '退税依据' },
  lastDay: { en: 'Last day for this claim:', zh: '该项申请的最后日期：' },
  late: {
    en: 'That day is over; customs take no such claim any more.',
    zh: '已过期限，海关不再受理该项申请。',
  },
  item: { en: 'Goods item', zh: '商品项号' },
  returned: { en: 'How much went back or was destroyed', zh: '退运或销毁数量' },
  of: { en: 'Of how much that was declared', zh: '申报数量' },
  proof: { en: 'Where the goods are', zh: '货物去向' },
  exported: { en: 'They left by an export', zh: '已出口退运' },
  destroyed: { en: 'They were destroyed', zh: '已销毁' },
  exportMrn: { en: 'MRN of the export', zh: '出口申报编号（MRN）' },
  certificate: { en: 'Number of the certificate of destruction', zh: '销毁证明编号' },
  on: { en: 'Destroyed on', zh: '销毁日期' },
  vat: {
    en: 'We take the import VAT back on our VAT return, so it is not claimed here',
    zh: '进口增值税已在本企业增值税申报中抵扣，此处不申请退还',
  },
  reason: { en: 'What happened', zh: '情况说明' },
}

/** A claim for repayment as far as it is filled in. */
export interface ClaimDraft {
  readonly basis: string
  readonly goods: readonly {
    readonly goodsItem: number
    readonly returned?: string
    readonly of?: string
  }[]
  readonly exportMrn?: string
  readonly destruction?: { readonly certificate: string; readonly on: string }
  readonly isVatReclaimed: boolean
  readonly reason: string
}

const nothing = {
  ...{ basis: 'rejected', goodsItem: 1, returned: '', of: '', proof: 'export', exportMrn: '' },
  ...{ certificate: '', on: '', isVatReclaimed: false, reason: '' },
}

type Fields = typeof nothing

interface ClaimFieldsProps {
  readonly claimable: CaseCorrespondence['claimable']
  /** By which the goods may have gone back; the first is offered. */
  readonly exports: CaseCorrespondence['exports']
  /** Told undefined while something is missing. */
  readonly onChange: (draft: ClaimDraft | undefined) => void
}

/** What was paid and comes back: on which basis and until when, for which goods, and where they are. */
export function ClaimFields({ claimable, exports, onChange }: ClaimFieldsProps) {
  const say = useSay()
  const [fields, setFields] = useState<Fields>({ ...nothing, exportMrn: exports[0]?.mrn ?? '' })
  const set = (changed: Partial<Fields>): void => {
    const next = { ...fields, ...changed }
    setFields(next)
    onChange(draftOf(next))
  }
  const wentBack = fields.basis !== 'overpaid'
  return (
    <>
      <NativeSelect
        label={say(words.basis)}
        value={fields.basis}
        data={claimable.map(({ basis }) => ({ value: basis, label: say(claimBasisWords[basis]) }))}
        onChange={({ currentTarget }) => set({ basis: currentTarget.value })}
      />
      <LastDay claimable={claimable} basis={fields.basis} />
      <NumberInput
        label={say(words.item)}
        min={1}
        max={999}
        allowDecimal={false}
        value={fields.goodsItem}
        onChange={(value) => set({ goodsItem: Number(value) || 1 })}
      />
      {wentBack && <ReturnedFields {...{ fields, exports }} onChange={set} />}
      <Checkbox
        label={say(words.vat)}
        checked={fields.isVatReclaimed}
        onChange={({ currentTarget }) => set({ isVatReclaimed: currentTarget.checked })}
      />
      <Textarea
        label={say(words.reason)}
        required
        autosize
        minRows={2}
        maxLength={8_000}
        value={fields.reason}
        onChange={({ currentTarget }) => set({ reason: currentTarget.value })}
      />
    </>
  )
}

const QUANTITY = /^\d{1,13}(\.\d{1,6})?$/

function draftOf(fields: Fields): ClaimDraft | undefined {
  const { basis, goodsItem, returned, of, proof, exportMrn, certificate, on } = fields
  const { isVatReclaimed, reason } = fields
  if (reason.trim() === '') return undefined
  const claim = { basis, isVatReclaimed, reason }
  if (basis === 'overpaid') return { ...claim, goods: [{ goodsItem }] }
  if (!QUANTITY.test(returned) || !QUANTITY.test(of)) return undefined
  const goods = [{ goodsItem, returned, of }]
  if (proof === 'export') return exportMrn === '' ? undefined : { ...claim, goods, exportMrn }
  return certificate === '' || on === ''
    ? undefined
    : { ...claim, goods, destruction: { certificate, on } }
}

function LastDay({ claimable, basis }: Pick<ClaimFieldsProps, 'claimable'> & { basis: string }) {
  const say = useSay()
  const { day } = useFormats()
  const chosen = claimable.find((one) => one.basis === basis)
  if (chosen === undefined) return null
  const { lastDay, isLate, law } = chosen
  if (isLate) return <Alert color="orange">{say(words.late)}</Alert>
  return (
    <Text size="sm">
      {say(words.lastDay)} <strong>{day(lastDay)}</strong> (
      <Anchor size="sm" href={law.url} lang="en">
        {law.title}
      </Anchor>
      )
    </Text>
  )
}

interface ReturnedFieldsProps {
  readonly fields: Fields
  readonly exports: CaseCorrespondence['exports']
  readonly onChange: (changed: Partial<Fields>) => void
}

/** How much went back, and by what that is proved. */
function ReturnedFields({ fields, exports, onChange }: ReturnedFieldsProps) {
  const say = useSay()
  const line = (name: 'returned' | 'of' | 'exportMrn' | 'certificate') => (
    <TextInput
      label={say(words[name])}
      required
      maxLength={name === 'exportMrn' ? 18 : 70}
      inputMode={name === 'returned' || name === 'of' ? 'decimal' : 'text'}
      {...(name === 'exportMrn' && exports.length > 0 && { list: 'exports-of-the-case' })}
      value={fields[name]}
      onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value.trim() })}
    />
  )
  return (
    <>
      {line('returned')}
      {line('of')}
      <NativeSelect
        label={say(words.proof)}
        value={fields.proof}
        data={[
          { value: 'export', label: say(words.exported) },
          { value: 'destruction', label: say(words.destroyed) },
        ]}
        onChange={({ currentTarget }) => onChange({ proof: currentTarget.value })}
      />
      {fields.proof === 'export' && line('exportMrn')}
      <datalist id="exports-of-the-case">
        {exports.map(({ caseId, reference, mrn }) => (
          <option key={caseId} value={mrn}>
            {reference}
          </option>
        ))}
      </datalist>
      {fields.proof === 'destruction' && (
        <>
          {line('certificate')}
          <TextInput
            type="date"
            label={say(words.on)}
            required
            value={fields.on}
            onChange={({ currentTarget }) => onChange({ on: currentTarget.value })}
          />
        </>
      )}
    </>
  )
}
