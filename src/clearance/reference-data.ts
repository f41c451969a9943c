import { Type, type Static } from 'typebox'
import type { BilingualText } from '../customs/bilingual-text.ts'
import { checkedReader } from '../customs/checked-reader.ts'
import type { NameLists } from '../customs/documents/document-names.ts'
import {
  type PreferenceAgreement,
  readPreferenceAgreements,
} from '../customs/documents/preference-agreements.ts'
import type { CdsErrorText } from '../customs/formats/uk-cds/explain-notification.ts'
import type { LandedCostBook } from '../customs/landed-cost/landed-cost-book.ts'
import type { Laws } from '../customs/law/law.ts'
import { readLaws } from '../customs/law/read-laws.ts'
import { readRecordKeeping, type RecordKeeping } from '../customs/law/record-keeping.ts'
import { type KnownCodes, readKnownCodes } from '../customs/order/known-codes.ts'
import { combine, type Result, success } from '../customs/result.ts'
import {
  readVagueDescriptions,
  type VagueDescriptions,
} from '../customs/readiness/vague-descriptions.ts'

/** The dated facts that decisions are made from, loaded once and replaced as a whole. */
export interface ReferenceData {
  /**
   * What the money of a consignment is worked out from. The book is to be asked for anew with each
   * question, because editions of tariffs and rates of exchange come in meanwhile.
   */
  readonly quoting: { readonly book: LandedCostBook }
  readonly laws: Laws
  readonly recordKeeping: RecordKeeping
  readonly preferenceAgreements: readonly PreferenceAgreement[]
  readonly knownCodes: KnownCodes
  readonly names: NameLists
  readonly vagueDescriptions: VagueDescriptions
  readonly declarationCodes: DeclarationCodes
  /** What the authority's error codes mean, in our words. */
  readonly authorityErrors: readonly CdsErrorText[]
}

/** Codes that the rules of a declaration ask for. */
export interface DeclarationCodes {
  /** Documents that prove preferential origin. */
  readonly proofsOfOrigin: readonly string[]
  /** Documents that are declared with a status code. */
  readonly documentsWithStatus: readonly string[]
  /** Codes of element 4/9 that add carriage or insurance up to the border. */
  readonly transportAdditions: readonly string[]
}

/** The contents of the data files by their path, such as `gb/laws.json`. */
export type ReferenceFiles = ReadonlyMap<string, unknown>

/** The parts of the data folder that {@link readReferenceData} wants. */
export const referenceParts = ['gb', 'reference'] as const

const names = Type.Object({ en: Type.String(), zh: Type.String() })

const packageTypesSchema = Type.Object({
  codes: Type.Array(Type.Object({ code: Type.String(), name: names })),
})
const readPackageTypes = checkedReader<Static<typeof packageTypesSchema>>(packageTypesSchema)
const documentCodesSchema = Type.Object({
  codes: Type.Array(
    Type.Object({
      code: Type.String(),
      statusCodeNeeded: Type.Optional(Type.Boolean()),
      provesPreferentialOrigin: Type.Optional(Type.Boolean()),
    }),
  ),
})
const readDocumentCodes = checkedReader<Static<typeof documentCodesSchema>>(documentCodesSchema)
const additionsSchema = Type.Object({
  codes: Type.Array(Type.Object({ code: Type.String(), isTransport: Type.Boolean() })),
})
const readAdditions = checkedReader<Static<typeof additionsSchema>>(additionsSchema)
const errorTextsSchema = Type.Object({
  codes: Type.Array(Type.Object({ code: Type.String(), explanation: names, mend: names })),
})
const readErrorTexts = checkedReader<Static<typeof errorTextsSchema>>(errorTextsSchema)

/**
 * Reads all reference data of the program; every fault of every file is named.
 *
 * @param quoting what quotes are made from, which is read elsewhere because it changes while a process runs
 */
export function readReferenceData(
  files: ReferenceFiles,
  quoting: ReferenceData['quoting'],
): Result<ReferenceData> {
  const countries = files.get('reference/countries.json')
  const read = combine({
    laws: readLaws(files.get('gb/laws.json')),
    recordKeeping: readRecordKeeping(files.get('gb/periods.json')),
    preferenceAgreements: readPreferenceAgreements({
      proofs: files.get('gb/preference-proofs.json'),
      countries,
    }),
    knownCodes: readKnownCodes({ countries, currencies: files.get('reference/currencies.json') }),
    packageTypes: readPackageTypes(files.get('gb/codes/package-types.json')),
    vagueDescriptions: readVagueDescriptions(files.get('reference/vague-descriptions.json')),
    documentCodes: readDocumentCodes(files.get('gb/codes/document-codes.json')),
    additions: readAdditions(files.get('gb/codes/valuation-additions.json')),
    errorTexts: readErrorTexts(files.get('gb/codes/cds-errors.json')),
  })
  if (!read.ok) return read
  const { packageTypes, documentCodes, additions, errorTexts, ...others } = read.value
  const packageNames = packageTypes.codes.map(({ code, name }) => [code, name] as const)
  return success({
    ...others,
    quoting,
    names: {
      countries: others.knownCodes.countries,
      packageTypes: new Map<string, BilingualText>(packageNames),
    },
    declarationCodes: {
      proofsOfOrigin: codesOf(documentCodes.codes, (code) => code.provesPreferentialOrigin),
      documentsWithStatus: codesOf(documentCodes.codes, (code) => code.statusCodeNeeded),
      transportAdditions: codesOf(additions.codes, (code) => code.isTransport),
    },
    authorityErrors: errorTexts.codes,
  })
}

function codesOf<Code extends { readonly code: string }>(
  codes: readonly Code[],
  test: (code: Code) => boolean | undefined,
): readonly string[] {
  return codes.filter((code) => test(code) === true).map(({ code }) => code)
}
