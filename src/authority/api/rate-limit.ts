/** Counts requests of each application within the running second. */
export interface RateLimit {
  /** Whether one more request is within the limit; 0 sets no limit. */
  admits(applicationId: string, perSecond: number, nowMs: number): boolean
}

export function rateLimit(): RateLimit {
  const counts = new Map<string, { second: number; requests: number }>()
  return {
    admits: (applicationId, perSecond, nowMs) => {
      if (perSecond === 0) return true
      const second = Math.floor(nowMs / 1000)
      const count = counts.get(applicationId)
      const requests = count?.second === second ? count.requests + 1 : 1
      counts.set(applicationId, { second, requests })
      return requests <= perSecond
    },
  }
}
