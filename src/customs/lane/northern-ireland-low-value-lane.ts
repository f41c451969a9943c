import type { Consignment } from '../consignment/consignment.ts'
import { cite, type LawReference, type Laws, type Reason } from '../law/law.ts'
import { moneyText } from '../money/money-text.ts'
import type { Money } from '../money/money.ts'
import type { LaneDecision, LaneNotTaken } from './lane-decision.ts'
import type { NorthernIrelandVat } from './northern-ireland-vat.ts'

/** What the reasons of the lane speak of. */
interface LowValueFacts {
  readonly consignment: Consignment
  readonly laws: Laws
  readonly vat: NorthernIrelandVat
  readonly intrinsicValue: Money
  readonly limit: Money
  /** The law of the relief. */
  readonly law: LawReference
}

/**
 * The super-reduced data set (H7) of goods of low value to Northern Ireland from outside the United
 * Kingdom and the European Union: relief from customs duty (C07), with F48 where the seller is in the
 * import one stop shop.
 */
export function northernIrelandLowValueLane(facts: LowValueFacts): LaneDecision {
  const { vat, intrinsicValue, limit } = facts
  return {
    lane: 'ni-h7',
    dataSet: 'H7',
    procedure: '4000',
    additionalProcedures: vat.kind === 'one-stop-shop' ? ['1H7', 'C07', 'F48'] : ['1H7', 'C07'],
    statements: ['NIIMP'],
    customsDuty: 'relieved',
    vat: vat.kind === 'customer' ? 'customer-accounts' : 'charged-at-sale',
    intrinsicValue,
    threshold: limit,
    reasons: [whyReduced(facts), whyDutyIsRelieved(facts), whoAccountsForVat(facts)],
    notTaken: notTaken(facts),
  }
}

function whyReduced({ laws, consignment }: LowValueFacts): Reason {
  const { country } = consignment.shipFrom
  return {
    text: {
      en: `The goods come from ${country} to Northern Ireland, which has the super reduced data set (1H7).`,
      zh: `货物由${country}运往北爱尔兰，可使用超简数据集（1H7）。`,
    },
    law: cite(laws, 'gb-ni-reduced-data-set'),
  }
}

function whyDutyIsRelieved({ intrinsicValue, limit, law }: LowValueFacts): Reason {
  return {
    text: {
      en: `The goods alone cost ${moneyText(intrinsicValue)}, not over ${moneyText(limit)} for the consignment, so customs duty is relieved (C07).`,
      zh: `整票货物本身价格${moneyText(intrinsicValue)}，未超过${moneyText(limit)}，免征关税（C07）。`,
    },
    law,
  }
}

function whoAccountsForVat({ vat, laws }: LowValueFacts): Reason {
  switch (vat.kind) {
    case 'one-stop-shop':
      return {
        text: {
          en: `VAT was charged at sale in the import one stop shop under ${vat.registration} (F48, FR5), so no import VAT is due.`,
          zh: `已在销售时通过进口一站式服务以${vat.registration}收取增值税（F48、FR5），无须缴纳进口增值税。`,
        },
        law: cite(laws, 'gb-ni-import-one-stop-shop'),
      }
    case 'charged-at-sale':
      return {
        text: {
          en: `UK VAT was charged at sale under ${vat.registration}; H7 has no import VAT.`,
          zh: `已在销售时以${vat.registration}收取英国增值税；H7 不含进口增值税。`,
        },
        law: cite(laws, 'gb-low-value-vat-place-of-supply'),
      }
    case 'customer':
      return {
        text: {
          en: `The buyer, registered under ${vat.vatNumber}, accounts for the VAT on its return (FR2).`,
          zh: `买方以${vat.vatNumber}登记，在申报表中核算增值税（FR2）。`,
        },
        law: cite(laws, 'gb-low-value-vat-business-customer'),
      }
  }
}

function notTaken({ laws }: LowValueFacts): readonly LaneNotTaken[] {
  return [
    {
      lane: 'ni-h1',
      why: {
        en: 'A full declaration would ask for origin, net mass and taxes that need not be stated for goods of low value.',
        zh: '完整申报会要求低价值货物无须填写的原产地、净重和税种。',
      },
      law: cite(laws, 'gb-ni-duty'),
    },
    {
      lane: 'gb-h1-low-value',
      why: {
        en: 'The relief of Great Britain does not reach goods that are delivered to Northern Ireland.',
        zh: '大不列颠的减免不适用于运往北爱尔兰的货物。',
      },
      law: cite(laws, 'gb-low-value-duty-relief'),
    },
  ]
}
