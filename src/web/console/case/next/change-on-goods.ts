import type { QueryClient } from '@tanstack/react-query'

import { change, type Change } from '../../../kit/api/ask.ts'
import { problemOf } from '../../../kit/api/problem.ts'
import { caseQueries, type VersionedGoods } from '../case-queries.ts'
import { statesTheSame } from '../goods-mending.ts'

/** A change that was made up on goods data as they were read. */
export interface ChangeOnGoods extends Pick<Change, 'method' | 'body'> {
  readonly caseId: string
  readonly path: string
  readonly base: VersionedGoods
}

/**
 * The version is that of the whole case, which also goes on where nobody touches the goods. A refusal
 * because of the version is final only where the goods are others than those that were read.
 */
export async function changeOnGoods(
  queries: QueryClient,
  { caseId, path, base, ...asked }: ChangeOnGoods,
): Promise<void> {
  try {
    await change(path, { ...asked, ifMatch: base.etag })
  } catch (error) {
    if (problemOf(error).status !== 412) throw error
    const present = await queries.query({ ...caseQueries.goods(caseId), staleTime: 0 })
    if (!statesTheSame(base.goods, present.goods)) throw error
    await change(path, { ...asked, ifMatch: present.etag })
  }
}
