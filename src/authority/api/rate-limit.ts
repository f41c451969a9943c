/** Counts requests of each application within the running second. */
export interface RateLimit {
  /** Whether one more request is within the limit; 0 sets no limit. */
  admits(applicationId: string, perSecond: number, nowMs: number): boolean
}

/**
 * A limit with fixed seconds of the clock, counted in this process only: the office has one
 * counter. Around the turn of a second up to twice the limit can come through.
 */
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
