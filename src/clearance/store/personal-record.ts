import type { Party } from '../../customs/order/party.ts'
import type { Order } from '../../customs/order/order.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'

/** Personal values by the reference that stands for each of them in the permanent record. */
export type PersonalFields = Readonly<Record<string, string>>

const REFERENCE = /^personal:([a-z_]+[0-9a-z]{26})#(\d+)$/

/** What is shown in place of a value that has been erased. */
export const ERASED = '[erased]'

/**
 * Takes the personal data of private persons out of an order: name, street, postcode, e-mail and
 * telephone. What is left can be kept for as long as the law wants; the fields can be erased.
 * Companies are no data subjects, so their data stays where it is.
 */
export function separatePersonalFields(
  order: Order,
  recordId: string,
): { readonly order: Order; readonly fields: PersonalFields } {
  const fields: Record<string, string> = {}
  const take = (value: string): string => {
    const reference = `personal:${recordId}#${Object.keys(fields).length + 1}`
    fields[reference] = value
    return reference
  }
  const buyerIsPrivate = order.buyer.kind === 'private'
  const separated: Order = {
    ...order,
    seller: separateParty(order.seller, take),
    buyer: separateParty(order.buyer, take),
    ...(order.marketplace === undefined
      ? {}
      : { marketplace: separateParty(order.marketplace, take) }),
    deliverTo: buyerIsPrivate ? separateAddress(order.deliverTo, take) : order.deliverTo,
  }
  return { order: separated, fields }
}

function separateParty(party: Party, take: (value: string) => string): Party {
  if (party.kind === 'business') return party
  return {
    ...party,
    name: take(party.name),
    address: separateAddress(party.address, take),
    ...(party.email === undefined ? {} : { email: take(party.email) }),
    ...(party.phone === undefined ? {} : { phone: take(party.phone) }),
  }
}

function separateAddress(
  address: Party['address'],
  take: (value: string) => string,
): Party['address'] {
  return {
    ...address,
    lines: address.lines.map(take),
    ...(address.postcode === undefined ? {} : { postcode: take(address.postcode) }),
  }
}

/** Puts the personal values back where their references stand; an erased one reads `[erased]`. */
export function rejoinPersonalFields<T>(value: T, fields: PersonalFields): T {
  if (typeof value === 'string') {
    return (REFERENCE.test(value) ? (fields[value] ?? ERASED) : value) as T
  }
  if (Array.isArray(value)) return value.map((item) => rejoinPersonalFields(item, fields)) as T
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    rejoinPersonalFields(item as unknown, fields),
  ])
  return Object.fromEntries(entries) as T
}

/** The ids of the personal records that a value refers to. */
export function personalRecordIds(value: unknown): readonly string[] {
  const ids = new Set<string>()
  const visit = (item: unknown): void => {
    if (typeof item === 'string') {
      const id = REFERENCE.exec(item)?.[1]
      if (id !== undefined) ids.add(id)
    } else if (item !== null && typeof item === 'object') Object.values(item).forEach(visit)
  }
  visit(value)
  return [...ids]
}

/** Reads a stored value with its personal data in place. */
export async function withPersonalFields<T>(transaction: TenantTransaction, value: T): Promise<T> {
  const ids = personalRecordIds(value)
  if (ids.length === 0) return value
  const rows = await transaction
    .selectFrom('personal_record')
    .select('fields')
    .where('id', 'in', ids)
    .execute()
  const fields = Object.assign({}, ...rows.map((row) => row.fields)) as PersonalFields
  return rejoinPersonalFields(value, fields)
}
