import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Order } from '../src/customs/order/order.ts'
import type { TraderProfile } from '../src/customs/parties/trader-profile.ts'
import { checkoutFolder } from '../src/platform/checkout.ts'
import { newId } from '../src/platform/ids.ts'

/** The two kinds of business that the examples know. */
export type TenantKind = 'purchasing-agent' | 'e-commerce-platform'

const profiles = {
  'purchasing-agent': 'trader-profile-agent',
  'e-commerce-platform': 'trader-profile-platform',
} as const satisfies Record<TenantKind, string>

/** What a file of `examples/` says, by its name without the ending. */
export async function readExample<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(join(checkoutFolder, 'examples', `${name}.json`), 'utf8')) as T
}

/** One of the orders in `examples/`, under a reference of its own so that it can be handed in often. */
export async function exampleOrder(name: string): Promise<Order> {
  return { ...(await readExample<Order>(name)), reference: newId('order').slice(-20) }
}

/** The profile that `examples/` has for a business of a kind. */
export function exampleProfile(kind: TenantKind): Promise<TraderProfile> {
  return readExample(profiles[kind])
}
