import type { CodeLists } from './code-list.ts'

/** Codes that the rules of a declaration ask for, from the dated data. */
export interface DeclarationCodes {
  readonly lists: CodeLists
  /** By procedure (`6110`): the additional procedures that may stand beside it, where known. */
  readonly additionalProceduresBeside: ReadonlyMap<string, ReadonlySet<string>>
  /** Document codes that prove preferential origin, such as `N954` and `U110`. */
  readonly proofsOfOrigin: readonly string[]
  /** Document codes that are declared with a status code, such as `N935`. */
  readonly documentsWithStatus: readonly string[]
  /** Document codes and status codes beside which a reason is stated. */
  readonly codesWithReason: {
    readonly documents: ReadonlySet<string>
    readonly statuses: ReadonlySet<string>
  }
  /** Codes of element 4/9 that add carriage or insurance up to the border, such as `AK`. */
  readonly transportAdditions: readonly string[]
}
