import { Type, type Static } from 'typebox'
import { checkedReader } from '../checked-reader.ts'
import type { Immutable } from '../immutable.ts'
import { countryCode } from '../order/schema.ts'
import type { Result } from '../result.ts'

const schema = Type.Object({
  customsUnion: Type.Array(Type.Object({ country: countryCode })),
})

/** Territories in customs union with Great Britain, as `data/gb/bulk-imports.json` has them. */
export type BulkImports = Immutable<Static<typeof schema>>

/** Reads the contents of `data/gb/bulk-imports.json`. */
export const readBulkImports: (json: unknown) => Result<BulkImports> =
  checkedReader<BulkImports>(schema)

/** Whether goods from a country are declared as those of a territory in customs union (type CO, 15F). */
export function isCustomsUnion({ customsUnion }: BulkImports, country: string): boolean {
  return customsUnion.some((territory) => territory.country === country)
}
