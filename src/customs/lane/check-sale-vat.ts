import type { Consignment } from '../consignment/consignment.ts'
import { cite, type Laws } from '../law/law.ts'
import { isUkVatNumber } from '../order/uk-registration.ts'
import type { Failure } from '../result.ts'

/** Whether VAT that is said to have been charged at sale can be shown to customs as UK VAT. */
export function checkSaleVat({ saleVat }: Consignment): readonly Failure[] {
  if (saleVat === undefined || isUkVatNumber(saleVat.registration)) return []
  return [
    {
      code: 'invalid-input',
      path: '/saleVat/registration',
      message: `${saleVat.registration} is no UK VAT registration, so it shows no UK VAT charged at sale.`,
      mend: 'State the UK VAT number of the seller or marketplace (GB and nine digits), or remove the VAT charged at sale.',
      zh: {
        message: `${saleVat.registration} 不是英国增值税号，不能证明销售时已收取英国增值税。`,
        mend: '请填写卖方或平台的英国增值税号（GB 加九位数字），或删除销售时收取的增值税。',
      },
    },
  ]
}

/**
 * On a low-value sale to a VAT-registered business the buyer accounts for VAT itself, so neither
 * import VAT nor VAT at sale would be right. No lane here declares that.
 *
 * @law Value Added Tax Act 1994, section 7AA, in force from 31 December 2020
 */
export function checkReverseCharge(consignment: Consignment, laws: Laws): readonly Failure[] {
  const { buyer } = consignment.parties
  const isRegistered = buyer.vatNumber !== undefined && isUkVatNumber(buyer.vatNumber)
  if (!isRegistered || consignment.saleVat !== undefined) return []
  return [
    {
      code: 'not-covered',
      path: '/parties/buyer/vatNumber',
      message:
        'A VAT-registered buyer accounts for VAT on a low-value consignment itself; that is not covered.',
      mend: 'Clear this consignment outside this program, or remove the VAT number if the buyer did not give it to the seller.',
      law: cite(laws, 'gb-low-value-vat-business-customer').title,
      zh: {
        message: '已登记增值税的买方须自行核算低价值货物的增值税；目前尚不支持。',
        mend: '请在本系统之外办理此票货物的清关；买方未向卖方提供增值税号的，请删除该号码。',
      },
    },
  ]
}
