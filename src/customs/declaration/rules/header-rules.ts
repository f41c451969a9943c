import { declarationTypeParts } from '../declaration-type.ts'
import { isLrn } from '../lrn.ts'
import { isDucr } from '../ucr.ts'
import { breachUnless, type DeclarationRule, itemsOf } from './rule.ts'
import { dataSets } from './data-set.ts'
import { importGuide } from './rule-sources.ts'

/** Rules about references, numbers and totals of the declaration as a whole. */
export const headerRules: readonly DeclarationRule[] = [
  {
    id: 'original-import-declaration',
    severity: 'error',
    dataElement: '1/1, 1/2',
    asks: {
      en: 'A full import declaration has function 9 and type IMA, or IMD before the goods arrive.',
      zh: '完整的进口报关单为功能代码9，类型为 IMA，货物到港前为 IMD。',
    },
    source: importGuide(1),
    dataSets: ['h1'],
    errorCodes: ['CDS12052'],
    mend: {
      en: 'Declare function 9 with IMA for goods that have arrived, or IMD before arrival.',
      zh: '货物已到港的申报功能代码9和 IMA，到港前的申报功能代码9和 IMD。',
    },
    breaches(declaration) {
      const parts = declarationTypeParts(declaration)
      const isImport =
        parts?.declarationType === 'IM' && ['A', 'D'].includes(parts.additionalDeclarationType)
      const { functionCode, typeCode = 'nothing' } = declaration
      return breachUnless(isImport, '/typeCode', {
        en: `Function ${functionCode} with type ${typeCode} is no full import declaration.`,
        zh: `功能代码 ${functionCode} 与类型 ${typeCode} 不是完整的进口报关单。`,
      })
    },
  },
  {
    id: 'lrn-form',
    severity: 'error',
    dataElement: '2/5',
    asks: {
      en: 'The local reference number has at most 22 letters, digits and the characters . _ / -',
      zh: '本地参考号（LRN）最多22个字母、数字及字符 . _ / -。',
    },
    source: importGuide(2),
    dataSets,
    errorCodes: ['CDS10010'],
    mend: {
      en: 'Use at most 22 letters, digits and the characters . _ / -',
      zh: '最多使用22个字母、数字及字符 . _ / -。',
    },
    breaches: ({ lrn = '' }) =>
      breachUnless(isLrn(lrn), '/lrn', {
        en: `"${lrn}" cannot be a local reference number.`,
        zh: `“${lrn}”不能作为本地参考号（LRN）。`,
      }),
  },
  {
    id: 'item-count-agrees',
    severity: 'error',
    dataElement: '1/9',
    asks: {
      en: 'The number of goods items is that of the items that follow.',
      zh: '申报的货物项数目与实际项数一致。',
    },
    source: importGuide(1),
    dataSets,
    errorCodes: ['CDS11003', 'CDS12022'],
    mend: { en: 'Declare the number of goods items that follow.', zh: '请申报随后货物项的数目。' },
    breaches(declaration) {
      const declared = declaration.goodsItemQuantity
      const count = itemsOf(declaration).length
      return breachUnless(declared === count && count > 0, '/goodsItemQuantity', {
        en: `${declared ?? 'No number of'} goods items are declared, ${count} follow.`,
        zh: `申报的货物项数目为${declared ?? '空'}，实际有${count}项。`,
      })
    },
  },
  {
    id: 'item-numbers-run',
    severity: 'error',
    dataElement: '1/6',
    asks: {
      en: 'Goods items are numbered 1, 2, 3 without gaps.',
      zh: '货物项按 1、2、3 连续编号。',
    },
    source: importGuide(1),
    dataSets,
    errorCodes: ['CDS12022', 'CDS12024'],
    mend: {
      en: 'Number the goods items 1, 2, 3 without gaps.',
      zh: '请将货物项按 1、2、3 连续编号。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }, index) =>
        breachUnless(item.sequenceNumber === index + 1, `${path}/sequenceNumber`, {
          en: `The item in place ${index + 1} bears the number ${item.sequenceNumber}.`,
          zh: `排在第${index + 1}位的货物项编号为${item.sequenceNumber}。`,
        }),
      ),
  },
  // Goods of several items in one package: the package counts with one of them, the others have 0.
  {
    id: 'total-packages-agree',
    severity: 'error',
    dataElement: '6/18',
    asks: {
      en: 'The total of packages is the sum of the packages of all items.',
      zh: '总件数为各项件数之和。',
    },
    source: importGuide(6),
    dataSets: ['h1'],
    errorCodes: ['CDS10020'],
    mend: {
      en: 'Declare the sum of the packages of all items; goods in a package counted before have 0.',
      zh: '请申报所有货物项件数之和；与前项同包装的货物件数填0。',
    },
    breaches(declaration) {
      const sum = itemsOf(declaration)
        .flatMap(({ item }) => item.packagings ?? [])
        .reduce((total, { packageQuantity = 0 }) => total + packageQuantity, 0)
      const declared = declaration.totalPackageQuantity
      return breachUnless(declared === sum, '/totalPackageQuantity', {
        en: `${declared ?? 'No'} packages are declared in all, the items have ${sum}.`,
        zh: `申报的总件数为${declared ?? '空'}，各项合计${sum}件。`,
      })
    },
  },
  // Later questions about the status go by this reference, so there must be exactly one.
  {
    id: 'ducr-form',
    severity: 'error',
    dataElement: '2/1',
    asks: {
      en: 'One declaration consignment reference (DUCR) is declared, in its form.',
      zh: '恰好申报一个格式正确的申报唯一货物编号（DUCR）。',
    },
    source: importGuide(2),
    dataSets: ['h1'],
    errorCodes: ['CDS12132'],
    mend: {
      en: 'Give one DUCR: last digit of the year, EORI, hyphen, own reference; 35 characters at most.',
      zh: '请填写一个 DUCR：年份末位数字、EORI 号码、连字符和自编参考号，最多35个字符。',
    },
    breaches({ goodsShipment }) {
      const documents = goodsShipment?.previousDocuments ?? []
      const ducrs = documents.filter(({ typeCode }) => typeCode === 'DCR')
      const path = '/goodsShipment/previousDocuments'
      if (ducrs.length !== 1) {
        return [
          {
            path,
            message: {
              en: `${ducrs.length} references of type DCR are declared, one must be.`,
              zh: `申报了${ducrs.length}个 DCR 类型的参考号，必须恰好一个。`,
            },
          },
        ]
      }
      const id = ducrs[0]?.id ?? ''
      return breachUnless(isDucr(id), path, {
        en: `"${id}" is no declaration consignment reference.`,
        zh: `“${id}”不是有效的申报唯一货物编号（DUCR）。`,
      })
    },
  },
]
