import { Button, Text } from '@mantine/core'
import { useMutation, type QueryClient } from '@tanstack/react-query'

import { change } from '../../../kit/api/ask.ts'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { showNotice } from '../../../kit/notices.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseKey, caseQueries } from '../case-queries.ts'
import { mendingFrom, stillStands, type GoodsDraft } from '../goods-mending.ts'

const words = {
  saved: { en: 'Saved; the case is checked again.', zh: '已保存，正在重新检查。' },
  undo: { en: 'Take back', zh: '撤回' },
  overwritten: {
    en: 'Nothing was taken back: somebody has changed the same facts since.',
    zh: '未撤回：此后已有人修改了相同内容。',
  },
}

interface Mended {
  readonly caseId: string
  /** What this save has written, by which it is known again. */
  readonly written: GoodsDraft
  /** What was stated before at the same places. */
  readonly before: GoodsDraft
  readonly queries: QueryClient
}

/** Says that goods data were saved, with a button that puts back what was stated before. */
export function noticeOfMending(mended: Mended): void {
  const id = `mended-${mended.caseId}`
  showNotice({ id, message: <MendedNotice {...mended} />, autoClose: 12_000 })
}

function MendedNotice(mended: Mended) {
  const say = useSay()
  const { caseId, queries } = mended
  const back = useMutation({
    mutationFn: () => takeBack(mended),
    onSettled: () => queries.invalidateQueries({ queryKey: caseKey(caseId) }),
  })
  return (
    <>
      {say(words.saved)}{' '}
      <Button
        size="compact-xs"
        variant="default"
        loading={back.isPending}
        disabled={back.isSuccess}
        onClick={() => back.mutate()}
      >
        {say(words.undo)}
      </Button>
      {back.data === 'overwritten' && (
        <Text size="sm" role="alert">
          {say(words.overwritten)}
        </Text>
      )}
      <ProblemNote error={back.error} />
    </>
  )
}

/**
 * Puts back what was stated before, unless somebody has written over it. The version that the save
 * returned would not do: checking the case again moves it on within a moment.
 */
async function takeBack(mended: Mended): Promise<'taken-back' | 'overwritten'> {
  const { caseId, written, before, queries } = mended
  const { goods, etag } = await queries.query({ ...caseQueries.goods(caseId), staleTime: 0 })
  if (!stillStands(goods, written)) return 'overwritten'
  const body = mendingFrom(goods, before)
  if (body !== undefined) {
    await change(`/v1/cases/${caseId}/goods`, { method: 'PATCH', body, ifMatch: etag })
  }
  return 'taken-back'
}
