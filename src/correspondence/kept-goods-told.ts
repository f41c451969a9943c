import type { CaseState } from '../clearance/case-state.ts'
import type {
  KeptGoodsData,
  KeptGoodsMoveData,
  NewCaseEvent,
} from '../clearance/events/case-event.ts'
import type { LocalDate } from '../customs/calendar/local-date.ts'
import type { KeptGoodsNotice } from '../exchange/letters/office-notice.ts'

/**
 * What a notice about goods that are kept back means for its case. What is known already means nothing
 * more, and a letter that has overtaken the one before it is made up for.
 */
export function keptGoodsEvents(
  { keptGoods = [] }: CaseState,
  notice: KeptGoodsNotice,
  threadId: string,
): readonly NewCaseEvent[] {
  const keptId = `${notice.mrn}/${notice.number}`
  const known = keptGoods.find((goods) => goods.keptId === keptId)
  if (known !== undefined && known.state !== 'kept') return []
  const first: readonly NewCaseEvent[] =
    known === undefined
      ? [{ type: 'goods-kept-back', data: keptBy(notice, { keptId, threadId }) }]
      : []
  return [...first, ...movedBy(notice, known?.as, { keptId, threadId })]
}

type Named = Pick<KeptGoodsData, 'keptId' | 'threadId'>

/** Of goods that were given up again the later letter does not say whether they were seized before. */
function keptBy(notice: KeptGoodsNotice, named: Named): KeptGoodsData {
  const { standing, items, reason, law, decidedOn, reviewBy, version } = notice
  return {
    ...named,
    as: standing === 'detained' || standing === 'restored' ? 'detained' : 'seized',
    items: items.map(({ sequence, ...part }) => ({ itemNumber: sequence, ...part })),
    ...{ reason, law, keptOn: decidedOn as LocalDate, versionId: String(version) },
    ...(reviewBy !== undefined && { reviewBy: reviewBy as LocalDate }),
  }
}

function movedBy(
  { standing, reason, decidedOn, reviewBy, version }: KeptGoodsNotice,
  before: KeptGoodsData['as'] | undefined,
  named: Named,
): readonly NewCaseEvent[] {
  const data: KeptGoodsMoveData = { ...named, reason, decidedOn: decidedOn as LocalDate }
  switch (standing) {
    case 'detained':
      return []
    case 'seized':
      return before === 'detained'
        ? [
            {
              type: 'kept-goods-seized',
              data: {
                ...data,
                ...(reviewBy !== undefined && { reviewBy: reviewBy as LocalDate }),
              },
            },
          ]
        : []
    case 'restored':
      return [{ type: 'kept-goods-restored', data: { ...data, versionId: String(version) } }]
    case 'forfeited':
    case 'destroyed':
      return [{ type: 'kept-goods-lost', data: { ...data, became: standing } }]
  }
}
