import { compare } from '../../money/money.ts'
import type { Declaration } from '../declaration.ts'
import type { GoodsItem } from '../goods-item.ts'
import { additionalProcedures, breachUnless, type DeclarationRule, itemsOf } from './rule.ts'
import { additionalProceduresAppendix, procedureCodesAppendix } from './rule-sources.ts'

/** Additional procedure of a gift from one private person to another. */
const GIFT = 'C08'

/** Additional procedures of goods that come back: relief from duty, and from duty and VAT. */
const returnedGoods: readonly string[] = ['F01', 'F05']

/** Requested and previous procedure of goods that were exported for good and come back. */
const RE_IMPORT = '6110'

/** Previous documents that show an export: its MRN, or another reference. */
const proofsOfExport: readonly string[] = ['MRN', 'ZZZ']

/** Rules about reliefs that go by why the goods travel: gifts and returned goods. */
export const reliefRules: readonly DeclarationRule[] = [
  {
    id: 'gift-within-limit',
    severity: 'error',
    dataElement: '1/11',
    asks: {
      en: 'Relief for gifts (C08) is claimed only for a consignment within the limit of value.',
      zh: '礼品免税（C08）仅限价值不超过限额的整票货物。',
    },
    source: additionalProceduresAppendix,
    dataSets: ['h1'],
    errorCodes: ['CDS40010'],
    needs: ['lowValue'],
    concerns: (declaration) => claims(declaration, [GIFT]),
    mend: {
      en: 'Declare the consignment without C08, and tax becomes due.',
      zh: '请不申报 C08，并缴纳税款。',
    },
    breaches(declaration, { lowValue }) {
      if (lowValue === undefined || !claims(declaration, [GIFT])) return []
      const { intrinsicValue, limit } = lowValue
      return breachUnless(compare(intrinsicValue, limit) <= 0, '/goodsShipment/goodsItems', {
        en: `The gift is worth ${intrinsicValue.amount} ${intrinsicValue.currency}, over the limit of ${limit.amount}.`,
        zh: `礼品价值${intrinsicValue.amount} ${intrinsicValue.currency}，超过限额${limit.amount}。`,
      })
    },
  },
  {
    id: 'gift-for-the-whole-consignment',
    severity: 'error',
    dataElement: '1/11',
    asks: {
      en: 'Relief for gifts (C08) is claimed for every item of the consignment.',
      zh: '礼品免税（C08）须对整票货物的每一项申报。',
    },
    source: additionalProceduresAppendix,
    dataSets: ['h1'],
    mend: {
      en: 'Declare C08 on every item: the limit is one for the consignment.',
      zh: '请在每一项申报 C08：限额按整票货物计算。',
    },
    breaches(declaration) {
      if (!claims(declaration, [GIFT])) return []
      return itemsOf(declaration).flatMap(({ item, path }) =>
        breachUnless(additionalProcedures(item).includes(GIFT), `${path}/governmentProcedures`, {
          en: `Item ${item.sequenceNumber} has not C08, other items have.`,
          zh: `第${item.sequenceNumber}项没有 C08，其他项有。`,
        }),
      )
    },
  },
  {
    id: 'returned-goods-procedure',
    severity: 'error',
    dataElement: '1/10 and 1/11',
    asks: {
      en: 'Relief for returned goods (F01, F05) and procedure 6110 are declared together.',
      zh: '退运货物免税（F01、F05）与程序 6110 须同时申报。',
    },
    source: procedureCodesAppendix,
    dataSets: ['h1'],
    errorCodes: ['CDS12050'],
    mend: {
      en: 'Declare 61 with 10 and F01 or F05, or neither.',
      zh: '请同时申报 61 与 10 以及 F01 或 F05，或都不申报。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        const isClaimed = additionalProcedures(item).some((code) => returnedGoods.includes(code))
        return breachUnless(
          isClaimed ? isReImport(item) : procedureOf(item) !== RE_IMPORT,
          `${path}/governmentProcedures`,
          {
            en: `Item ${item.sequenceNumber} declares only one of procedure 6110 and relief for returned goods.`,
            zh: `第${item.sequenceNumber}项只申报了程序 6110 和退运货物免税中的一个。`,
          },
        )
      }),
  },
  {
    id: 'returned-goods-exported-before',
    severity: 'error',
    dataElement: '2/1',
    asks: {
      en: 'Where procedure 6110 is declared, the export that it follows is named as a previous document.',
      zh: '申报程序 6110 的，须以前置单证指明此前的出口。',
    },
    source: procedureCodesAppendix,
    dataSets: ['h1'],
    mend: {
      en: 'Declare the MRN of the export (MRN), or another proof of it (ZZZ).',
      zh: '请申报出口的 MRN（MRN）或其他证明（ZZZ）。',
    },
    breaches(declaration) {
      const items = itemsOf(declaration)
      if (!items.some(({ item }) => procedureOf(item) === RE_IMPORT)) return []
      const documents = [
        ...(declaration.goodsShipment?.previousDocuments ?? []),
        ...items.flatMap(({ item }) => item.previousDocuments ?? []),
      ]
      return breachUnless(
        documents.some(({ typeCode = '' }) => proofsOfExport.includes(typeCode)),
        '/goodsShipment/previousDocuments',
        {
          en: 'Goods come back, and nothing names the export that they come back from.',
          zh: '货物复运进境，却没有指明此前的出口。',
        },
      )
    },
  },
]

function claims(declaration: Declaration, procedures: readonly string[]): boolean {
  return itemsOf(declaration).some(({ item }) =>
    additionalProcedures(item).some((code) => procedures.includes(code)),
  )
}

/** Temporary exports (`6123`) have the same reliefs. */
function isReImport(item: GoodsItem): boolean {
  return /^61(?:10|23)$/.test(procedureOf(item))
}

function procedureOf({ governmentProcedures = [] }: GoodsItem): string {
  const main = governmentProcedures.find(({ previousCode }) => previousCode !== undefined)
  return `${main?.currentCode ?? ''}${main?.previousCode ?? ''}`
}
