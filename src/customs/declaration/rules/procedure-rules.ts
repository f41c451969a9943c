import { dataSets, exportSets, importSets } from './data-set.ts'
import type { DataSet } from './data-set.ts'
import { itemRule } from './item-rule.ts'
import {
  additionalProcedures,
  breachUnless,
  type DeclarationRule,
  documentCodes,
  hasStatement,
} from './rule.ts'
import {
  additionalProceduresAppendix,
  errorCodeList,
  procedureCodesAppendix,
} from './rule-sources.ts'

/** Types of authorisation of which a procedure wants one, by its first two figures. */
const authorisationsOfProcedure: Readonly<Record<string, readonly string[]>> = {
  '51': ['IPO'],
  '53': ['TEA', 'TEAH'],
  '71': ['CW1', 'CW2', 'CWP', 'FP'],
  '21': ['OPO'],
  '22': ['OPO'],
}

/** By the simplified application (statement 00100) the declaration itself is the application. */
const SIMPLIFIED_APPLICATION = '00100'

function besideProcedure(
  id: string,
  severity: DeclarationRule['severity'],
  sets: readonly DataSet[],
  note: { readonly en: string; readonly zh: string },
): DeclarationRule {
  return itemRule(
    {
      id,
      severity,
      dataElement: '1/10 and 1/11',
      asks: {
        en: `An additional procedure is one that may stand beside the procedure${note.en}.`,
        zh: `附加程序须是可与海关程序并用的代码${note.zh}。`,
      },
      source: additionalProceduresAppendix,
      dataSets: sets,
      errorCodes: ['CDS12077', 'CDS12056', 'CDS12066', 'CDS12067'],
      mend: {
        en: 'Choose an additional procedure that the procedure permits, or another procedure.',
        zh: '请选择该海关程序允许的附加程序，或改用其他程序。',
      },
    },
    (item, path, { additionalProceduresBeside }) => {
      const { currentCode = '', previousCode = '' } = item.governmentProcedures?.[0] ?? {}
      const procedure = `${currentCode}${previousCode}`
      const permitted = additionalProceduresBeside.get(procedure)
      if (permitted === undefined) return []
      return additionalProcedures(item)
        .filter((code) => !permitted.has(code))
        .map((code) => ({
          path: `${path}/governmentProcedures`,
          message: {
            en: `Item ${item.sequenceNumber} has ${code}, which is not listed beside ${procedure}.`,
            zh: `第${item.sequenceNumber}项的 ${code} 未列于程序 ${procedure} 可并用的代码。`,
          },
        }))
    },
  )
}

