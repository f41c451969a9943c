import type { OrderDraft } from './order-draft.ts'

/** Each trader's draft lies apart: two may share a browser. */
const placeOf = (tenantId: string): string => `tidewaiter.new-order.${tenantId}`

/** The order that was being typed when the page was left, in this browser only. */
export function savedDraft(tenantId: string): OrderDraft | undefined {
  try {
    const stored = localStorage.getItem(placeOf(tenantId))
    return stored === null ? undefined : (JSON.parse(stored) as OrderDraft)
  } catch {
    return undefined
  }
}

/** Keeps the draft until it is sent or thrown away. */
export function saveDraft(tenantId: string, draft: OrderDraft | undefined): void {
  try {
    if (draft === undefined) localStorage.removeItem(placeOf(tenantId))
    else localStorage.setItem(placeOf(tenantId), JSON.stringify(draft))
  } catch {
    // A browser that keeps nothing loses the draft when the page is left.
  }
}
