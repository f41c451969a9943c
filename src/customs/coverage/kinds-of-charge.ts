import type { BilingualText } from '../bilingual-text.ts'
import type { ChargeRule } from '../destination/charge-rule.ts'
import type { Destination, Regime } from '../destination/destination.ts'

/** What the file of a destination has a claim for. */
export type ClaimedKind = Destination['coverage'][number]['charge']

/** What coverage is told apart by: as claimed, and what follows from the tariff alone. */
export type CoverageKind = ClaimedKind | 'quotas' | 'prohibitions'

/** A kind of charge with its name. */
export interface NamedKind {
  readonly kind: CoverageKind
  readonly name: BilingualText
}

/** Every kind, in the order in which it is shown. */
export const coverageKinds: readonly NamedKind[] = [
  { kind: 'customs-duty', name: { en: 'Customs duty', zh: '关税' } },
  { kind: 'preferences', name: { en: 'Preferences', zh: '优惠税率' } },
  { kind: 'quotas', name: { en: 'Quotas', zh: '关税配额' } },
  {
    kind: 'trade-remedies',
    name: { en: 'Additional duties and trade remedies', zh: '附加关税与贸易救济' },
  },
  { kind: 'excise', name: { en: 'Excise', zh: '消费税' } },
  { kind: 'import-tax', name: { en: 'VAT or GST', zh: '增值税或商品及服务税' } },
  { kind: 'low-value', name: { en: 'Low value', zh: '小额' } },
  { kind: 'gifts', name: { en: 'Gifts', zh: '礼品' } },
  { kind: 'returned-goods', name: { en: 'Returned goods', zh: '复运进境货物' } },
  { kind: 'fees', name: { en: 'Fees', zh: '规费' } },
  { kind: 'prohibitions', name: { en: 'Prohibitions and licences', zh: '禁限与许可' } },
]

/** The charges of a regime that a kind speaks of; none where it speaks of ways of coming in. */
export const chargesOfKind: Readonly<Record<CoverageKind, readonly ChargeRule['kind'][]>> = {
  'customs-duty': ['customs-duty'],
  preferences: [],
  quotas: [],
  'trade-remedies': ['additional-duty'],
  excise: ['excise'],
  'import-tax': ['import-tax', 'sale-tax'],
  'low-value': [],
  gifts: [],
  'returned-goods': [],
  fees: ['fee'],
  prohibitions: [],
}

/** Whether a regime is one of the ways of coming in that a kind speaks of. */
export function isRegimeOfKind({ when }: Regime, kind: CoverageKind): boolean {
  switch (kind) {
    case 'low-value':
      return when.some(({ fact }) => fact === 'value')
    case 'gifts':
      return hasPurpose(when, 'gift')
    case 'returned-goods':
      return hasPurpose(when, 'returned-goods')
    default:
      return false
  }
}

function hasPurpose(when: Regime['when'], purpose: 'gift' | 'returned-goods'): boolean {
  return when.some((condition) => condition.fact === 'purpose' && condition.oneOf.includes(purpose))
}
