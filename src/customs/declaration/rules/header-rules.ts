import { declarationTypeParts } from '../declaration-type.ts'
import { isLrn } from '../lrn.ts'
import { breachUnless, type DeclarationRule, itemsOf } from './rule.ts'
import { dataSets, exportSets } from './data-set.ts'
import { importDataSets, importGuide } from './rule-sources.ts'

/** Rules about references, numbers and totals of the declaration as a whole. */
export const headerRules: readonly DeclarationRule[] = [
  {
    id: 'declaration-type-fits',
    severity: 'error',
    dataElement: '1/1, 1/2',
    asks: {
      en: 'The declaration is an original (function 9) of a type that CDS knows: IM, EX or CO with one letter.',
      zh: '申报为原始申报（功能代码9），类型为 IM、EX 或 CO 加一个字母。',
    },
    source: importGuide(1),
    dataSets,
    errorCodes: ['CDS12052', 'CDS11004'],
    mend: {
      en: 'Declare function 9 with IM, EX or CO and the letter of the additional type, such as IMA or IMD.',
      zh: '请申报功能代码9，以及 IM、EX 或 CO 加附加类型字母，例如 IMA 或 IMD。',
    },
    breaches(declaration, { lists, on, dataSet }) {
      const parts = declarationTypeParts(declaration)
      const way = exportSets.includes(dataSet) ? ['EX', 'CO'] : ['IM', 'CO']
      const fits =
        parts !== undefined &&
        (way.includes(parts.declarationType) || dataSet.startsWith('c21')) &&
        lists['declaration-types'].has(parts.additionalDeclarationType, on)
      const { functionCode, typeCode = 'nothing' } = declaration
      return breachUnless(fits, '/typeCode', {
        en: `Function ${functionCode} with type ${typeCode} is no declaration of the data set ${dataSet}.`,
        zh: `功能代码 ${functionCode} 与类型 ${typeCode} 不是数据集 ${dataSet} 的申报。`,
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
      const count = itemsOf(declaration).length
      const declared = declaration.goodsItemQuantity ?? count
      return breachUnless(declared === count && count > 0, '/goodsItemQuantity', {
        en: `${declared} goods items are declared, ${count} follow.`,
        zh: `申报的货物项数目为${declared}，实际有${count}项。`,
      })
    },
  },
  // CDS takes declarations without it, though the data sets have it as mandatory.
  {
    id: 'item-count-declared',
    severity: 'warning',
    dataElement: '1/9',
    asks: { en: 'The number of goods items is declared.', zh: '申报货物项数目。' },
    source: importDataSets,
    dataSets,
    errorCodes: ['CDS10001'],
    mend: { en: 'Declare the number of goods items that follow.', zh: '请申报随后货物项的数目。' },
    breaches: ({ goodsItemQuantity }) =>
      breachUnless(goodsItemQuantity !== undefined, '/goodsItemQuantity', {
        en: 'The number of goods items is not declared.',
        zh: '没有申报货物项数目。',
      }),
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
  // CDS takes another sum too: it does not compare. Goods of several items in one package: the package counts with one of them, the others have 0.
  {
    id: 'total-packages-agree',
    severity: 'warning',
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
]
