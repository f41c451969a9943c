import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { Destination } from '../destination/destination.ts'
import type { LoadedTariff } from '../landed-cost/landed-cost-book.ts'
import { chaptersHeld, holdsEveryChapter } from '../nomenclature/chapters-held.ts'
import { editionOn, type IndexedNomenclature } from '../nomenclature/nomenclature.ts'
import type { GapSubject } from './coverage-gap.ts'
import type { CoverageKind } from './kinds-of-charge.ts'
import { rulesOfKind, rulesOn } from './rules-of-kind.ts'

/** How far something is covered, the most first. */
export const coverageStates = ['covered', 'partly', 'not-covered'] as const

/** How far something is covered, see {@link coverageStates}. */
export type CoverageState = (typeof coverageStates)[number]

/** What the data allow at most, and why not more. */
export interface Limit {
  readonly state: CoverageState
  readonly note: BilingualText
  /** Absent where it concerns all goods and charges of the kind. */
  readonly about?: GapSubject
}

/** What coverage is worked out from. */
export interface CoverageFacts {
  readonly destination: Destination
  readonly tariff: LoadedTariff | undefined
  readonly on: LocalDate
}

/** Why a kind of charge is covered no further, as far as it is the tariff that says so. */
export function limitsOfTariff(kind: CoverageKind, facts: CoverageFacts): readonly Limit[] {
  switch (kind) {
    case 'customs-duty':
      return goesByTariff(facts) ? limitsOfGoods(facts) : []
    case 'preferences':
      return goesByTariff(facts) && facts.tariff === undefined ? [noPreferences] : []
    case 'quotas':
      if (!bearsDuty(facts)) return []
      return [facts.tariff === undefined ? noQuotas : noBalances]
    case 'trade-remedies':
      return wantsProgrammes(facts) && facts.tariff?.stackOn === undefined ? [noProgrammes] : []
    case 'prohibitions':
      return [noControls]
    default:
      return []
  }
}

/** Whether duty on goods of every kind follows the tariff, and not a rate of the regime. */
function goesByTariff({ destination, on }: CoverageFacts): boolean {
  return rulesOn(rulesOfKind(destination, 'customs-duty'), on, 'charged').some(
    ({ charge }) =>
      charge?.rate.from === 'tariff' && !charge.when?.some(({ fact }) => fact === 'goods'),
  )
}

function bearsDuty({ destination, on }: CoverageFacts): boolean {
  return rulesOn(rulesOfKind(destination, 'customs-duty'), on, 'charged').length > 0
}

function wantsProgrammes({ destination, on }: CoverageFacts): boolean {
  return rulesOn(rulesOfKind(destination, 'trade-remedies'), on, 'charged').some(
    ({ charge }) => charge?.rate.from === 'programmes',
  )
}

function limitsOfGoods(facts: CoverageFacts): readonly Limit[] {
  const { tariff, on } = facts
  if (tariff === undefined) return [noTariff]
  const within = editionOn(tariff.nomenclature, on)
  if (within === undefined) {
    const { standIn } = tariff
    return standIn === undefined
      ? [beforeTheFirst(tariff, on)]
      : limitsOfGoods({ ...facts, tariff: standIn })
  }
  return holdsEveryChapter(within) ? [] : [someGoods(within)]
}

function partly(en: string, zh: string): Limit {
  return { state: 'partly', note: { en, zh } }
}

const noTariff = partly(
  'The tariff is not loaded: the rate of duty of the goods is asked for.',
  '尚未载入税则：须填写货物的关税税率。',
)

const noPreferences: Limit = {
  state: 'not-covered',
  note: {
    en: 'Without the tariff no preference is known.',
    zh: '未载入税则，因此没有优惠税率的资料。',
  },
}

const noQuotas: Limit = {
  state: 'not-covered',
  note: { en: 'Without the tariff no quota is known.', zh: '未载入税则，因此没有关税配额的资料。' },
}

const noBalances: Limit = {
  ...partly(
    'Quotas that the loaded tariff states are offered; what is left in them is not known.',
    '列出已载入税则所载的关税配额；配额余量未知。',
  ),
  about: { of: 'quotas-offered' },
}

const noProgrammes: Limit = {
  state: 'not-covered',
  note: {
    en: 'The programmes of additional duties are not loaded with this tariff.',
    zh: '此税则未载入附加关税项目。',
  },
}

const noControls: Limit = {
  state: 'not-covered',
  note: {
    en: 'Prohibitions, licences and other controls are not checked; only those that the tariff states are named.',
    zh: '不核查禁限、许可及其他监管要求；仅列出税则所载的措施。',
  },
}

function someGoods(within: IndexedNomenclature): Limit {
  const { edition, codes } = within
  const chapters = chaptersHeld(within)
  return {
    ...partly(
      `The loaded tariff ${edition.id} holds ${codes.length} codes of ${chapters} chapters; for other goods the rate of duty is asked for.`,
      `已载入的税则 ${edition.id} 含 ${chapters} 章的 ${codes.length} 个编码；其他货物须填写关税税率。`,
    ),
    about: { of: 'goods-not-in-tariff' },
  }
}

function beforeTheFirst({ nomenclature }: LoadedTariff, on: LocalDate): Limit {
  const first = nomenclature.editions.at(-1)?.edition.validFrom ?? ''
  return {
    state: 'not-covered',
    note: {
      en: `The first edition of the tariff that is loaded holds from ${first}; ${on} is before it.`,
      zh: `已载入的最早税则版本自 ${first} 起有效；${on} 在此之前。`,
    },
  }
}
