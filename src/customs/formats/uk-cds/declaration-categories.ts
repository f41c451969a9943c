import { type Static, Type } from 'typebox'
import type { BilingualText } from '../../bilingual-text.ts'
import { checkedReader } from '../../checked-reader.ts'
import type { DeclarationType } from '../../declaration/declaration-type.ts'
import type { Result } from '../../result.ts'

/** A data set of CDS: the fields that one kind of declaration carries. */
export interface DataSet {
  /** As the names of formats end: `h1`, `c21i-eidr-nop`. */
  readonly id: string
  /** Declaration category, as HMRC writes it: `H1`, `C21i EIDR NOP`. */
  readonly category: string
  readonly name: BilingualText
}

/** What a goods item of a data set looks like, in a declaration of what type. */
export interface CategoryRule {
  readonly dataSet: string
  /** Data element 1/1. */
  readonly declarationTypes: readonly DeclarationType[]
  /** Data element 1/2. */
  readonly additionalTypes: readonly string[]
  /** Data element 1/10: whole procedures (`0014`) or requested ones (`40`). Absent: any or none. */
  readonly procedures?: readonly string[]
  /** Data element 1/11, of which an item bears one. Absent: any or none. */
  readonly additionalProcedures?: readonly string[]
}

/** The data sets of CDS and how they are told apart, from `data/gb/declaration-categories.json`. */
export interface DeclarationCategories {
  readonly dataSets: readonly DataSet[]
  /** The first that a goods item fits counts. */
  readonly rules: readonly CategoryRule[]
  /** Additional procedures of goods that go to Northern Ireland and are not at risk. */
  readonly greenLaneProcedures: readonly string[]
}

const codes = Type.Array(Type.String())

const categoriesSchema = Type.Object({
  greenLaneProcedures: codes,
  dataSets: Type.Array(
    Type.Object({
      id: Type.String(),
      category: Type.String(),
      name: Type.Object({ en: Type.String(), zh: Type.String() }),
    }),
  ),
  rules: Type.Array(
    Type.Object({
      dataSet: Type.String(),
      declarationTypes: Type.Array(Type.Enum(['IM', 'EX', 'CO'])),
      additionalTypes: codes,
      procedures: Type.Optional(codes),
      additionalProcedures: Type.Optional(codes),
    }),
  ),
})

/** Reads the file of data sets. */
export const readDeclarationCategories: (input: unknown) => Result<DeclarationCategories> =
  checkedReader<Static<typeof categoriesSchema>>(categoriesSchema)
