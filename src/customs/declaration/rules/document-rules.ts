import { dataSets } from './data-set.ts'
import { itemRule } from './item-rule.ts'
import { breachUnless, type DeclarationRule, hasStatement, itemsOf } from './rule.ts'
import { errorCodeList, importGuide } from './rule-sources.ts'

/** Stated where an amendment corrects a value that was too low. */
const AMENDMENT_ONLY = 'UVC01'

/** Rules about documents and statements of goods items. */
export const documentRules: readonly DeclarationRule[] = [
  itemRule(
    {
      id: 'document-reason-stated',
      severity: 'error',
      dataElement: '2/3',
      asks: {
        en: 'A document status that says why a document is not at hand comes with a reason.',
        zh: '说明单证未随附原因的状态代码须附理由。',
      },
      source: importGuide(2),
      dataSets,
      errorCodes: ['CDS77005'],
      mend: {
        en: 'State the reason in the name of the document, at most 35 characters.',
        zh: '请在单证名称中写明理由，最多35个字符。',
      },
    },
    ({ sequenceNumber, additionalDocuments = [] }, path, { codesWithReason: { statuses } }) =>
      additionalDocuments.flatMap(({ statusCode = '', name, id }, index) =>
        breachUnless(
          !statuses.has(statusCode) || name !== undefined || id !== undefined,
          `${path}/additionalDocuments/${index}/name`,
          {
            en: `A document of item ${sequenceNumber} has status ${statusCode} without a reason.`,
            zh: `第${sequenceNumber}项有单证状态为 ${statusCode}，但没有理由。`,
          },
        ),
      ),
  ),
  itemRule(
    {
      id: 'document-once',
      severity: 'error',
      dataElement: '2/3',
      asks: {
        en: 'A document is declared once on an item: no code stands twice with the same reference.',
        zh: '同一项内每份单证只申报一次：同一代码不得以同一编号重复。',
      },
      source: errorCodeList,
      dataSets,
      errorCodes: ['CDS71200', 'CDS12151', 'CDS12024'],
      mend: { en: 'Leave out the second one.', zh: '请删除重复的单证。' },
    },
    ({ sequenceNumber, additionalDocuments = [] }, path) => {
      const seen = new Set<string>()
      return additionalDocuments.flatMap(({ categoryCode = '', typeCode = '', id = '' }, index) => {
        const key = `${categoryCode}${typeCode} ${id}`
        if (!seen.has(key)) {
          seen.add(key)
          return []
        }
        return breachUnless(false, `${path}/additionalDocuments/${index}`, {
          en: `Item ${sequenceNumber} declares the document ${key} twice.`,
          zh: `第${sequenceNumber}项重复申报了单证 ${key}。`,
        })
      })
    },
  ),
  itemRule(
    {
      id: 'document-identified',
      severity: 'warning',
      dataElement: '2/3',
      asks: {
        en: 'A document has its number, or a name that says why it has none.',
        zh: '单证须有编号，或以名称说明没有编号的原因。',
      },
      source: importGuide(2),
      dataSets,
      errorCodes: ['CDS77000', 'CDS12068'],
      mend: { en: 'State the number of the document.', zh: '请填写单证编号。' },
    },
    ({ sequenceNumber, additionalDocuments = [] }, path) =>
      additionalDocuments.flatMap(({ categoryCode = '', typeCode = '', id, name }, index) =>
        breachUnless(
          (id ?? '').trim() !== '' || (name ?? '').trim() !== '',
          `${path}/additionalDocuments/${index}/id`,
          {
            en: `Document ${categoryCode}${typeCode} of item ${sequenceNumber} has neither number nor name.`,
            zh: `第${sequenceNumber}项的单证 ${categoryCode}${typeCode} 既无编号也无名称。`,
          },
        ),
      ),
  ),
  {
    id: 'amendment-statement-later',
    severity: 'error',
    dataElement: '2/2',
    asks: {
      en: 'UVC01 is stated on amendments only.',
      zh: 'UVC01 只能在修改申请中声明。',
    },
    source: errorCodeList,
    dataSets,
    errorCodes: ['CDS12147'],
    mend: {
      en: 'Leave out UVC01; an amendment may state it later.',
      zh: '请删除 UVC01，可在以后的修改申请中声明。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) =>
        breachUnless(!hasStatement(item, AMENDMENT_ONLY), `${path}/additionalInformation`, {
          en: `Item ${item.sequenceNumber} of an original declaration states UVC01.`,
          zh: `原始申报的第${item.sequenceNumber}项声明了 UVC01。`,
        }),
      ),
  },
  {
    id: 'document-status-consistent',
    severity: 'error',
    dataElement: '2/3',
    asks: {
      en: 'One document has the same status wherever the declaration names it.',
      zh: '同一单证在整份申报中的状态须一致。',
    },
    source: errorCodeList,
    dataSets,
    errorCodes: ['CDS71201'],
    mend: { en: 'Give the document one status code.', zh: '请为该单证申报同一状态代码。' },
    breaches(declaration) {
      const statuses = new Map<string, string>()
      return itemsOf(declaration).flatMap(({ item, path }) =>
        (item.additionalDocuments ?? []).flatMap((document, index) => {
          const { categoryCode = '', typeCode = '', id, statusCode = '' } = document
          if (id === undefined) return []
          const key = `${categoryCode}${typeCode} ${id}`
          const first = statuses.get(key) ?? statusCode
          statuses.set(key, first)
          return breachUnless(
            first === statusCode,
            `${path}/additionalDocuments/${index}/statusCode`,
            {
              en: `The document ${key} has the status ${first} and the status ${statusCode}.`,
              zh: `单证 ${key} 的状态既为 ${first} 又为 ${statusCode}。`,
            },
          )
        }),
      )
    },
  },
  // CDS asks it of licences; which documents are licences its list does not tell.
  {
    id: 'counted-before-on-supplementary',
    severity: 'warning',
    dataElement: '1/2 and 2/3',
    asks: {
      en: 'The status EA (counted on the simplified declaration) is for supplementary declarations.',
      zh: '状态 EA（已计入简易申报）只用于补充申报。',
    },
    source: errorCodeList,
    dataSets,
    errorCodes: ['CDS71262'],
    mend: {
      en: 'Choose the status that says how the document is used here.',
      zh: '请选择说明本次使用情况的状态。',
    },
    breaches(declaration) {
      if (/^(IM|EX|CO)[XYZ]$/.test(declaration.typeCode ?? '')) return []
      return itemsOf(declaration).flatMap(({ item, path }) =>
        (item.additionalDocuments ?? []).flatMap(({ statusCode }, index) =>
          breachUnless(statusCode !== 'EA', `${path}/additionalDocuments/${index}/statusCode`, {
            en: `A document of item ${item.sequenceNumber} was counted before, though nothing was lodged before.`,
            zh: `第${item.sequenceNumber}项的单证标明已计入此前申报，但此前没有申报。`,
          }),
        ),
      )
    },
  },
]
