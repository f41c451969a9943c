import { Button } from '@mantine/core'
import type { QueryClient } from '@tanstack/react-query'

import { change } from '../../../kit/api/ask.ts'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { showNotice } from '../../../kit/notices.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseKey, caseQueries } from '../case-queries.ts'
import { mendingFrom, type GoodsDraft } from '../goods-mending.ts'

const words = {
  saved: { en: 'Saved; the case is checked again.', zh: '已保存，正在重新检查。' },
  undo: { en: 'Take back', zh: '撤回' },
}

interface Mended {
  readonly caseId: string
  /** What was stated before. */
  readonly undo: GoodsDraft
  readonly queries: QueryClient
}

/** Says that goods data were saved, with a button that puts back what was stated before. */
export function noticeOfMending(mended: Mended): void {
  const id = `mended-${mended.caseId}`
  showNotice({ id, message: <MendedNotice {...mended} />, autoClose: 12_000 })
}

function MendedNotice({ caseId, undo, queries }: Mended) {
  const say = useSay()
  const takeBack = async () => {
    try {
      const { goods, etag } = await queries.query({
        ...caseQueries.goods(caseId),
        staleTime: 0,
      })
      const body = mendingFrom(goods, undo)
      if (body === undefined) return
      await change(`/v1/cases/${caseId}/goods`, { method: 'PATCH', body, ifMatch: etag })
    } catch (error) {
      showNotice({ message: <ProblemNote error={error} />, color: 'red' })
    } finally {
      await queries.invalidateQueries({ queryKey: caseKey(caseId) })
    }
  }
  return (
    <>
      {say(words.saved)}{' '}
      <Button size="compact-xs" variant="default" onClick={() => void takeBack()}>
        {say(words.undo)}
      </Button>
    </>
  )
}
