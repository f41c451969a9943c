import type { Clock } from '../../platform/clock.ts'
import type { LastDayOf } from '../correspondence/correspondence-terms.ts'
import type { ClockAnchor, OfficeClock } from '../hours/office-clock.ts'
import type { Log } from '../../platform/log.ts'
import type { Database } from '../../platform/postgres/index.ts'
import type { ReferencePrices } from '../risk/reference-prices.ts'
import type { TellingWords } from '../risk/telling-words.ts'
import type { Contravention } from '../penalties/penalty.ts'
import type { SecurityTypes } from '../security/security-types.ts'
import type { StubRules } from '../stub/stub-rules.ts'
import type { AuthorityTables } from '../store/tables.ts'
import type { AdditionalMeasures } from '../tariff/additional-measures.ts'
import type { ExchangeRates } from '../tariff/exchange-rates.ts'
import type { LowValueReliefs } from '../tariff/low-value-relief.ts'
import type { NorthernIrelandLaw } from '../tariff/northern-ireland-law.ts'
import type { OfficeTariff } from '../tariff/office-tariff.ts'
import type { Preferences } from '../tariff/preferences.ts'
import type { ReturnedGoodsYears } from '../tariff/returned-goods.ts'
import type { VatClaims } from '../tariff/vat-claims.ts'
import type { News } from './news.ts'
import type { Settings } from './settings.ts'

/** The running office: its books, its tables of law, its clock, and a bell for work that came in. */
export interface Office {
  readonly database: Database<AuthorityTables>
  /** By which the office works; it may run faster than the one on the wall. */
  readonly clock: OfficeClock
  /** By which people and machines outside are measured: sessions, tokens, limits, pushes, places for files. */
  readonly wallClock: Clock
  readonly log: Log
  readonly tariff: OfficeTariff
  readonly rates: ExchangeRates
  readonly vatClaims: VatClaims
  readonly preferences: Preferences
  readonly additionalMeasures: AdditionalMeasures
  readonly lowValueRelief: LowValueReliefs
  /** The same for gifts (C08). */
  readonly giftRelief: LowValueReliefs
  readonly returnedGoodsYears: ReturnedGoodsYears
  readonly northernIrelandRelief: LowValueReliefs
  /** Whose duty goods bear that are declared in full there. */
  readonly northernIreland: NorthernIrelandLaw
  readonly referencePrices: ReferencePrices
  readonly tellingWords: TellingWords
  readonly securityTypes: SecurityTypes
  readonly contraventions: readonly Contravention[]
  /** For an office that is set to answer like HMRC's test stub. */
  readonly stubRules: StubRules
  /** Within which time reviews are asked for and letters are decided. */
  readonly lastDay: LastDayOf
  settings(): Settings
  changeSettings(settings: Settings, anchor: ClockAnchor): void
  /** Rings for the clerks: something may be due now. */
  wake(): void
  /** Goes to whoever looks on at the desk. */
  readonly news: News
}
