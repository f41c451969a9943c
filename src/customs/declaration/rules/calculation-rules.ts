import { compare, isPositive, type Money } from '../../money/money.ts'
import type { Declaration } from '../declaration.ts'
import type { GoodsItem } from '../goods-item.ts'
import {
  type Breach,
  breachUnless,
  type DeclarationRule,
  documentCodes,
  itemsOf,
  type RuleContext,
} from './rule.ts'
import { errorCodeList, importGuide } from './rule-sources.ts'
import type { QuotedItem } from './quoted-item.ts'

interface ItemBesideQuote {
  readonly item: GoodsItem
  readonly path: string
  readonly quoted: QuotedItem
}

/** Every item with what our calculation makes of it. */
function besideQuote(
  declaration: Declaration,
  { quotedItems = [] }: RuleContext,
  breaches: (pair: ItemBesideQuote) => readonly Breach[],
): readonly Breach[] {
  return itemsOf(declaration).flatMap(({ item, path }) => {
    const quoted = quotedItems.find(({ itemNumber }) => itemNumber === item.sequenceNumber)
    return quoted === undefined ? [] : breaches({ item, path, quoted })
  })
}

/** Import VAT that is not paid at the border is not declared with the item either. */
function accountsForVat({ goodsShipment }: Declaration): boolean {
  return [goodsShipment, ...(goodsShipment?.goodsItems ?? [])].some((level) =>
    level?.taxParties?.some(({ roleCode }) => roleCode === 'FR1'),
  )
}

const text = ({ amount, currency }: Money): string => `${amount} ${currency}`

/** Rules that hold the declaration against our own calculation of its duties. */
export const calculationRules: readonly DeclarationRule[] = [
  {
    id: 'documents-of-measures-declared',
    severity: 'error',
    dataElement: '2/3',
    asks: {
      en: 'Where the measures of the tariff ask for one of several documents, one of them is declared.',
      zh: '税则措施要求若干单证之一的，须申报其中之一。',
    },
    source: errorCodeList,
    dataSets: ['h1', 'h5'],
    errorCodes: ['CDS40045', 'CDS40066'],
    needs: ['quotedItems'],
    mend: {
      en: 'Declare the licence or certificate, or the code that says why the measure is not meant for the goods.',
      zh: '请申报许可证或证书，或说明该措施不适用于货物的代码。',
    },
    breaches: (declaration, context) =>
      besideQuote(declaration, context, ({ item, path, quoted }) => {
        const declared = documentCodes(item)
        return quoted.documentsAsked
          .filter(({ documents }) => !documents.some(({ code }) => declared.includes(code)))
          .map(({ name, documents }) => {
            const codes = documents.map(({ code }) => code)
            return {
              path: `${path}/additionalDocuments`,
              message: {
                en: `Item ${item.sequenceNumber} is under a control (${name.en}) and names none of ${codes.join(', ')}.`,
                zh: `第${item.sequenceNumber}项受管制（${name.zh}），未申报 ${codes.join('、')} 之一。`,
              },
            }
          })
      }),
  },
  {
    id: 'preference-as-calculated',
    severity: 'warning',
    dataElement: '4/17',
    asks: {
      en: 'The preference is the one that our own calculation of the duty goes by.',
      zh: '优惠代码与我方关税计算所依据的一致。',
    },
    source: importGuide(4),
    dataSets: ['h1', 'h5'],
    errorCodes: ['CDS12077'],
    needs: ['quotedItems'],
    mend: {
      en: 'Check which preference is meant, and quote the case again.',
      zh: '请核对所申请的优惠，并重新报价。',
    },
    breaches: (declaration, context) =>
      besideQuote(declaration, context, ({ item, path, quoted }) => {
        const claims = (item.commodity?.dutyTaxFees ?? []).flatMap(
          ({ dutyRegimeCode }) => dutyRegimeCode ?? [],
        )
        return breachUnless(
          claims.every((claim) => claim === quoted.preferenceCode),
          `${path}/commodity/dutyTaxFees`,
          {
            en: `Item ${item.sequenceNumber} claims ${claims.join(', ')}; the duty was worked out with ${quoted.preferenceCode}.`,
            zh: `第${item.sequenceNumber}项申请 ${claims.join('、')}，而关税按 ${quoted.preferenceCode} 计算。`,
          },
        )
      }),
  },
  {
    id: 'taxes-as-calculated',
    severity: 'warning',
    dataElement: '4/3',
    asks: {
      en: 'Each tax that our own calculation charges at import is declared, unless VAT is accounted for in the return.',
      zh: '我方计算的每项进口税款均须申报，在增值税申报表中核算的除外。',
    },
    source: importGuide(4),
    dataSets: ['h1', 'h5'],
    errorCodes: ['CDS40011'],
    needs: ['quotedItems'],
    mend: {
      en: 'Declare the tax type with its method of payment, or quote the case again.',
      zh: '请申报该税种及其缴税方式，或重新报价。',
    },
    breaches: (declaration, context) =>
      besideQuote(declaration, context, ({ item, path, quoted }) => {
        const declared = (item.commodity?.dutyTaxFees ?? []).map(({ typeCode }) => typeCode)
        const isVatElsewhere = accountsForVat(declaration)
        return quoted.taxes
          .filter(({ taxType }) => !(isVatElsewhere && taxType.startsWith('B')))
          .filter(({ taxType, amount }) => isPositive(amount) && !declared.includes(taxType))
          .map(({ taxType, amount }) => ({
            path: `${path}/commodity/dutyTaxFees`,
            message: {
              en: `Our calculation charges item ${item.sequenceNumber} ${text(amount)} of ${taxType}, which is not declared.`,
              zh: `我方计算第${item.sequenceNumber}项应缴 ${taxType} ${text(amount)}，但未申报该税种。`,
            },
          }))
      }),
  },
  {
    id: 'amounts-as-calculated',
    severity: 'warning',
    dataElement: '4/6 and 4/7',
    asks: {
      en: 'A tax amount that the declaration states is that of our own calculation.',
      zh: '申报所填的税额与我方计算一致。',
    },
    source: importGuide(4),
    dataSets: ['h1', 'h5'],
    needs: ['quotedItems'],
    mend: {
      en: 'Compare the rate, the value and the additional codes; one of the two is wrong.',
      zh: '请比对税率、完税价格和附加码；两者之一有误。',
    },
    breaches: (declaration, context) =>
      besideQuote(declaration, context, ({ item, path, quoted }) =>
        (item.commodity?.dutyTaxFees ?? []).flatMap(({ typeCode, payment }, index) => {
          const stated = payment?.payable ?? payment?.taxAssessed
          const ours = quoted.taxes.find(({ taxType }) => taxType === typeCode)?.amount
          if (stated === undefined || ours === undefined) return []
          return breachUnless(
            stated.currency === ours.currency && compare(stated, ours) === 0,
            `${path}/commodity/dutyTaxFees/${index}/payment`,
            {
              en: `Item ${item.sequenceNumber} states ${text(stated)} of ${typeCode ?? ''}; our calculation makes it ${text(ours)}.`,
              zh: `第${item.sequenceNumber}项申报 ${typeCode ?? ''} 为 ${text(stated)}，我方计算为 ${text(ours)}。`,
            },
          )
        }),
      ),
  },
]
