import { Type, type Static } from 'typebox'
import { checkedReader } from '../../checked-reader.ts'
import type { Immutable } from '../../immutable.ts'
import type { Result } from '../../result.ts'

const schema = Type.Object({
  types: Type.Array(
    Type.Object({
      code: Type.String({ pattern: '^[A-Z0-9]{3}$' }),
      name: Type.Object({ en: Type.String(), zh: Type.String() }),
    }),
  ),
})

/** What the authority takes security for, as `data/gb/security-types.json` has it. */
export type SecurityTypes = Immutable<Static<typeof schema>>

/** Reads the contents of `data/gb/security-types.json`. */
export const readSecurityTypes: (json: unknown) => Result<SecurityTypes> =
  checkedReader<SecurityTypes>(schema)
