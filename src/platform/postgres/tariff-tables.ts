import type { Json, OptionalTime, Time } from './columns.ts'

/** Editions of tariffs, which belong to no tenant and which only the owner writes. */
export interface TariffTables {
  readonly tariff_edition: TariffEditionTable
  readonly tariff_edition_file: TariffEditionFileTable
  readonly tariff_part: TariffPartTable
  readonly tariff_edition_part: TariffEditionPartTable
}

/** One import of an edition; the one that is not superseded is the one in use. */
export interface TariffEditionTable {
  id: string
  /** Customs territory: ISO 3166 code of a country, `EU` for the Union. */
  territory: string
  format: string
  /** What the edition is called, such as `hts-2026-rev-4`. */
  edition: string
  published_on: string | null
  effective_from: string
  imported_at: Time
  superseded_at: OptionalTime
  rows_read: number
  rows_understood: number
  /** `ReportedRow[]`. */
  row_reports: Json
  /** Digest over the digests of its files. */
  sha256: string
}

/** A file that an edition was read from. */
export interface TariffEditionFileTable {
  edition_id: string
  position: number
  name: string
  sha256: string
  /** Comes out as text, because it may be larger than a number can be exactly. */
  size_bytes: string | number
}

/** A part of some editions, under the digest of its content. */
export interface TariffPartTable {
  sha256: string
  /** JSON, gzip. */
  body: Buffer
}

/** Which parts an edition is made of, in their order. */
export interface TariffEditionPartTable {
  edition_id: string
  position: number
  /** Such as the two digits of a chapter. */
  name: string
  sha256: string
}
