/** What a key may be trusted with; the rights of each are in `permissions.ts`. */
export const roles = ['owner', 'operator', 'broker', 'viewer'] as const

export type Role = (typeof roles)[number]
