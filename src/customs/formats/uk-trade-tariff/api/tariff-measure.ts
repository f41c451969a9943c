import type { Validity } from '../../../calendar/local-date.ts'
import type { Measure } from '../../../measures/measure.ts'

/** A law that a measure rests on. */
export interface LegalAct {
  /** The regulation as the service writes it, `S.I. 2020/1430` or `R2658/87`. */
  readonly code: string
  readonly description?: string
  readonly url?: string
}

/** How much may come in at the rate of a quota in one period. */
export interface QuotaDefinition {
  readonly orderNumber: string
  readonly status: string
  /** As the service writes them, in the unit of the quota. */
  readonly initialVolume: string
  readonly balance: string
  readonly measurementUnit?: string
  readonly period?: Validity
}

/** A measure with what the UK Trade Tariff service says of it beside its rate. */
export interface TariffMeasure extends Measure {
  /** Who set it: the United Kingdom, or the European Union for goods to Northern Ireland. */
  readonly origin?: string
  readonly isVat: boolean
  readonly isExcise: boolean
  readonly legalActs: readonly LegalAct[]
  readonly quota?: QuotaDefinition
  /** Which reduced agricultural parts apply. */
  readonly reductionIndicator?: number
  /** Declared to claim the rate, such as `300`. */
  readonly preferenceCode?: string
}