/** Rules about procedures, and what they ask for elsewhere. */
export const procedureRules: readonly DeclarationRule[] = [
  itemRule(
    {
      id: 'procedures-declared',
      severity: 'error',
      dataElement: '1/10 and 1/11',
      asks: {
        en: 'Each item has requested and previous procedure once, and additional procedures, or 000 alone.',
        zh: '每一项申报一次所求程序与前置程序，以及附加程序；没有附加程序时只申报 000。',
      },
      source: procedureCodesAppendix,
      dataSets,
      errorCodes: ['CDS12050', 'CDS12149', 'CDS12104', 'CDS12024'],
      mend: {
        en: 'Declare requested and previous procedure once, such as 40 with 00, then each additional procedure once, or 000 alone.',
        zh: '请申报一次所求程序与前置程序（如 40 与 00），然后逐一申报附加程序；没有附加程序时只申报 000。',
      },
    },
    (item, path) => {
      const [procedure, ...others] = item.governmentProcedures ?? []
      const additional = additionalProcedures(item)
      const isProcedure = [procedure?.currentCode, procedure?.previousCode].every((code) =>
        /^\d{2}$/.test(code ?? ''),
      )
      const isAloneOr = !additional.includes('000') || additional.length === 1
      const isOnceEach = new Set(additional).size === others.length
      return breachUnless(
        isProcedure && others.length > 0 && isOnceEach && isAloneOr,
        `${path}/governmentProcedures`,
        {
          en: `Procedure and additional procedures of item ${item.sequenceNumber} are not complete, or 000 is not alone.`,
          zh: `第${item.sequenceNumber}项的海关程序和附加程序不完整，或 000 未单独申报。`,
        },
      )
    },
  ),
  besideProcedure('additional-procedure-beside-export', 'error', [...exportSets, 'c21e'], {
    en: '',
    zh: '',
  }),
  // The list of imports at hand is an older edition, so what it lacks may have come since.
  besideProcedure('additional-procedure-beside-import', 'warning', importSets, {
    en: ', as far as the list at hand goes',
    zh: '（以现有代码表为准）',
  }),
  {
    id: 'super-reduced-on-every-item',
    severity: 'error',
    dataElement: '1/11',
    asks: {
      en: '1H7 is declared on every item of the super-reduced data set, and in no other.',
      zh: '1H7 须在超简数据集的每一项申报，且不得用于其他数据集。',
    },
    source: errorCodeList,
    dataSets: importSets,
    errorCodes: ['CDS12152'],
    mend: { en: 'Declare 1H7 on every item, or on none.', zh: '请在每一项申报 1H7，或都不申报。' },
    breaches: ({ goodsShipment }, { dataSet }) =>
      (goodsShipment?.goodsItems ?? []).flatMap((item, index) =>
        breachUnless(
          additionalProcedures(item).includes('1H7') === (dataSet === 'h7'),
          `/goodsShipment/goodsItems/${index}/governmentProcedures`,
          {
            en: `Item ${item.sequenceNumber} and the data set ${dataSet} differ about 1H7.`,
            zh: `第${item.sequenceNumber}项与数据集 ${dataSet} 在 1H7 上不一致。`,
          },
        ),
      ),
  },
  {
    id: 'one-category',
    severity: 'error',
    dataElement: '1/10',
    asks: {
      en: 'All items have requested procedures of one data set.',
      zh: '各项的所求程序须属于同一数据集。',
    },
    source: errorCodeList,
    dataSets: ['h2', 'h3', 'h4'],
    errorCodes: ['CDS11005'],
    mend: {
      en: 'Declare goods for different procedures in declarations of their own.',
      zh: '不同程序的货物请分别申报。',
    },
    breaches({ goodsShipment }) {
      const items = goodsShipment?.goodsItems ?? []
      const first = items[0]?.governmentProcedures?.[0]?.currentCode
      return items.flatMap((item, index) =>
        breachUnless(
          item.governmentProcedures?.[0]?.currentCode === first,
          `/goodsShipment/goodsItems/${index}/governmentProcedures`,
          {
            en: `Item ${item.sequenceNumber} has another procedure than the first.`,
            zh: `第${item.sequenceNumber}项的程序与第1项不同。`,
          },
        ),
      )
    },
  },
  {
    id: 'procedure-authorised',
    severity: 'error',
    dataElement: '1/10 and 3/39',
    asks: {
      en: 'A special procedure rests on an authorisation, or on the statement 00100 that applies for one.',
      zh: '特殊程序须有授权，或以声明 00100 申请。',
    },
    source: procedureCodesAppendix,
    dataSets: ['h2', 'h3', 'h4', 'b2'],
    errorCodes: ['CDS12120', 'CDS12096'],
    mend: {
      en: 'Declare the holder of the authorisation, or state 00100.',
      zh: '请申报授权持有人，或声明 00100。',
    },
    breaches({ goodsShipment, authorisationHolders = [] }) {
      const held = authorisationHolders.map(({ categoryCode = '' }) => categoryCode)
      return (goodsShipment?.goodsItems ?? []).flatMap((item, index) => {
        const wanted = authorisationsOfProcedure[item.governmentProcedures?.[0]?.currentCode ?? '']
        const isHeld = wanted === undefined || wanted.some((type) => held.includes(type))
        return breachUnless(
          isHeld || hasStatement(item, SIMPLIFIED_APPLICATION),
          `/goodsShipment/goodsItems/${index}/governmentProcedures/0`,
          {
            en: `The procedure of item ${item.sequenceNumber} wants an authorisation: ${(wanted ?? []).join(' or ')}.`,
            zh: `第${item.sequenceNumber}项的程序须有授权：${(wanted ?? []).join(' 或 ')}。`,
          },
        )
      })
    },
  },
  itemRule(
    {
      id: 'returned-goods-evidenced',
      severity: 'warning',
      dataElement: '1/11 and 2/3',
      asks: {
        en: 'Relief for returned goods (F01, F05) comes with a document about their export.',
        zh: '退运货物减免（F01、F05）须附其出口的单证。',
      },
      source: additionalProceduresAppendix,
      dataSets: ['h1'],
      errorCodes: ['CDS40045'],
      mend: {
        en: 'Declare the export declaration or another proof of export as a document.',
        zh: '请申报出口报关单或其他出口证明。',
      },
    },
    (item, path) => {
      const isReturned = additionalProcedures(item).some((code) => ['F01', 'F05'].includes(code))
      return breachUnless(
        !isReturned || documentCodes(item).length > 0,
        `${path}/additionalDocuments`,
        {
          en: `Item ${item.sequenceNumber} claims returned goods relief without any document.`,
          zh: `第${item.sequenceNumber}项申请退运货物减免，但没有单证。`,
        },
      )
    },
  ),
]
