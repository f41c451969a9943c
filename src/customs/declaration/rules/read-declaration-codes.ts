import { type Static, Type } from 'typebox'
import { isLocalDate } from '../../calendar/local-date.ts'
import { checkedReader } from '../../checked-reader.ts'
import { combine, type Result, success } from '../../result.ts'
import { type CodeList, type CodeListName, codeListNames, type CodeLists } from './code-list.ts'
import type { DeclarationCodes } from './declaration-codes.ts'

const day = Type.Refine(Type.String(), isLocalDate)
const listSchema = Type.Object({
  isComplete: Type.Boolean(),
  codes: Type.Array(
    Type.Object({
      code: Type.String(),
      validFrom: Type.Optional(day),
      validTo: Type.Optional(day),
      additionalProcedures: Type.Optional(Type.Array(Type.String())),
      isTransport: Type.Optional(Type.Boolean()),
      provesPreferentialOrigin: Type.Optional(Type.Boolean()),
      reasonNeeded: Type.Optional(Type.Boolean()),
      statusCodeNeeded: Type.Optional(Type.Boolean()),
    }),
  ),
})
type ListFile = Static<typeof listSchema>
type Entry = ListFile['codes'][number]
const readList = checkedReader<ListFile>(listSchema)

/**
 * Reads the code lists that the rules of declarations ask for.
 *
 * @param files contents by path below the data folder, `gb/codes/currencies.json`
 */
export function readDeclarationCodes(
  files: ReadonlyMap<string, unknown>,
): Result<DeclarationCodes> {
  const read = combine(byName((name) => readList(files.get(`gb/codes/${name}.json`))))
  if (!read.ok) return read
  const entries = (name: CodeListName): readonly Entry[] => read.value[name].codes
  const documents = entries('document-codes')
  return success({
    lists: byName((name) => codeList(read.value[name])),
    additionalProceduresBeside: new Map(
      entries('procedure-codes').flatMap(({ code, additionalProcedures }) =>
        additionalProcedures === undefined ? [] : [[code, new Set(additionalProcedures)]],
      ),
    ),
    proofsOfOrigin: codesOf(documents, (each) => each.provesPreferentialOrigin),
    documentsWithStatus: codesOf(documents, (each) => each.statusCodeNeeded),
    codesWithReason: {
      documents: new Set(codesOf(documents, (each) => each.reasonNeeded)),
      statuses: new Set(codesOf(entries('document-status-codes'), (each) => each.reasonNeeded)),
    },
    transportAdditions: codesOf(entries('valuation-additions'), (each) => each.isTransport),
  })
}

function byName<T>(valueOf: (name: CodeListName) => T): Readonly<Record<CodeListName, T>> {
  const entries = codeListNames.map((name) => [name, valueOf(name)] as const)
  return Object.fromEntries(entries) as Record<CodeListName, T>
}

function codeList({ isComplete, codes }: ListFile): CodeLists[CodeListName] {
  const always = new Set(codes.filter((each) => !isDated(each)).map(({ code }) => code))
  const dated = new Map(codes.filter(isDated).map((each) => [each.code, each]))
  const list: CodeList = {
    isComplete,
    has(code, on) {
      if (always.has(code)) return true
      const entry = dated.get(code)
      if (entry === undefined) return false
      const { validFrom = on, validTo = on } = entry
      return validFrom <= on && on <= validTo
    },
  }
  return list
}

function isDated({ validFrom, validTo }: Entry): boolean {
  return validFrom !== undefined || validTo !== undefined
}

function codesOf(
  codes: readonly Entry[],
  test: (code: Entry) => boolean | undefined,
): readonly string[] {
  return codes.filter((code) => test(code) === true).map(({ code }) => code)
}
