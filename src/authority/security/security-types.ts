import { readFileSync } from 'node:fs'
import type { BilingualText } from '../../customs/bilingual-text.ts'

/** For what security is taken, by the code under which the trader is told of it. */
export interface SecurityType {
  readonly code: string
  readonly name: BilingualText
}

/** What the office knows of securities; see `data/authority/security-types.json`. */
export interface SecurityTypes {
  readonly types: readonly SecurityType[]
  /** How security for a tax is given, by the method of payment of the tax itself. */
  methodFor(methodOfTax: string): string
}

interface StoredMethod {
  readonly ofTax: string
  readonly ofSecurity: string
}

/** Reads the types once, when the office opens. @throws when the file is missing or is none */
export function loadSecurityTypes(file: string): SecurityTypes {
  const stored = JSON.parse(readFileSync(file, 'utf8')) as {
    types: SecurityType[]
    methods: Record<string, StoredMethod>
  }
  const methods = new Map(
    Object.values(stored.methods).map(({ ofTax, ofSecurity }) => [ofTax, ofSecurity]),
  )
  return {
    types: stored.types.map(({ code, name }) => ({ code, name })),
    methodFor: (methodOfTax) => {
      const method = methods.get(methodOfTax)
      if (method === undefined) throw new RangeError(`no security for method ${methodOfTax}`)
      return method
    },
  }
}
