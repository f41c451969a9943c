import { compareDecimals, decimal } from '../../money/decimal.ts'
import { characterCount } from '../../xml/character-count.ts'
import { fullImportSets, valuedImportSets } from './data-set.ts'
import { itemRule } from './item-rule.ts'
import { breachUnless, type DeclarationRule, documentCodes } from './rule.ts'
import { errorCodeList, importGuide } from './rule-sources.ts'

const ZERO = decimal('0')

/** Rules about what the goods are and how they are packed. */
export const goodsItemRules: readonly DeclarationRule[] = [
  // Only form is judged here; whether a description is too vague is decided when goods are classified.
  itemRule(
    {
      id: 'description-declared',
      severity: 'error',
      dataElement: '6/8',
      asks: {
        en: 'The goods are described in one line of at most 512 characters.',
        zh: '以一行、不超过512个字符描述货物。',
      },
      source: importGuide(6),
      dataSets: fullImportSets,
      errorCodes: ['CDS10001'],
      mend: {
        en: 'Describe the goods in one line of at most 512 characters.',
        zh: '请用一行、不超过512个字符描述货物。',
      },
    },
    ({ sequenceNumber, commodity }, path) => {
      const description = commodity?.description ?? ''
      return breachUnless(
        description.trim() !== '' &&
          characterCount(description) <= 512 &&
          !/[\n\r]/.test(description),
        `${path}/commodity/description`,
        {
          en: `The description of item ${sequenceNumber} is empty, too long or has several lines.`,
          zh: `第${sequenceNumber}项的货物描述为空、过长或有多行。`,
        },
      )
    },
  ),
  itemRule(
    {
      id: 'commodity-code-complete',
      severity: 'error',
      dataElement: '6/14 and 6/15',
      asks: {
        en: 'The commodity code has eight digits and two more.',
        zh: '商品编码为八位加两位数字。',
      },
      source: importGuide(6),
      dataSets: valuedImportSets,
      errorCodes: ['CDS10004', 'CDS40059'],
      mend: {
        en: 'Declare eight digits as TSP and the last two as TRC.',
        zh: '请将前八位申报为 TSP，后两位申报为 TRC。',
      },
    },
    ({ sequenceNumber, commodity }, path) => {
      const codeOf = (type: string): string =>
        commodity?.classifications?.find(({ typeCode }) => typeCode === type)?.code ?? ''
      return breachUnless(
        /^\d{8}$/.test(codeOf('TSP')) && /^\d{2}$/.test(codeOf('TRC')),
        `${path}/commodity/classifications`,
        {
          en: `The commodity code of item ${sequenceNumber} has not ten digits.`,
          zh: `第${sequenceNumber}项的商品编码不是十位数字。`,
        },
      )
    },
  ),
  itemRule(
    {
      id: 'masses-plausible',
      severity: 'error',
      dataElement: '6/1 and 6/5',
      asks: {
        en: 'The net mass is above nothing and not above the gross mass.',
        zh: '净重大于零且不超过毛重。',
      },
      source: importGuide(6),
      dataSets: valuedImportSets,
      errorCodes: ['CDS11006', 'CDS12123', 'CDS10021'],
      mend: {
        en: 'Declare a net mass above nothing, and a gross mass not below it.',
        zh: '请申报大于零的净重，且毛重不得小于净重。',
      },
    },
    ({ sequenceNumber, commodity }, path) => {
      const gross = commodity?.goodsMeasure?.grossMass?.value ?? ZERO
      const net = commodity?.goodsMeasure?.netMass?.value ?? ZERO
      return breachUnless(
        compareDecimals(net, ZERO) > 0 && compareDecimals(gross, net) >= 0,
        `${path}/commodity/goodsMeasure`,
        {
          en: `Item ${sequenceNumber} has a net mass of ${net} kg and a gross mass of ${gross} kg.`,
          zh: `第${sequenceNumber}项净重${net}千克，毛重${gross}千克。`,
        },
      )
    },
  ),
  itemRule(
    {
      id: 'origin-declared',
      severity: 'error',
      dataElement: '5/15',
      asks: {
        en: 'The country of origin is declared: the non-preferential one, or the one that a preference goes by.',
        zh: '申报原产国：非优惠原产国，或优惠所依据的原产国。',
      },
      source: importGuide(5),
      dataSets: ['h1'],
      errorCodes: ['CDS10001'],
      mend: {
        en: 'Declare the country of non-preferential origin with type 1.',
        zh: '请以类型1申报非优惠原产国。',
      },
    },
    ({ sequenceNumber, origins = [], commodity }, path) => {
      const claim = commodity?.dutyTaxFees?.find((fee) => fee.dutyRegimeCode)?.dutyRegimeCode
      const isPreference = claim !== undefined && !claim.startsWith('1')
      return breachUnless(
        origins.some(
          ({ countryCode, typeCode }) =>
            (typeCode === '1' && /^[A-Z]{2}$/.test(countryCode ?? '')) ||
            (typeCode === '2' && isPreference),
        ),
        `${path}/origins`,
        {
          en: `Item ${sequenceNumber} has no country of origin.`,
          zh: `第${sequenceNumber}项没有原产国。`,
        },
      )
    },
  ),
  // Codes 1xx claim nothing that depends on origin, for example suspension; all others need a proof.
  itemRule(
    {
      id: 'preference-proved',
      severity: 'error',
      dataElement: '4/17, 5/16 and 2/3',
      asks: {
        en: 'A preference is claimed with the preferential origin and its proof.',
        zh: '申请优惠须申报优惠原产国及其证明。',
      },
      source: importGuide(4),
      dataSets: ['h1'],
      errorCodes: ['CDS12077', 'CDS40045'],
      mend: {
        en: 'Claim 100 (no preference), or declare the preferential origin and its proof.',
        zh: '请申报 100（不享受优惠税率），或申报优惠原产国及其原产地证明。',
      },
    },
    (item, path, { proofsOfOrigin }) => {
      const preference = item.commodity?.dutyTaxFees?.find(
        (fee) => fee.dutyRegimeCode,
      )?.dutyRegimeCode
      const at = `${path}/commodity/dutyTaxFees`
      if (preference === undefined) {
        return [
          {
            path: at,
            message: {
              en: `Item ${item.sequenceNumber} declares no preference code.`,
              zh: `第${item.sequenceNumber}项没有申报优惠代码。`,
            },
          },
        ]
      }
      if (preference.startsWith('1')) return []
      const hasOrigin = item.origins?.some(({ typeCode }) => typeCode === '2') ?? false
      const hasProof = documentCodes(item).some((code) => proofsOfOrigin.includes(code))
      return breachUnless(hasOrigin && hasProof, at, {
        en: `Item ${item.sequenceNumber} claims preference ${preference} without origin or proof.`,
        zh: `第${item.sequenceNumber}项申请优惠 ${preference}，但缺少优惠原产国或原产地证明。`,
      })
    },
  ),
  itemRule(
    {
      id: 'packages-declared',
      severity: 'error',
      dataElement: '6/9, 6/10 and 6/11',
      asks: { en: 'Packages have kind, number and marks.', zh: '申报包装的种类、件数和唛头。' },
      source: importGuide(6),
      dataSets: [...valuedImportSets, 'h2', 'h3'],
      errorCodes: ['CDS10001', 'CDS12058'],
      mend: {
        en: 'Declare kind, number and marks of the packages.',
        zh: '请申报包装的种类、件数和唛头。',
      },
    },
    ({ sequenceNumber, packagings = [] }, path) =>
      breachUnless(
        packagings.length > 0 &&
          packagings.every(
            ({ typeCode, packageQuantity, marksAndNumbers }) =>
              /^[A-Z0-9]{2}$/.test(typeCode ?? '') &&
              packageQuantity !== undefined &&
              (marksAndNumbers ?? '').trim() !== '',
          ),
        `${path}/packagings`,
        {
          en: `The packages of item ${sequenceNumber} are not complete.`,
          zh: `第${sequenceNumber}项的包装资料不完整。`,
        },
      ),
  ),
  itemRule(
    {
      id: 'document-status-declared',
      severity: 'error',
      dataElement: '2/3',
      asks: {
        en: 'A document that has a status is declared with its status code.',
        zh: '有状态的单证须申报状态代码。',
      },
      source: importGuide(2),
      dataSets: fullImportSets,
      errorCodes: ['CDS77002'],
      mend: {
        en: 'Say by the status code whether the document is attached, kept or lodged before.',
        zh: '请用状态代码说明单证是随附、留存还是此前已提交。',
      },
    },
    ({ sequenceNumber, additionalDocuments = [] }, path, { documentsWithStatus }) =>
      additionalDocuments.flatMap(({ categoryCode = '', typeCode = '', statusCode }, index) => {
        const code = `${categoryCode}${typeCode}`
        return breachUnless(
          statusCode !== undefined || !documentsWithStatus.includes(code),
          `${path}/additionalDocuments/${index}/statusCode`,
          {
            en: `Document ${code} of item ${sequenceNumber} has no status code.`,
            zh: `第${sequenceNumber}项的单证 ${code} 没有状态代码。`,
          },
        )
      }),
  ),
  itemRule(
    {
      id: 'one-preferential-origin',
      severity: 'error',
      dataElement: '5/16',
      asks: {
        en: 'An item has one preferential origin: a country or a group of countries.',
        zh: '每一项只有一个优惠原产地：国家或国家组之一。',
      },
      source: errorCodeList,
      dataSets: fullImportSets,
      errorCodes: ['CDS12083'],
      mend: { en: 'Leave one origin of type 2.', zh: '请只保留一个类型2的原产地。' },
    },
    ({ sequenceNumber, origins = [] }, path) =>
      breachUnless(
        origins.filter(({ typeCode }) => typeCode === '2').length <= 1,
        `${path}/origins`,
        {
          en: `Item ${sequenceNumber} has several preferential origins.`,
          zh: `第${sequenceNumber}项有多个优惠原产地。`,
        },
      ),
  ),
]
