import { List, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Consignment } from '../../../../customs/consignment/consignment.ts'
import { Confirm } from '../../../kit/components/Confirm.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseKey, caseQueries, type VersionedGoods } from '../case-queries.ts'
import { mendingFrom, valueAt, type GoodsDraft } from '../goods-mending.ts'
import { ActionForm } from './ActionForm.tsx'
import { AllGoodsFields } from './AllGoodsFields.tsx'
import { changeOnGoods } from './change-on-goods.ts'
import {
  fieldsOfConsignment,
  fieldsOfItem,
  orderedFieldsOfItem,
  type GoodsField,
} from './goods-fields.ts'
import { GoodsFieldInput } from './GoodsFieldInput.tsx'
import { RecordedReason } from './RecordedReason.tsx'
import { placeOfRequests, type RequestProps } from './request-props.ts'

const words = {
  how: {
    en: 'Write the goods data as they should have been declared. Everything is worked out and checked anew; it counts once customs grant it.',
    zh: '请按应申报的内容填写货物资料。系统会重新计算并检查；海关批准后生效。',
  },
  why: { en: 'Why, in words for customs (English)', zh: '向海关说明理由（请用英文）' },
  ask: { en: 'Ask customs to amend it', zh: '申请修改报关单' },
  title: { en: 'Amend the declaration?', zh: '修改报关单？' },
  send: { en: 'Send it to customs', zh: '发送给海关' },
  keep: { en: 'Do not send', zh: '不发送' },
  atOnce: {
    en: 'The request goes to customs at once and cannot be called back.',
    zh: '申请将立即发送给海关，无法撤回。',
  },
  ofSupplementary: { en: 'Amend the supplementary declaration?', zh: '修改补充申报？' },
  item: (number: number) => ({ en: `Item ${number}: `, zh: `第 ${number} 项：` }),
  nothing: { en: '(empty)', zh: '（空）' },
}

/** Asks customs to change a declaration that they have, after having shown what would change. */
export function AmendAction({ caseId, about }: RequestProps) {
  const say = useSay()
  // The goods as they were when the form was opened: what customs have does not change under it.
  const [base] = useState(useSuspenseQuery(caseQueries.goods(caseId)).data)
  const [draft, setDraft] = useState<GoodsDraft>({})
  const [explanation, setExplanation] = useState('')
  const [isConfirming, setIsConfirming] = useState(false)
  const ask = useAmendment({ caseId, about }, { base, draft, explanation })
  const inputFor = (field: GoodsField) => (
    <GoodsFieldInput
      key={field.path}
      field={field}
      namesItem={false}
      value={draft[field.path] ?? valueAt(base.goods, field.path)}
      onChange={(value) => setDraft((before) => ({ ...before, [field.path]: value }))}
    />
  )
  return (
    <>
      <ActionForm
        button={say(words.ask)}
        isPending={ask.isPending}
        isReady={explanation.trim() !== '' && mendingFrom(base.goods, draft) !== undefined}
        error={ask.error}
        onSubmit={() => setIsConfirming(true)}
      >
        <Text size="sm">{say(words.how)}</Text>
        <AllGoodsFields goods={base.goods} withOrdered inputFor={inputFor} />
        <RecordedReason label={say(words.why)} value={explanation} onChange={setExplanation} />
      </ActionForm>
      <Confirm
        isOpen={isConfirming}
        title={say(about === undefined ? words.title : words.ofSupplementary)}
        confirm={say(words.send)}
        keep={say(words.keep)}
        isPending={ask.isPending}
        onConfirm={() => {
          setIsConfirming(false)
          ask.mutate()
        }}
        onClose={() => setIsConfirming(false)}
      >
        <Stack gap="xs">
          <Text>{say(words.atOnce)}</Text>
          <ChangesAsked goods={base.goods} draft={draft} />
          <Text size="sm" lang="en">
            {explanation}
          </Text>
        </Stack>
      </Confirm>
    </>
  )
}

interface Amendment {
  readonly base: VersionedGoods
  readonly draft: GoodsDraft
  readonly explanation: string
}

function useAmendment({ caseId, about }: RequestProps, { base, draft, explanation }: Amendment) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => {
      const path = `/v1/cases/${caseId}${placeOfRequests(about)}/amendments`
      const body = { goods: mendingFrom(base.goods, draft), explanation }
      return changeOnGoods(queries, { caseId, path, base, body })
    },
    onSettled: () =>
      Promise.all(
        [caseKey(caseId), ['cases']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
  })
}

interface ChangesAskedProps {
  readonly goods: Consignment
  readonly draft: GoodsDraft
}

/** Every value that would change, as it is and as it should be. */
function ChangesAsked({ goods, draft }: ChangesAskedProps) {
  const say = useSay()
  const fields = [
    ...fieldsOfConsignment(goods).map((field) => ({ ...field, of: '' })),
    ...goods.goodsItems.flatMap(({ itemNumber }, index) =>
      [...orderedFieldsOfItem(index), ...fieldsOfItem(goods, index)].map((field) => ({
        ...field,
        of: say(words.item(itemNumber)),
      })),
    ),
  ]
  const changed = fields.filter(
    ({ path }) => draft[path] !== undefined && draft[path] !== valueAt(goods, path),
  )
  return (
    <List size="sm">
      {changed.map(({ path, label, of }) => (
        <List.Item key={path}>
          <Text span fw={600} size="sm">
            {of}
            {say(label)}
          </Text>{' '}
          {valueAt(goods, path) || say(words.nothing)} → {draft[path] || say(words.nothing)}
        </List.Item>
      ))}
    </List>
  )
}
