/** What a key or a person may be trusted with; the rights of each are in `permissions.ts`. */
export const roles = ['owner', 'operator', 'broker', 'viewer'] as const

/**
 * `owner` runs the account (people, keys, tenant, erasure) and does all the rest, `operator` the daily
 * trade and the declaring, `broker` only what is said to customs; `viewer` reads.
 */
export type Role = (typeof roles)[number]
