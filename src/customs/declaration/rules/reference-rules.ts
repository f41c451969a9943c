import { declarationTypeParts } from '../declaration-type.ts'
import type { Declaration } from '../declaration.ts'
import type { PreviousDocument } from '../element.ts'
import { isDucr } from '../ucr.ts'
import { dataSets, exportSets, importSets } from './data-set.ts'
import { breachUnless, type DeclarationRule, itemsOf } from './rule.ts'
import { errorCodeList, exportGuide, importGuide } from './rule-sources.ts'

/** Master references: `A:` air, `C:` and `GB/` with a code of four or an EORI, then the reference. */
const MUCR =
  /^(A:[A-Z0-9]{3,33}|C:[A-Z]{3}[A-Z0-9]{3,30}|GB\/[A-Z0-9]{4}-[0-9A-Z:()/-]{1,28}|GB\/\d{12}-[0-9A-Z:()/-]{1,19})$/
/** Supplementary declarations may stand for several consignments, under a reference of their own. */
const supplementaryTypes: readonly string[] = ['X', 'Y', 'Z']

interface PlacedDocument {
  readonly document: PreviousDocument
  readonly path: string
}

function previousDocumentsOf(declaration: Declaration): readonly PlacedDocument[] {
  const header = declaration.goodsShipment?.previousDocuments ?? []
  return [
    ...header.map((document, index) => ({
      document,
      path: `/goodsShipment/previousDocuments/${index}`,
    })),
    ...itemsOf(declaration).flatMap(({ item, path }) =>
      (item.previousDocuments ?? []).map((document, index) => ({
        document,
        path: `${path}/previousDocuments/${index}`,
      })),
    ),
  ]
}

function ofType(declaration: Declaration, typeCode: string): readonly PlacedDocument[] {
  return previousDocumentsOf(declaration).filter(({ document }) => document.typeCode === typeCode)
}

function isSupplementary(declaration: Declaration): boolean {
  const parts = declarationTypeParts(declaration)
  return supplementaryTypes.includes(parts?.additionalDeclarationType ?? '')
}

