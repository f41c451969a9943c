import type { CaseSummary } from '../../../api/views/case-summary.ts'
import { goodsInBrief, moreGoods } from '../../kit/words/goods-in-brief.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import classes from './KnownBy.module.css'

/**
 * What people know a case by beside its reference, on one line: buyer, goods, orders. Where the line
 * is too short the name of the goods ends early, never their number.
 */
export function KnownBy({ summary }: { readonly summary: CaseSummary }) {
  const say = useSay()
  const { buyer, goods } = summary
  if (buyer === undefined || goods === undefined) return null
  const orders = otherOrders(summary)
  return (
    <span
      className={classes.known}
      title={[buyer, say(goodsInBrief(goods)), ...orders].join(' · ')}
    >
      <span className={classes.first}>{[buyer, ...orders, goods.first].join(' · ')}</span>
      {goods.more > 0 && <span className={classes.more}>{say(moreGoods(goods.more))}</span>}
    </span>
  )
}

/** Orders that the case is not called after: an agent's parcel has a name of its own. */
function otherOrders({ reference, orders = [] }: CaseSummary): readonly string[] {
  return orders.map((order) => order.reference).filter((other) => other !== reference)
}
