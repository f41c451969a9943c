import type { RuleSource } from './rule.ts'

const PUBLICATIONS = 'https://www.gov.uk/government/publications'
const IMPORT_GUIDE = `${PUBLICATIONS}/cds-uk-trade-tariff-volume-3-import-declaration-completion-guide`
const EXPORT_GUIDE = `${PUBLICATIONS}/uk-trade-tariff-cds-volume-3-export-declaration-completion-guide`

/** The groups of the completion guides with the last part of their address. */
const groups = {
  1: 'group-1-message-information-including-procedure-codes',
  2: 'group-2-references-of-messages-documents-certificates-and-authorisations',
  3: 'group-3-parties',
  4: 'group-4-valuation-information-and-taxes',
  5: 'group-5-dates-times-periods-places-countries-and-regions',
  6: 'group-6-goods-identification',
  7: 'group-7-transport-information-modes-means-and-equipment',
  8: 'group-8-other-data-elements',
} as const

/** First figure of a data element. */
export type GuideGroup = keyof typeof groups

/** HMRC's completion guide for imports; `group` is the first figure of the data element. */
export function importGuide(group: GuideGroup): RuleSource {
  return {
    document: `CDS UK Trade Tariff, volume 3: import declaration completion guide, group ${group}`,
    address: `${IMPORT_GUIDE}/${groups[group]}`,
  }
}

/** HMRC's completion guide for exports. */
export function exportGuide(group: GuideGroup): RuleSource {
  return {
    document: `CDS UK Trade Tariff, volume 3: export declaration completion guide, group ${group}`,
    address: `${EXPORT_GUIDE}/${groups[group]}`,
  }
}

/** Appendix 1: which previous procedure a requested procedure may follow, and what each needs. */
export const procedureCodesAppendix: RuleSource = {
  document: 'CDS UK Trade Tariff, volume 3, appendix 1: requested and previous procedure codes',
  address: `${PUBLICATIONS}/appendix-1-de-110-requested-and-previous-procedure-codes`,
}

/** Appendix 2: additional procedure codes and what each of them needs. */
export const additionalProceduresAppendix: RuleSource = {
  document: 'CDS UK Trade Tariff, volume 3, appendix 2: additional procedure codes',
  address: `${PUBLICATIONS}/appendix-2-de-111-additional-procedure-codes-of-the-customs-declaration-service-cds`,
}

/** Appendix 21: which data element which import data set has. */
export const importDataSets: RuleSource = {
  document: 'CDS UK Trade Tariff, volume 3, appendix 21: import declaration category data sets',
  address: `${PUBLICATIONS}/appendix-21-import-declaration-category-data-sets`,
}

/**
 * Appendix 22: which data element which export data set has, and which of them always. Most rows were
 * read in a public transcription of 21 August 2026, not on the page itself.
 */
export const exportDataSets: RuleSource = {
  document:
    'CDS UK Trade Tariff, volume 3, appendices 22A (B1) and 22D (C1): export declaration category data sets',
  address: `${PUBLICATIONS}/appendix-22-declaration-category-data-sets-landing-page-and-introductory-text--2`,
}

/** The list of errors with which CDS rejects, which says what it compares. */
export const errorCodeList: RuleSource = {
  document: 'Customs Declaration Service error codes',
  address: `${PUBLICATIONS}/customs-declaration-service-error-codes`,
}

/** The schemas and the guide of the interface that takes the message. */
export const messageGuide: RuleSource = {
  document: 'Customs Declarations API, end-to-end service guide',
  address: 'https://github.com/hmrc/customs-declarations-end-to-end-service-guide',
}
