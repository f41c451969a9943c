import type { Consignment } from '../consignment/consignment.ts'
import { isUkVatNumber } from '../order/uk-registration.ts'
import { failure, type Failure, type Result, success } from '../result.ts'

/**
 * Who accounts for the VAT on goods of low value to Northern Ireland. The super-reduced data set has
 * no tax, so somebody has to outside of it.
 */
export type NorthernIrelandVat =
  | { readonly kind: 'one-stop-shop'; readonly registration: string }
  | { readonly kind: 'charged-at-sale'; readonly registration: string }
  | { readonly kind: 'customer'; readonly vatNumber: string }

/** `IM` and ten digits: a registration in the import one stop shop. */
const ONE_STOP_SHOP = /^IM\d{10}$/

/** Who accounts for the VAT, or the failure where nobody does. */
export function northernIrelandVat({
  saleVat,
  parties: { buyer },
}: Consignment): Result<NorthernIrelandVat> {
  const vatNumber =
    buyer.vatNumber !== undefined && isUkVatNumber(buyer.vatNumber) ? buyer.vatNumber : undefined
  if (saleVat === undefined) {
    return vatNumber === undefined
      ? failure(nobodyAccounts)
      : success({ kind: 'customer', vatNumber })
  }
  const { registration } = saleVat
  if (isUkVatNumber(registration)) return success({ kind: 'charged-at-sale', registration })
  if (!ONE_STOP_SHOP.test(registration)) return failure(noRegistration(registration))
  return vatNumber === undefined
    ? success({ kind: 'one-stop-shop', registration })
    : failure(notToBusinesses)
}

const nobodyAccounts: Failure = {
  code: 'fact-missing',
  path: '/saleVat',
  message:
    'Nobody accounts for the VAT: H7 has no import VAT, so it is charged at sale (in the import one stop shop or under a UK VAT number), or the buyer is registered for VAT.',
  mend: "State the VAT that was charged at sale, or the buyer's UK VAT number.",
  zh: {
    message:
      '无人核算增值税：H7 不含进口增值税，须在销售时收取（通过进口一站式服务或英国增值税号），或由已登记增值税的买方核算。',
    mend: '请填写销售时收取的增值税，或买方的英国增值税号。',
  },
}

const notToBusinesses: Failure = {
  code: 'invalid-input',
  path: '/saleVat/registration',
  message: 'The import one stop shop is for sales to consumers; this buyer is registered for VAT.',
  mend: 'Remove the VAT charged at sale, or the VAT number if the buyer did not give it to the seller.',
  zh: {
    message: '进口一站式服务仅适用于售予消费者；该买方已登记增值税。',
    mend: '请删除销售时收取的增值税；买方未向卖方提供增值税号的，请删除该号码。',
  },
}

function noRegistration(registration: string): Failure {
  return {
    code: 'invalid-input',
    path: '/saleVat/registration',
    message: `${registration} is neither a number of the import one stop shop nor a UK VAT number.`,
    mend: 'State IM and ten digits, or GB and nine digits.',
    zh: {
      message: `${registration} 既非进口一站式服务号码，也非英国增值税号。`,
      mend: '请填写 IM 加十位数字，或 GB 加九位数字。',
    },
  }
}
