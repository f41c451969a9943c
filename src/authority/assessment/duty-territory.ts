import type { LocalDate } from '../../customs/calendar/local-date.ts'
import { compareDecimals, decimal, subtractDecimals } from '../../customs/money/decimal.ts'
import type { LodgedDeclaration, LodgedItem } from '../message/lodged-declaration.ts'
import type { NorthernIrelandLaw } from '../tariff/northern-ireland-law.ts'
import type { OfficeTariff } from '../tariff/office-tariff.ts'
import type { Preferences } from '../tariff/preferences.ts'
import { dutyRateOf } from './duty-rate.ts'

/**
 * Whose duty an item bears: that of the United Kingdom, or in Northern Ireland, where it is at risk of
 * moving on, that of the European Union.
 */
export type DutyTerritory = 'united-kingdom' | 'european-union'

/** What the question is decided by. */
export interface TerritoryLaw {
  readonly tariff: OfficeTariff
  readonly preferences: Preferences
  readonly northernIreland: NorthernIrelandLaw
  readonly on: LocalDate
}

/** `XIUKIM` and the number of the authorisation. */
export const UKIMS_NUMBER = /^XIUKIM\w{6,30}$/

/** Whether an item comes to Northern Ireland, from outside (NIIMP) or from Great Britain (NIDOM). */
export function comesToNorthernIreland({ statementCodes }: LodgedItem): boolean {
  return statementCodes.includes('NIIMP') || statementCodes.includes('NIDOM')
}

/**
 * Goods to Northern Ireland are at risk unless an authorised trader states otherwise. Without the
 * document 1UKI of the importer NIREM has no effect, and it has none on goods whose duty in the Union is
 * so much higher.
 */
export function dutyTerritoryOf(
  item: LodgedItem,
  declaration: LodgedDeclaration,
  law: TerritoryLaw,
): DutyTerritory {
  if (!comesToNorthernIreland(item)) return 'united-kingdom'
  const states = item.statementCodes.includes('NIREM') && isTrusted(item, declaration)
  return states && staysByItsDuties(item, law) ? 'united-kingdom' : 'european-union'
}

function isTrusted(
  { documents }: LodgedItem,
  { importer, authorisationHolders }: LodgedDeclaration,
): boolean {
  const shown = documents.some(
    ({ categoryCode, typeCode, id = '' }) =>
      categoryCode === '1' && typeCode === 'UKI' && UKIMS_NUMBER.test(id),
  )
  const holds = authorisationHolders.some(
    ({ categoryCode, id }) => categoryCode === 'UKIM' && id !== undefined && id === importer.id,
  )
  return shown && holds
}

/** A duty by quantity cannot be held against one by value, so such goods stay at risk. */
function staysByItsDuties(
  item: LodgedItem,
  { tariff, preferences, northernIreland, on }: TerritoryLaw,
): boolean {
  const code = item.commodityCode ?? ''
  const limit = northernIreland.atRiskFrom(on)
  const [kingdom, union] = [tariff, northernIreland.unionTariff].map((one) => one.lineFor(code, on))
  if (limit === undefined || kingdom === undefined || union === undefined) return false
  const rate = dutyRateOf(item, kingdom, { preferences, on })
  if (rate.specific !== undefined || union.specific !== undefined) return false
  const nothing = decimal('0')
  const difference = subtractDecimals(union.adValoremRate ?? nothing, rate.adValoremRate ?? nothing)
  return compareDecimals(difference, limit) < 0
}
