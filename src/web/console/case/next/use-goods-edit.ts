import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'

import { caseKey, caseQueries } from '../case-queries.ts'
import { mendingFrom, statesTheSame, undoingDraft } from '../goods-mending.ts'
import { changeOnGoods } from './change-on-goods.ts'
import { useGoodsEditState, type GoodsEdit } from './GoodsEditProvider.tsx'
import { noticeOfMending } from './notice-of-mending.tsx'

/**
 * The goods data of a case while they are mended. They stay as they were at the first key stroke, so
 * that what others change meanwhile neither slips under a draft nor is overwritten by it.
 */
export function useGoodsEdit(caseId: string) {
  const { data: present } = useSuspenseQuery(caseQueries.goods(caseId))
  const [edit, setEdit] = useGoodsEditState()
  const save = useSaveGoods(caseId, () => setEdit(() => undefined))
  const { draft = {}, base = present } = edit ?? {}
  return {
    draft,
    goods: base.goods,
    /** The goods as somebody else has left them since the typing began. */
    changedMeanwhile:
      save.isPending || statesTheSame(base.goods, present.goods) ? undefined : present.goods,
    type: (path: string, value: string) =>
      setEdit((before) => ({
        draft: { ...before?.draft, [path]: value },
        base: before?.base ?? present,
      })),
    /** Puts what was typed on the goods as they are now. */
    goOn: () => {
      save.reset()
      setEdit(() => ({ draft, base: present }))
    },
    discard: () => {
      save.reset()
      setEdit(() => undefined)
    },
    save: { ...save, mutate: () => save.mutate({ draft, base }) },
  }
}

/** Saves a draft on the goods that it was typed for, and offers to take the change back. */
function useSaveGoods(caseId: string, onSaved: () => void) {
  const queries = useQueryClient()
  const readAnew = () => queries.invalidateQueries({ queryKey: caseKey(caseId) })
  return useMutation({
    mutationFn: async ({ draft, base }: GoodsEdit) => {
      const body = mendingFrom(base.goods, draft)
      if (body === undefined) return
      await changeOnGoods(queries, {
        ...{ caseId, base, body, method: 'PATCH' },
        path: `/v1/cases/${caseId}/goods`,
      })
      noticeOfMending({ caseId, written: draft, before: undoingDraft(base.goods, draft), queries })
    },
    onSuccess: async () => {
      // The draft stays until its values come back from the server, so that no old ones flash up.
      await readAnew()
      onSaved()
    },
    onError: readAnew,
  })
}
