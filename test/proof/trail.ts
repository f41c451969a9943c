/** Ids that the two sides give to things of one order: our own, job ids, LRN, MRN. */
const MARK =
  /\b(?:(?:case|order|message|delivery)_[0-9a-z]{26}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|TW[0-9A-Z]{16}|\d{2}GB[0-9A-Z]{13}\d)\b/g

/**
 * What one order leaves behind in the bytes that pass between processes. It starts from the order's
 * tenant, which has no other order, and learns the ids that appear in the tenant's transactions.
 */
export class Trail {
  readonly #ownTransaction: string
  readonly #marks: Set<string>

  constructor(tenantId: string) {
    this.#ownTransaction = `app.tenant_id = '${tenantId}'`
    this.#marks = new Set([tenantId])
  }

  /** Whether the content speaks of this order. */
  leadsTo(content: string): boolean {
    // What other transactions hold is about several orders at once: from them nothing is learnt.
    if (content.includes(this.#ownTransaction)) {
      for (const [mark] of content.matchAll(MARK)) this.#marks.add(mark)
    }
    return [...this.#marks].some((mark) => content.includes(mark))
  }
}