/** Rules about references to the consignment and to what was lodged before. */
export const referenceRules: readonly DeclarationRule[] = [
  {
    id: 'ducr-form',
    severity: 'error',
    dataElement: '2/1',
    asks: {
      en: 'A declaration consignment reference (DUCR) has its form; supplementary declarations may have one of their own.',
      zh: '申报唯一货物编号（DUCR）须符合格式；补充申报可用自有编号。',
    },
    source: importGuide(2),
    dataSets,
    errorCodes: ['CDS12132', 'CDS12134', 'CDS50001', 'CDS50008'],
    mend: {
      en: 'Write the last digit of the year, the EORI, a hyphen and your own reference; 35 characters at most.',
      zh: '请填写年份末位数字、EORI 号码、连字符和自编参考号，最多35个字符。',
    },
    breaches: (declaration) =>
      isSupplementary(declaration)
        ? []
        : ofType(declaration, 'DCR').flatMap(({ document: { id = '' }, path }) =>
            breachUnless(isDucr(id), `${path}/id`, {
              en: `"${id}" is no declaration consignment reference.`,
              zh: `“${id}”不是有效的申报唯一货物编号（DUCR）。`,
            }),
          ),
  },
  {
    id: 'ducr-declared',
    severity: 'warning',
    dataElement: '2/1',
    asks: {
      en: 'An import bears one declaration consignment reference (DUCR); a licence cannot be used without.',
      zh: '进口申报应有一个申报唯一货物编号（DUCR）；使用许可证的必须有。',
    },
    source: importGuide(2),
    dataSets: ['h1', 'h2', 'h3', 'h4', 'h5'],
    errorCodes: ['CDS77003'],
    mend: {
      en: 'Declare one DUCR as previous document DCR.',
      zh: '请以前置单证 DCR 申报一个 DUCR。',
    },
    breaches(declaration) {
      const count = ofType(declaration, 'DCR').length
      return breachUnless(
        count === 1 || isSupplementary(declaration),
        '/goodsShipment/previousDocuments',
        {
          en: `${count} references of type DCR are declared, one should be.`,
          zh: `申报了${count}个 DCR 类型的参考号，应为一个。`,
        },
      )
    },
  },
  {
    id: 'ducr-on-export',
    severity: 'error',
    dataElement: '2/1',
    asks: {
      en: 'An export bears a declaration consignment reference (DUCR).',
      zh: '出口申报须有申报唯一货物编号（DUCR）。',
    },
    source: exportGuide(2),
    dataSets: [...exportSets, 'c21e'],
    errorCodes: ['CDS12108'],
    mend: { en: 'Declare the DUCR as previous document DCR.', zh: '请以前置单证 DCR 申报 DUCR。' },
    breaches: (declaration) =>
      breachUnless(ofType(declaration, 'DCR').length > 0, '/goodsShipment/previousDocuments', {
        en: 'No declaration consignment reference is declared.',
        zh: '没有申报唯一货物编号（DUCR）。',
      }),
  },
  {
    id: 'mucr-form',
    severity: 'error',
    dataElement: '2/1',
    asks: {
      en: 'A master consignment reference (MUCR) has its form.',
      zh: '主唯一货物编号（MUCR）须符合格式。',
    },
    source: importGuide(2),
    dataSets,
    errorCodes: ['CDS12133', 'CDS12134'],
    mend: {
      en: 'Write A: and the air waybill, or GB/, the code of the port system or the EORI, a hyphen and the reference.',
      zh: '请填写 A: 加空运单号，或 GB/ 加港口系统代码或 EORI 号码、连字符和参考号。',
    },
    breaches: (declaration) =>
      ofType(declaration, 'MCR').flatMap(({ document: { id = '' }, path }) =>
        breachUnless(id.length <= 35 && MUCR.test(id), `${path}/id`, {
          en: `"${id}" is no master consignment reference.`,
          zh: `“${id}”不是有效的主唯一货物编号（MUCR）。`,
        }),
      ),
  },
  {
    id: 'mucr-once',
    severity: 'error',
    dataElement: '2/1',
    asks: {
      en: 'An import has at most one master consignment reference (MUCR), at the header.',
      zh: '进口申报最多在表头申报一个主唯一货物编号（MUCR）。',
    },
    source: errorCodeList,
    dataSets: [...importSets, 'c21i', 'c21i-eidr-nop', 'birds'],
    errorCodes: ['CDS12137'],
    mend: {
      en: 'Leave one reference of type MCR, at the header.',
      zh: '请只在表头保留一个 MCR 参考号。',
    },
    breaches: (declaration) =>
      breachUnless(ofType(declaration, 'MCR').length <= 1, '/goodsShipment/previousDocuments', {
        en: 'More than one master consignment reference is declared.',
        zh: '申报了多个主唯一货物编号（MUCR）。',
      }),
  },
  {
    id: 'records-entry-dated',
    severity: 'error',
    dataElement: '2/1',
    asks: {
      en: "The previous document CLE has the day of the entry in the declarant's records, eight digits.",
      zh: '前置单证 CLE 的编号为申报人账册登记日期，八位数字。',
    },
    source: errorCodeList,
    dataSets,
    errorCodes: ['CDS12156'],
    mend: { en: 'Write the day as YYYYMMDD.', zh: '请以 YYYYMMDD 填写日期。' },
    breaches: (declaration) =>
      ofType(declaration, 'CLE').flatMap(({ document: { id = '' }, path }) =>
        breachUnless(/^20\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(id), `${path}/id`, {
          en: `"${id}" is no day of an entry in the records.`,
          zh: `“${id}”不是账册登记日期。`,
        }),
      ),
  },
  {
    id: 'acceptance-within-180-days',
    severity: 'error',
    dataElement: 'acceptance date (WCO 023)',
    asks: {
      en: 'The acceptance that a supplementary declaration states is not in the future and at most 180 days past.',
      zh: '补充申报所述的受理日期不得晚于当日，且不早于180天前。',
    },
    source: errorCodeList,
    dataSets,
    errorCodes: ['CDS12016'],
    mend: {
      en: 'State the day on which the goods were accepted; ask customs where it is longer past.',
      zh: '请填写货物的受理日期；超过期限的请联系海关。',
    },
    needs: ['lodgedOn'],
    concerns: ({ acceptedAt }) => acceptedAt !== undefined,
    breaches({ acceptedAt }, { lodgedOn }) {
      if (acceptedAt === undefined || lodgedOn === undefined) return []
      const days = (Date.parse(lodgedOn) - Date.parse(acceptedAt.slice(0, 10))) / 86_400_000
      return breachUnless(days >= 0 && days <= 180, '/acceptedAt', {
        en: `The acceptance of ${acceptedAt.slice(0, 10)} is not within 180 days before ${lodgedOn}.`,
        zh: `受理日期 ${acceptedAt.slice(0, 10)} 不在 ${lodgedOn} 之前180天内。`,
      })
    },
  },
]
