import { roles, type Role } from './role.ts'

const everyone = roles
/** Those who run the daily trade: orders, warehouse, papers, money. */
const operations: readonly Role[] = ['owner', 'operator']
/** Those who answer for what is said to customs. */
const declarants: readonly Role[] = ['owner', 'operator', 'broker']
const owners: readonly Role[] = ['owner']

/**
 * Who may do what. Every route names exactly one of these actions, so that this table is the whole
 * of the authorisation: a right that is not written here does not exist.
 */
export const permissions = {
  'orders.read': everyone,
  'orders.create': operations,
  'orders.cancel': operations,
  'quotes.make': everyone,
  'guaranteed-quotes.read': everyone,
  'guaranteed-quotes.make': operations,
  'guaranteed-quotes.settle': operations,
  'fee-tables.read': everyone,
  'fee-tables.manage': operations,
  'cases.read': everyone,
  'cases.prepare': declarants,
  'cases.declare': declarants,
  'cases.stop': declarants,
  'cases.reopen': declarants,
  'cases.change-many': declarants,
  'case-views.read': everyone,
  'case-views.save': declarants,
  'goods.change': declarants,
  'papers.attach': declarants,
  'papers.issue': declarants,
  'authority.answer': declarants,
  'authority.ask': declarants,
  'correspondence.read': everyone,
  'correspondence.write': declarants,
  'exchange.read': everyone,
  'messages.replay': declarants,
  'messages.set-aside': declarants,
  'strays.settle': declarants,
  'relationship.read': everyone,
  'contacts.manage': declarants,
  'standing.document': declarants,
  'standing.judge': owners,
  'declarations.amend': declarants,
  'declarations.invalidate': declarants,
  'outcomes.decide': declarants,
  'transport.report': operations,
  'payments.record': operations,
  'personal-data.erase': owners,
  'purchase-lists.read': everyone,
  'purchase-lists.import': operations,
  'warehouse.read': everyone,
  'warehouse.receive': operations,
  'warehouse.decide': operations,
  'shipments.read': everyone,
  'shipments.manage': operations,
  'tracking.read': everyone,
  'tracking.manage': operations,
  'webhooks.read': operations,
  'webhooks.manage': owners,
  'connections.read': declarants,
  'connections.manage': owners,
  'tenant.read': everyone,
  'tenant.change': owners,
  'keys.read': owners,
  'keys.manage': owners,
  'people.read': owners,
  'people.manage': owners,
} as const satisfies Readonly<Record<string, readonly Role[]>>

/** A right that a route or command asks for. */
export type Permission = keyof typeof permissions

/**
 * Whether the table gives a role the right. Whose data a request sees is decided elsewhere, by the
 * row-level security of its tenant.
 */
export function mayDo(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role)
}
