import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Result } from '../../customs/result.ts'
import type { ReferenceData } from '../reference-data.ts'
import { composeDeclaration, type ComposedDeclaration } from './compose-declaration.ts'
import { composeExport, composeSimplifiedExport } from './compose-export.ts'
import { composeSimplified, composeSupplementary } from './compose-simplified.ts'
import type { DeclarationReferences, DeclarationSources } from './import-declaration-facts.ts'

/** A standard and data set in which an order can be declared. */
export interface DeclarationFormat {
  /** Names authority, system and data set, such as `uk-cds-h1`. */
  readonly id: string
  /** What it is, for whoever chooses one. */
  readonly summary: string
  /** The lanes whose data set this is are declared in it. */
  readonly dataSet: string
  readonly compose: (
    sources: DeclarationSources,
    references: DeclarationReferences,
    reference: ReferenceData,
  ) => Result<ComposedDeclaration>
}

/** A standard and data set in which an order whose goods leave can be declared. */
export interface ExportFormat extends Pick<DeclarationFormat, 'id' | 'summary'> {
  readonly composeExport: typeof composeExport
  /** What whoever declares in it owes afterwards; absent where nothing. */
  readonly owes?: BilingualText
}

/** The formats of goods that leave. */
export const exportFormats: readonly ExportFormat[] = [
  {
    id: 'uk-cds-b1',
    summary: 'full export declaration of goods in free circulation, sold or sent back',
    composeExport,
  },
  {
    id: 'uk-cds-c1',
    summary:
      'simplified export declaration (C, F) under an authorisation; the supplementary one (Y) is owed',
    composeExport: composeSimplifiedExport,
    owes: {
      en: 'The supplementary declaration (type Y) of this simplified export is owed, with value, masses and transport in full.',
      zh: '此简化出口申报之后须提交补充申报（Y 类），完整填写价值、重量和运输。',
    },
  },
]

/** The format that takes many orders in and gives one message out. */
export const bulkFormat = {
  id: 'uk-cds-birds',
  summary:
    'bulk declaration of low-value parcels to Great Britain (BIRDS): many orders, one message',
} as const

/** Every format that is written here; a further authority or data set is a further row. */
export const declarationFormats: readonly DeclarationFormat[] = [
  {
    id: 'uk-cds-h1',
    summary: 'full import declaration to the Customs Declaration Service of Great Britain',
    dataSet: 'H1',
    compose: composeDeclaration,
  },
  {
    id: 'uk-cds-i1',
    summary: 'simplified import declaration (C, F) under an authorisation, completed afterwards',
    dataSet: 'H1',
    compose: composeSimplified,
  },
  {
    id: 'uk-cds-h1-supplementary',
    summary: 'supplementary import declaration (Y) that completes a simplified one',
    dataSet: 'H1',
    compose: composeSupplementary,
  },
  {
    id: 'uk-cds-h7',
    summary: 'super-reduced declaration of low-value goods to Northern Ireland',
    dataSet: 'H7',
    compose: composeDeclaration,
  },
  {
    id: 'uk-cds-h8',
    summary: 'goods from Great Britain to a business in Northern Ireland that are not at risk',
    dataSet: 'H8',
    compose: composeDeclaration,
  },
]
