import { Type, type Static } from 'typebox'
import { type Authority, readAuthorities } from '../customs/authorities/authority.ts'
import type { BilingualText } from '../customs/bilingual-text.ts'
import { checkedReader } from '../customs/checked-reader.ts'
import type { DeclarationCodes } from '../customs/declaration/rules/declaration-codes.ts'
import { readDeclarationCodes } from '../customs/declaration/rules/read-declaration-codes.ts'
import type { NameLists } from '../customs/documents/document-names.ts'
import {
  type PreferenceAgreement,
  readPreferenceAgreements,
} from '../customs/documents/preference-agreements.ts'
import {
  type DeclarationCategories,
  readDeclarationCategories,
} from '../customs/formats/uk-cds/declaration-categories.ts'
import type { CdsErrorText } from '../customs/formats/uk-cds/explain-notification.ts'
import { readSecurityTypes, type SecurityTypes } from '../customs/formats/uk-cds/security-types.ts'
import { readReliefConditions, type ReliefConditions } from '../customs/lane/relief-conditions.ts'
import type { LandedCostBook } from '../customs/landed-cost/landed-cost-book.ts'
import { type BulkImports, readBulkImports } from '../customs/lane/bulk-imports.ts'
import type { Laws } from '../customs/law/law.ts'
import { readLaws } from '../customs/law/read-laws.ts'
import { readRecordKeeping, type RecordKeeping } from '../customs/law/record-keeping.ts'
import { type AppealPeriods, readAppealPeriods } from '../customs/law/appeal-periods.ts'
import { type ClaimPeriod, readClaimPeriods } from '../customs/law/repayment-claim.ts'
import {
  readSupplementaryDeadline,
  type SupplementaryDeadline,
} from '../customs/law/supplementary-deadline.ts'
import {
  type NorthernIrelandRules,
  readNorthernIrelandRules,
} from '../customs/northern-ireland/northern-ireland-rules.ts'
import { type KnownCodes, readKnownCodes } from '../customs/order/known-codes.ts'
import { combine, type Result, success } from '../customs/result.ts'
import {
  readVagueDescriptions,
  type VagueDescriptions,
} from '../customs/readiness/vague-descriptions.ts'
import {
  readTrustedTraderSchemes,
  type TrustedTraderScheme,
} from '../customs/trusted-trader/trusted-trader-scheme.ts'

/** The dated facts that decisions are made from, loaded once and replaced as a whole. */
export interface ReferenceData {
  /**
   * What the money of a consignment is worked out from. The book is to be asked for anew with each
   * question, because editions of tariffs and rates of exchange come in meanwhile.
   */
  readonly quoting: { readonly book: LandedCostBook }
  readonly laws: Laws
  /** How goods come into Northern Ireland, which shares the country but not its rules. */
  readonly northernIreland: NorthernIrelandRules
  /** What reliefs ask for beside the value of the goods. */
  readonly reliefs: ReliefConditions
  /** Territories whose bulk declarations are of another type. */
  readonly bulkImports: BulkImports
  readonly recordKeeping: RecordKeeping
  readonly supplementaryDeadline: SupplementaryDeadline
  /** Whom declarations go to, with the places that they have published. */
  readonly authorities: readonly Authority[]
  /** What they ask of a trusted trader. */
  readonly trustedTraderSchemes: readonly TrustedTraderScheme[]
  /** Within which time a decision is put to review, and then brought before the tribunal. */
  readonly appealPeriods: AppealPeriods
  /** Within which time what was paid is claimed back. */
  readonly claimPeriods: readonly ClaimPeriod[]
  readonly preferenceAgreements: readonly PreferenceAgreement[]
  readonly knownCodes: KnownCodes
  readonly names: NameLists
  readonly vagueDescriptions: VagueDescriptions
  readonly declarationCodes: DeclarationCodes
  /** How the data set of a declaration is told. */
  readonly declarationCategories: DeclarationCategories
  /** What the authority takes security for. */
  readonly securityTypes: SecurityTypes
  /** What the authority's error codes mean, in our words. */
  readonly authorityErrors: readonly CdsErrorText[]
  /** The same of the interface in front of the authority's system. */
  readonly interfaceErrors: readonly CdsErrorText[]
}

/** The contents of the data files by their path, such as `gb/laws.json`. */
export type ReferenceFiles = ReadonlyMap<string, unknown>

/** The parts of the data folder that {@link readReferenceData} wants. */
export const referenceParts = ['gb', 'reference'] as const

const names = Type.Object({ en: Type.String(), zh: Type.String() })

const packageTypesSchema = Type.Object({
  codes: Type.Array(Type.Object({ code: Type.String(), name: Type.Optional(names) })),
})
const readPackageTypes = checkedReader<Static<typeof packageTypesSchema>>(packageTypesSchema)
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
    northernIreland: readNorthernIrelandRules({
      rules: files.get('gb/northern-ireland.json'),
      charges: files.get('gb/northern-ireland-charges.json'),
    }),
    reliefs: readReliefConditions(files.get('gb/relief-conditions.json')),
    bulkImports: readBulkImports(files.get('gb/bulk-imports.json')),
    authorities: readAuthorities(files.get('gb/authority-contacts.json')),
    trustedTraderSchemes: readTrustedTraderSchemes(files.get('gb/trusted-trader.json')),
    recordKeeping: readRecordKeeping(files.get('gb/periods.json')),
    supplementaryDeadline: readSupplementaryDeadline(files.get('gb/periods.json')),
    appealPeriods: readAppealPeriods(files.get('gb/periods.json')),
    claimPeriods: readClaimPeriods(files.get('gb/periods.json')),
    preferenceAgreements: readPreferenceAgreements({
      proofs: files.get('gb/preference-proofs.json'),
      countries,
    }),
    knownCodes: readKnownCodes({ countries, currencies: files.get('reference/currencies.json') }),
    packageTypes: readPackageTypes(files.get('gb/codes/package-types.json')),
    vagueDescriptions: readVagueDescriptions(files.get('reference/vague-descriptions.json')),
    declarationCodes: readDeclarationCodes(files),
    declarationCategories: readDeclarationCategories(files.get('gb/declaration-categories.json')),
    securityTypes: readSecurityTypes(files.get('gb/security-types.json')),
    errorTexts: readErrorTexts(files.get('gb/codes/cds-errors.json')),
    interfaceErrorTexts: readErrorTexts(files.get('gb/codes/api-errors.json')),
  })
  if (!read.ok) return read
  const { packageTypes, errorTexts, interfaceErrorTexts, ...others } = read.value
  const packageNames = packageTypes.codes.flatMap(({ code, name }) =>
    name === undefined ? [] : [[code, name] as const],
  )
  return success({
    ...others,
    quoting,
    names: {
      countries: others.knownCodes.countries,
      packageTypes: new Map<string, BilingualText>(packageNames),
    },
    authorityErrors: errorTexts.codes,
    interfaceErrors: interfaceErrorTexts.codes,
  })
}
