import { createContext, use } from 'react'

import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import type { OrderDraft } from './order-draft.ts'
import type { CheckFinding } from './use-order-check.ts'

/** The order that is being typed, for the fields of the form. */
export interface OrderForm {
  readonly draft: OrderDraft
  /** Puts texts in place of those that stand at their pointers. */
  readonly type: (texts: Readonly<Record<string, string>>) => void
  readonly change: (draft: (before: OrderDraft) => OrderDraft) => void
  readonly findings: ReadonlyMap<string, readonly CheckFinding[]>
  /** Whether somebody has tried to hand the order in, so that everything missing is said. */
  readonly isTried: boolean
}

/** What the page is called, whether its reader may fill it in or not. */
export const newOrderTitle: BilingualText = { en: 'New order', zh: '新建订单' }

/** Given by the page, read by the fields. */
export const OrderFormContext = createContext<OrderForm | undefined>(undefined)

/** The order that is being typed. */
export function useOrderForm(): OrderForm {
  const form = use(OrderFormContext)
  if (form === undefined) throw new Error('the field stands outside of an order form')
  return form
}
