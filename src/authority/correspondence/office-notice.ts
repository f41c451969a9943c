import type { KeptGoodsNotice } from '../kept/kept-goods-notice.ts'
import type { PenaltyNotice } from '../penalties/penalty-notice.ts'
import type { RepaymentNotice } from './repay-claim.ts'

/** What a letter of the office does besides its words, so that the trader's software can follow it. */
export type OfficeNotice = PenaltyNotice | RepaymentNotice | KeptGoodsNotice
