import { readFileSync } from 'node:fs'
import type { BilingualText } from '../../customs/bilingual-text.ts'

/** For what security is taken, by the code under which the trader is told of it. */
export interface SecurityType {
  readonly code: string
  readonly name: BilingualText
  /** The trader owes a paper that settles the doubt; else the office finds out by itself. */
  readonly awaitsProof: boolean
}

/** What the office knows of securities; see `data/authority/security-types.json`. */
export interface SecurityTypes {
  readonly types: readonly SecurityType[]
  /** How security for a tax is given, by the method of payment of the tax itself. */
  methodFor(methodOfTax: string): string
  /** Whether a paper of the trader settles what security of a type stands for. */
  awaitsProof(typeCode: string): boolean
}

interface StoredMethod {
  readonly ofTax: string
  readonly ofSecurity: string
}

/** Reads the types once, when the office opens. @throws when the file is missing or is none */
export function loadSecurityTypes(file: string): SecurityTypes {
  const stored = JSON.parse(readFileSync(file, 'utf8')) as {
    types: (Omit<SecurityType, 'awaitsProof'> & { readonly awaitsProof?: boolean })[]
    methods: Record<string, StoredMethod>
  }
  const methods = new Map(
    Object.values(stored.methods).map(({ ofTax, ofSecurity }) => [ofTax, ofSecurity]),
  )
  const types = stored.types.map(({ code, name, awaitsProof = false }) => ({
    ...{ code, name, awaitsProof },
  }))
  return {
    types,
    awaitsProof: (typeCode) =>
      types.some(({ code, awaitsProof }) => code === typeCode && awaitsProof),
    methodFor: (methodOfTax) => {
      const method = methods.get(methodOfTax)
      if (method === undefined) throw new RangeError(`no security for method ${methodOfTax}`)
      return method
    },
  }
}
