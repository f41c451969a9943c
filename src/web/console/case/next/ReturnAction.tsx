import { NativeSelect, NumberInput, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'

import type { OpenedReturnView } from '../../../../api/case-returns.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { incoterms } from '../../orders/incoterms.ts'
import { caseQueries } from '../case-queries.ts'
import { useCaseChange } from '../use-case-change.ts'
import { ActionForm } from './ActionForm.tsx'
import { transportModes } from './transport-modes.ts'

const words = {
  lead: {
    en: 'An export of its own is opened: whoever imported the goods sends them to whoever sold them. What it needs beside is asked for on its page.',
    zh: '系统将建立出口案：由进口方将货物退给卖方。其他所需信息在该案页面补充。',
  },
  reason: { en: 'Why they go back', zh: '退运原因' },
  rejected: { en: 'Defective or not as agreed', zh: '有缺陷或与约定不符' },
  other: { en: 'Another reason', zh: '其他原因' },
  pieces: (number: number, of: number) => ({
    en: `Item ${number}: pieces that go back, of ${of}`,
    zh: `第 ${number} 项退运件数（共 ${of} 件）`,
  }),
  mode: { en: 'Mode of transport', zh: '运输方式' },
  term: { en: 'Incoterm of the way back', zh: '退运的贸易术语' },
  place: { en: 'Place of the Incoterm', zh: '贸易术语地点' },
  open: { en: 'Open the export', zh: '建立出口案' },
}

/** Asks what goes back and how, and leads to the case of the export that takes it. */
export function ReturnAction({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const navigate = useNavigate()
  const { goods } = useSuspenseQuery(caseQueries.goods(caseId)).data
  const opening = useCaseChange(caseId)
  const [facts, setFacts] = useState({ reason: 'rejected', mode: 'air', code: 'FOB', place: '' })
  const [pieces, setPieces] = useState<Readonly<Record<number, number>>>(
    Object.fromEntries(goods.goodsItems.map(({ itemNumber, quantity }) => [itemNumber, quantity])),
  )
  const goodsItems = Object.entries(pieces)
    .filter(([, quantity]) => quantity > 0)
    .map(([itemNumber, quantity]) => ({ itemNumber: Number(itemNumber), quantity }))
  const choice = (name: 'reason' | 'mode' | 'code', data: { value: string; label: string }[]) => ({
    value: facts[name],
    data,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      setFacts({ ...facts, [name]: currentTarget.value }),
  })
  const { reason, mode, code, place } = facts
  return (
    <ActionForm
      button={say(words.open)}
      isPending={opening.isPending}
      isReady={place.trim() !== '' && goodsItems.length > 0}
      error={opening.error}
      onSubmit={() => {
        const incoterm = { code, place: place.trim() }
        const body = { reason, goodsItems, incoterm, transport: { mode } }
        void opening.mutateAsync({ at: '/return', body }).then(
          (opened) => navigate({ to: `/cases/${(opened as OpenedReturnView).caseId}` }),
          () => undefined,
        )
      }}
    >
      <Text size="sm">{say(words.lead)}</Text>
      <NativeSelect
        label={say(words.reason)}
        {...choice('reason', [
          { value: 'rejected', label: say(words.rejected) },
          { value: 'other', label: say(words.other) },
        ])}
      />
      {goods.goodsItems.map(({ itemNumber, quantity, description }) => (
        <NumberInput
          key={itemNumber}
          label={say(words.pieces(itemNumber, quantity))}
          description={description}
          min={0}
          max={quantity}
          allowDecimal={false}
          value={pieces[itemNumber] ?? 0}
          onChange={(value) => setPieces({ ...pieces, [itemNumber]: Number(value) || 0 })}
        />
      ))}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <NativeSelect
          label={say(words.mode)}
          {...choice(
            'mode',
            transportModes.map(({ value, label }) => ({ value, label: say(label) })),
          )}
        />
        <NativeSelect
          label={say(words.term)}
          {...choice(
            'code',
            incoterms.map(({ value, label }) => ({ value, label: say(label) })),
          )}
        />
        <TextInput
          label={say(words.place)}
          required
          maxLength={35}
          value={place}
          onChange={({ currentTarget }) => setFacts({ ...facts, place: currentTarget.value })}
        />
      </SimpleGrid>
    </ActionForm>
  )
}
