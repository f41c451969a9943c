import type { OrderDraft } from './order-draft.ts'

/** Whose draft it is: two people, or two traders, may share a browser. */
export interface DraftOwner {
  readonly tenantId: string
  readonly personId: string
}

const PLACE = 'tidewaiter.new-order.'
/** A draft names a buyer, so it does not lie about for longer than somebody comes back to it. */
const LIFE_MS = 24 * 60 * 60 * 1000

const placeOf = ({ tenantId, personId }: DraftOwner): string => `${PLACE}${tenantId}.${personId}`

/**
 * The order that the person was typing when the page was left, in this browser and on this day only.
 * What has become too old, or has another shape than drafts have now, is thrown away.
 */
export function savedDraft(owner: DraftOwner, now: number): OrderDraft | undefined {
  try {
    const stored = localStorage.getItem(placeOf(owner))
    if (stored === null) return undefined
    const draft = draftIn(JSON.parse(stored), now)
    if (draft === undefined) localStorage.removeItem(placeOf(owner))
    return draft
  } catch {
    saveDraft(owner, undefined, now)
    return undefined
  }
}

/** Keeps the draft until it is sent, thrown away, too old, or its person signs out. */
export function saveDraft(owner: DraftOwner, draft: OrderDraft | undefined, now: number): void {
  try {
    if (draft === undefined) localStorage.removeItem(placeOf(owner))
    else localStorage.setItem(placeOf(owner), JSON.stringify({ savedAt: now, draft }))
  } catch {
    // A browser that keeps nothing loses the draft when the page is left.
  }
}

/** Forgets the drafts of everybody in this browser, as whoever signs out expects. */
export function forgetDrafts(): void {
  forgetWhere(() => true)
}

/** Forgets what has lain too long, whoever typed it and never came back. */
export function forgetOldDrafts(now: number): void {
  forgetWhere((stored) => {
    try {
      return draftIn(JSON.parse(stored), now) === undefined
    } catch {
      return true
    }
  })
}

function forgetWhere(isOver: (stored: string) => boolean): void {
  try {
    for (const place of Object.keys(localStorage).filter((name) => name.startsWith(PLACE))) {
      if (isOver(localStorage.getItem(place) ?? '')) localStorage.removeItem(place)
    }
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function draftIn(stored: unknown, now: number): OrderDraft | undefined {
  if (!isRecord(stored) || typeof stored.savedAt !== 'number') return undefined
  const age = now - stored.savedAt
  return age >= 0 && age < LIFE_MS && isDraft(stored.draft) ? stored.draft : undefined
}

function isDraft(value: unknown): value is OrderDraft {
  return (
    isRecord(value) &&
    isRecord(value.texts) &&
    Object.values(value.texts).every((text) => typeof text === 'string') &&
    Number.isInteger(value.lineCount) &&
    (value.deliverTo === 'buyer' || value.deliverTo === 'elsewhere') &&
    (value.shipFrom === 'sender' || value.shipFrom === 'elsewhere')
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
