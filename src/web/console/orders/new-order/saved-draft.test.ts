import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { OrderDraft } from './order-draft.ts'
import { forgetDrafts, forgetOldDrafts, saveDraft, savedDraft } from './saved-draft.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const NOW = Date.parse('2026-09-01T09:00:00Z')
const owner = { tenantId: 'tenant_1', personId: 'person_1' }
const place = 'tidewaiter.new-order.tenant_1.person_1'
const draft: OrderDraft = {
  texts: { '/buyer/name': 'Rowan Ashdown' },
  ...{ lineCount: 1, deliverTo: 'buyer', shipFrom: 'sender' },
}

/** What a browser keeps: its own properties are the names of what is kept. */
class Kept {
  getItem(name: string): string | null {
    return (this as unknown as Record<string, string | undefined>)[name] ?? null
  }
  setItem(name: string, text: string): void {
    Object.assign(this, { [name]: text })
  }
  removeItem(name: string): void {
    Reflect.deleteProperty(this, name)
  }
}

describe('the order that somebody was typing', () => {
  let kept: Kept
  beforeEach(() => {
    kept = new Kept()
    vi.stubGlobal('localStorage', kept)
  })
  afterEach(() => vi.unstubAllGlobals())

  it('is there for the same person of the same trader only', () => {
    saveDraft(owner, draft, NOW)
    expect(savedDraft(owner, NOW + 1)).toEqual(draft)
    expect(savedDraft({ ...owner, personId: 'person_2' }, NOW)).toBeUndefined()
    expect(savedDraft({ ...owner, tenantId: 'tenant_2' }, NOW)).toBeUndefined()
  })

  it('is gone after a day, also where its person never comes back', () => {
    saveDraft(owner, draft, NOW)
    forgetOldDrafts(NOW + DAY_MS - 1)
    expect(kept.getItem(place)).not.toBeNull()
    expect(savedDraft(owner, NOW + DAY_MS)).toBeUndefined()
    expect(kept.getItem(place)).toBeNull()
    saveDraft(owner, draft, NOW)
    forgetOldDrafts(NOW + DAY_MS)
    expect(Object.keys(kept)).toEqual([])
  })

  it('is thrown away where it has another shape than now', () => {
    const shapes = [
      '{',
      'null',
      '{"texts":{}}',
      JSON.stringify({ savedAt: NOW, draft: { texts: 1 } }),
    ]
    for (const stored of shapes) {
      kept.setItem(place, stored)
      expect(savedDraft(owner, NOW), stored).toBeUndefined()
      expect(kept.getItem(place), stored).toBeNull()
    }
  })

  it('is forgotten on signing out, and nothing else with it', () => {
    kept.setItem('tidewaiter.language', 'zh')
    saveDraft(owner, draft, NOW)
    forgetDrafts()
    expect(Object.keys(kept)).toEqual(['tidewaiter.language'])
  })
})
