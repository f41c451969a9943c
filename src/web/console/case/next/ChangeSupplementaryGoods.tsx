import { Text } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseKey, caseQueries } from '../case-queries.ts'
import { type GoodsDraft, mendingFrom, valueAt } from '../goods-mending.ts'
import { ActionForm } from './ActionForm.tsx'
import { AllGoodsFields } from './AllGoodsFields.tsx'
import { changeOnGoods } from './change-on-goods.ts'
import { GoodsFieldInput } from './GoodsFieldInput.tsx'

const words = {
  how: {
    en: 'Write the goods data as they have turned out. Everything is worked out anew; nothing is sent.',
    zh: '请按实际情况填写货物资料。系统会重新计算，不会发送。',
  },
  save: { en: 'Save the goods data', zh: '保存货物资料' },
}

interface ChangeSupplementaryGoodsProps {
  readonly caseId: string
  readonly onDone: () => void
}

/** Changes the goods data that the supplementary declaration is filled from, before it is handed in. */
export function ChangeSupplementaryGoods({ caseId, onDone }: ChangeSupplementaryGoodsProps) {
  const say = useSay()
  const queries = useQueryClient()
  // What was typed was typed against these.
  const [base] = useState(useSuspenseQuery(caseQueries.goods(caseId)).data)
  const [draft, setDraft] = useState<GoodsDraft>({})
  const goods = mendingFrom(base.goods, draft)
  const saving = useMutation({
    mutationFn: () => {
      const path = `/v1/cases/${caseId}/supplementary-declaration/goods`
      return changeOnGoods(queries, { caseId, path, base, method: 'PATCH', body: goods })
    },
    onSuccess: onDone,
    onSettled: () =>
      Promise.all(
        [caseKey(caseId), ['cases']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
  })
  return (
    <ActionForm
      button={say(words.save)}
      isPending={saving.isPending}
      isReady={goods !== undefined}
      error={saving.error}
      onSubmit={() => saving.mutate()}
    >
      <Text size="sm">{say(words.how)}</Text>
      <AllGoodsFields
        goods={base.goods}
        withOrdered
        inputFor={(field) => (
          <GoodsFieldInput
            key={field.path}
            field={field}
            namesItem={false}
            value={draft[field.path] ?? valueAt(base.goods, field.path)}
            onChange={(value) => setDraft((before) => ({ ...before, [field.path]: value }))}
          />
        )}
      />
    </ActionForm>
  )
}
