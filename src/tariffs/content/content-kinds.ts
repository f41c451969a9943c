/** What the content of an edition is of, whatever form it was published in. */
export type ContentKind =
  | 'schedule'
  | 'nomenclature'
  | 'integrated-tariff'
  | 'exchange-rates'
  | 'product-lists'
  | 'tax-rates'

/**
 * The kind of content of each format. A format that is not here was written by a later version of the
 * program; its editions are listed and not used.
 */
export const contentKinds: Readonly<Partial<Record<string, ContentKind>>> = {
  'us-hts': 'schedule',
  taric: 'nomenclature',
  'uk-trade-tariff': 'integrated-tariff',
  'tariff-csv': 'integrated-tariff',
  'us-programmes': 'product-lists',
  'vat-rates': 'tax-rates',
  'hmrc-rates': 'exchange-rates',
}
