import { localDate } from '../../calendar/local-date.ts'
import { dataSets, importSets } from './data-set.ts'
import { itemRule } from './item-rule.ts'
import { breachUnless, type DeclarationRule, documentCodes, hasStatement, itemsOf } from './rule.ts'
import { errorCodeList } from './rule-sources.ts'

/** Methods of payment that draw on a deferment account: payment and security. */
const defermentMethods: readonly string[] = ['E', 'R']

/** Preferences within a tariff quota have an order number: 120, 123, 220, 325 and so on. */
const QUOTA_PREFERENCE = /^[1-4]2\d$/

/** Rules about taxes, amounts and quotas of goods items. */
export const taxRules: readonly DeclarationRule[] = [
  {
    id: 'deferment-account-used',
    severity: 'error',
    dataElement: '2/6 and 4/8',
    asks: {
      en: 'A deferment account is declared only where some tax is deferred.',
      zh: '有税款延期支付时才申报延期付款账户。',
    },
    source: errorCodeList,
    dataSets: importSets,
    errorCodes: ['CDS12102'],
    mend: {
      en: 'Pay some tax by E or R, or leave out the account.',
      zh: '请以 E 或 R 缴付税款，或不申报账户。',
    },
    breaches(declaration) {
      const accounts = (declaration.additionalDocuments ?? []).filter(
        ({ typeCode }) => typeCode === 'DAN',
      )
      const methods = itemsOf(declaration)
        .flatMap(({ item }) => item.commodity?.dutyTaxFees ?? [])
        .flatMap(({ payment }) => payment?.methodCode ?? [])
      const isUsed = methods.length === 0 || methods.some((code) => defermentMethods.includes(code))
      return breachUnless(accounts.length === 0 || isUsed, '/additionalDocuments', {
        en: 'A deferment account is declared, and no tax is deferred.',
        zh: '申报了延期付款账户，但没有税款延期支付。',
      })
    },
  },
  {
    id: 'deferment-document-used',
    severity: 'error',
    dataElement: '2/3 and 4/8',
    asks: {
      en: 'The deferment authorisation C506 is declared only where some tax is deferred.',
      zh: '有税款延期支付时才申报延期付款授权 C506。',
    },
    source: errorCodeList,
    dataSets: importSets,
    errorCodes: ['CDS12148'],
    mend: {
      en: 'Pay some tax by E or R, or leave out C506.',
      zh: '请以 E 或 R 缴付税款，或不申报 C506。',
    },
    breaches(declaration) {
      const methods = itemsOf(declaration)
        .flatMap(({ item }) => item.commodity?.dutyTaxFees ?? [])
        .flatMap(({ payment }) => payment?.methodCode ?? [])
      const isUsed = methods.length === 0 || methods.some((code) => defermentMethods.includes(code))
      return itemsOf(declaration).flatMap(({ item, path }) =>
        breachUnless(
          isUsed || !documentCodes(item).includes('C506'),
          `${path}/additionalDocuments`,
          {
            en: `Item ${item.sequenceNumber} names C506, and no tax is deferred.`,
            zh: `第${item.sequenceNumber}项申报了 C506，但没有税款延期支付。`,
          },
        ),
      )
    },
  },
  itemRule(
    {
      id: 'tax-amounts-in-sterling',
      severity: 'error',
      dataElement: '4/6 and 4/7',
      asks: {
        en: 'Tax amounts are in GBP.',
        zh: '税额须以 GBP 申报。',
      },
      source: errorCodeList,
      dataSets,
      errorCodes: ['CDS12111'],
      mend: { en: 'State the tax in GBP.', zh: '请以 GBP 填写税额。' },
    },
    ({ sequenceNumber, commodity }, path) =>
      (commodity?.dutyTaxFees ?? []).flatMap(({ payment }, index) =>
        breachUnless(
          [payment?.taxAssessed, payment?.payable].every(
            (amount) => amount === undefined || amount.currency === 'GBP',
          ),
          `${path}/commodity/dutyTaxFees/${index}/payment`,
          {
            en: `A tax of item ${sequenceNumber} is not stated in GBP.`,
            zh: `第${sequenceNumber}项的税额不是以 GBP 申报。`,
          },
        ),
      ),
  ),
  itemRule(
    {
      id: 'manual-tax-stated',
      severity: 'error',
      dataElement: '2/2, 4/6 and 4/7',
      asks: {
        en: 'A tax amount that the trader works out comes with the statement OVR01.',
        zh: '由贸易商自行计算的税额须附声明 OVR01。',
      },
      source: errorCodeList,
      dataSets,
      errorCodes: ['CDS12139'],
      mend: {
        en: 'State OVR01 on the item, or leave the amounts to customs.',
        zh: '请在该项声明 OVR01，或由海关计算税额。',
      },
    },
    (item, path) => {
      const isManual = (item.commodity?.dutyTaxFees ?? []).some(
        ({ payment }) => payment?.taxAssessed !== undefined || payment?.payable !== undefined,
      )
      return breachUnless(
        !isManual || hasStatement(item, 'OVR01'),
        `${path}/additionalInformation`,
        {
          en: `Item ${item.sequenceNumber} states a tax amount without OVR01.`,
          zh: `第${item.sequenceNumber}项申报了税额，但没有声明 OVR01。`,
        },
      )
    },
  ),
  itemRule(
    {
      id: 'quota-with-preference',
      severity: 'error',
      dataElement: '4/17 and 8/1',
      asks: {
        en: 'A quota order number stands only beside a preference within a quota, such as 120 or 320.',
        zh: '关税配额号只能与配额类优惠代码（如 120、320）一并申报。',
      },
      source: errorCodeList,
      dataSets: importSets,
      errorCodes: ['CDS12110'],
      mend: {
        en: 'Choose the preference of the quota, or leave out the order number.',
        zh: '请选择配额类优惠代码，或不申报配额号。',
      },
    },
    ({ sequenceNumber, commodity }, path) => {
      const fees = commodity?.dutyTaxFees ?? []
      const claims = fees.flatMap(({ dutyRegimeCode }) => dutyRegimeCode ?? [])
      const hasOrder = fees.some(({ quotaOrderNumber }) => quotaOrderNumber !== undefined)
      return breachUnless(
        !hasOrder || claims.some((code) => QUOTA_PREFERENCE.test(code)),
        `${path}/commodity/dutyTaxFees`,
        {
          en: `Item ${sequenceNumber} has a quota order number beside preference ${claims.join(', ')}.`,
          zh: `第${sequenceNumber}项在优惠代码 ${claims.join('、')} 旁申报了配额号。`,
        },
      )
    },
  ),
  itemRule(
    {
      id: 'quota-of-the-united-kingdom',
      severity: 'error',
      dataElement: '8/1',
      asks: {
        en: 'Quotas of the European Union (09) are not claimed.',
        zh: '不得申请欧盟关税配额（09 开头）。',
      },
      source: errorCodeList,
      dataSets: importSets,
      errorCodes: ['CDS12144'],
      validFrom: localDate('2021-01-01'),
      mend: {
        en: 'Use a quota of the United Kingdom (05).',
        zh: '请使用英国关税配额（05 开头）。',
      },
    },
    ({ sequenceNumber, commodity }, path) =>
      (commodity?.dutyTaxFees ?? []).flatMap(({ quotaOrderNumber = '' }, index) =>
        breachUnless(
          !quotaOrderNumber.startsWith('09'),
          `${path}/commodity/dutyTaxFees/${index}/quotaOrderNumber`,
          {
            en: `Item ${sequenceNumber} claims the quota ${quotaOrderNumber} of the European Union.`,
            zh: `第${sequenceNumber}项申请了欧盟配额 ${quotaOrderNumber}。`,
          },
        ),
      ),
  ),
]
