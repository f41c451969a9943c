import type { BilingualText } from '../bilingual-text.ts'
import type { TradeRole } from './parties-decision.ts'

/** What people call the roles of the trade. */
export const roleName: Readonly<Record<TradeRole, BilingualText>> = {
  seller: { en: 'seller', zh: '卖方' },
  buyer: { en: 'buyer', zh: '买方' },
  marketplace: { en: 'marketplace', zh: '平台' },
  'purchasing-agent': { en: 'purchasing agent', zh: '代购方' },
}
