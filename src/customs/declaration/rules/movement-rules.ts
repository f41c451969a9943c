import type { Declaration } from '../declaration.ts'
import { dataSets, importSets } from './data-set.ts'
import { itemRule } from './item-rule.ts'
import { breachUnless, type DeclarationRule, documentCodes, hasStatement, itemsOf } from './rule.ts'
import { errorCodeList } from './rule-sources.ts'

/** Statements that say how goods move into or out of Northern Ireland. */
const movements: readonly string[] = ['NIIMP', 'NIDOM', 'NIEXP']

function isAnywhere(declaration: Declaration, statement: string): boolean {
  return itemsOf(declaration).some(({ item }) => hasStatement(item, statement))
}

/** One of the movements is stated of every item or of none. */
function onEveryItem(statement: string, errorCode: string): DeclarationRule {
  return {
    id: `${statement.toLowerCase()}-on-every-item`,
    severity: 'error',
    dataElement: '2/2',
    asks: {
      en: `The movement ${statement} is stated of every item or of none.`,
      zh: `移动声明 ${statement} 须在每一项声明，或都不声明。`,
    },
    source: errorCodeList,
    dataSets,
    errorCodes: [errorCode],
    mend: { en: `Declare ${statement} on every item.`, zh: `请在每一项声明 ${statement}。` },
    breaches: (declaration) =>
      isAnywhere(declaration, statement)
        ? itemsOf(declaration).flatMap(({ item, path }) =>
            breachUnless(hasStatement(item, statement), `${path}/additionalInformation`, {
              en: `Item ${item.sequenceNumber} does not state ${statement}, other items do.`,
              zh: `第${item.sequenceNumber}项没有声明 ${statement}，其他项有。`,
            }),
          )
        : [],
  }
}

/** A statement about goods in Northern Ireland that only stands beside how they move there. */
function besideMovement(statement: string, errorCode: string): DeclarationRule {
  return itemRule(
    {
      id: `${statement.toLowerCase()}-with-movement`,
      severity: 'error',
      dataElement: '2/2',
      asks: {
        en: `${statement} stands beside NIIMP or NIDOM on the same item.`,
        zh: `${statement} 须与同一项的 NIIMP 或 NIDOM 一并声明。`,
      },
      source: errorCodeList,
      dataSets,
      errorCodes: [errorCode],
      mend: {
        en: 'State how the goods come to Northern Ireland: NIIMP from abroad, NIDOM from Great Britain.',
        zh: '请声明货物如何进入北爱尔兰：来自境外为 NIIMP，来自大不列颠为 NIDOM。',
      },
    },
    (item, path) =>
      breachUnless(
        !hasStatement(item, statement) ||
          hasStatement(item, 'NIIMP') ||
          hasStatement(item, 'NIDOM'),
        `${path}/additionalInformation`,
        {
          en: `Item ${item.sequenceNumber} states ${statement} without NIIMP or NIDOM.`,
          zh: `第${item.sequenceNumber}项声明了 ${statement}，但没有 NIIMP 或 NIDOM。`,
        },
      ),
  )
}

/** Rules about goods that move into, out of or within Northern Ireland. */
export const movementRules: readonly DeclarationRule[] = [
  {
    id: 'one-movement',
    severity: 'error',
    dataElement: '2/2',
    asks: {
      en: 'A declaration does not state both NIDOM and NIIMP.',
      zh: '同一申报不得同时声明 NIDOM 和 NIIMP。',
    },
    source: errorCodeList,
    dataSets,
    errorCodes: ['CDS12141'],
    mend: {
      en: 'Declare goods from Great Britain and goods from abroad apart.',
      zh: '来自大不列颠的货物与来自境外的货物请分别申报。',
    },
    breaches: (declaration) =>
      breachUnless(
        !(isAnywhere(declaration, 'NIDOM') && isAnywhere(declaration, 'NIIMP')),
        '/goodsShipment/goodsItems',
        {
          en: 'The declaration states both NIDOM and NIIMP.',
          zh: '申报同时声明了 NIDOM 和 NIIMP。',
        },
      ),
  },
  itemRule(
    {
      // CDS has taken both on one item, so its list of errors is stricter than what it does.
      id: 'subsidy-or-not-at-risk',
      severity: 'warning',
      dataElement: '2/2',
      asks: {
        en: 'An item does not state both NIREM (not at risk) and NIAID (duty waived as subsidy).',
        zh: '同一项不得同时声明 NIREM（无风险）和 NIAID（以补助免税）。',
      },
      source: errorCodeList,
      dataSets,
      errorCodes: ['CDS12143'],
      mend: { en: 'State one of the two.', zh: '请只声明其中一个。' },
    },
    (item, path) =>
      breachUnless(
        !(hasStatement(item, 'NIREM') && hasStatement(item, 'NIAID')),
        `${path}/additionalInformation`,
        {
          en: `Item ${item.sequenceNumber} states both NIREM and NIAID.`,
          zh: `第${item.sequenceNumber}项同时声明了 NIREM 和 NIAID。`,
        },
      ),
  ),
  itemRule(
    {
      // CDS takes the declaration and charges the duty of the Union.
      id: 'nirem-shows-authorisation',
      severity: 'warning',
      dataElement: '2/2 and 2/3',
      asks: {
        en: 'An item that states NIREM (not at risk) shows the authorisation of the UK Internal Market Scheme (1UKI).',
        zh: '申报 NIREM（无风险）的货物项须出示“英国内部市场计划”授权（1UKI）。',
      },
      source: {
        document: 'CDS release 4.4: changes for imports into Northern Ireland',
        address:
          'https://www.gov.uk/guidance/apply-for-authorisation-for-the-uk-internal-market-scheme-if-you-bring-goods-into-northern-ireland-from-1-january-2021',
      },
      dataSets: ['h1'],
      mend: {
        en: 'Declare document 1UKI with the number of the authorisation; without it NIREM has no effect and the duty of the European Union is charged.',
        zh: '请申报单证 1UKI 及授权编号；否则 NIREM 不生效，将按欧盟关税征收。',
      },
    },
    (item, path) =>
      breachUnless(
        !hasStatement(item, 'NIREM') || documentCodes(item).includes('1UKI'),
        `${path}/additionalDocuments`,
        {
          en: `Item ${item.sequenceNumber} states NIREM without the document 1UKI.`,
          zh: `第${item.sequenceNumber}项声明了 NIREM，但没有单证 1UKI。`,
        },
      ),
  ),
  onEveryItem('NIIMP', 'CDS40070'),
  onEveryItem('NIDOM', 'CDS40071'),
  onEveryItem('NIEXP', 'CDS40072'),
  besideMovement('NIREM', 'CDS40073'),
  besideMovement('NIAID', 'CDS40074'),
  itemRule(
    {
      id: 'onward-supply-relief-stated',
      severity: 'error',
      dataElement: '1/10 and 2/2',
      asks: {
        en: 'Procedure 42 and the statement OSR42 are declared together, with NIIMP.',
        zh: '程序 42 与声明 OSR42 须一并申报，并声明 NIIMP。',
      },
      source: errorCodeList,
      dataSets: importSets,
      errorCodes: ['CDS12145', 'CDS12146'],
      mend: {
        en: 'State OSR42 and NIIMP on items of procedure 42, and OSR42 on no other.',
        zh: '请在程序 42 的项声明 OSR42 和 NIIMP，其他项不得声明 OSR42。',
      },
    },
    (item, path) => {
      const isOnward = item.governmentProcedures?.[0]?.currentCode === '42'
      const isStated = hasStatement(item, 'OSR42')
      return breachUnless(
        isOnward === isStated && (!isOnward || hasStatement(item, 'NIIMP')),
        `${path}/additionalInformation`,
        {
          en: `Item ${item.sequenceNumber} has not procedure 42, OSR42 and NIIMP together.`,
          zh: `第${item.sequenceNumber}项没有同时具备程序 42、OSR42 和 NIIMP。`,
        },
      )
    },
  ),
  itemRule(
    {
      id: 'waiver-not-in-northern-ireland',
      severity: 'error',
      dataElement: '2/2 and 2/3',
      asks: {
        en: 'The waiver 999L is declared once at most, and not for goods that move to or from Northern Ireland.',
        zh: '豁免 999L 最多申报一次，且不用于进出北爱尔兰的货物。',
      },
      source: errorCodeList,
      dataSets,
      errorCodes: ['CDS12154', 'CDS12155'],
      mend: { en: 'Leave out 999L, or all but one.', zh: '请删除 999L，或只保留一个。' },
    },
    (item, path) => {
      const count = documentCodes(item).filter((code) => code === '999L').length
      const moves = movements.some((statement) => hasStatement(item, statement))
      return breachUnless(count === 0 || (count === 1 && !moves), `${path}/additionalDocuments`, {
        en: `Item ${item.sequenceNumber} declares 999L where it cannot be.`,
        zh: `第${item.sequenceNumber}项不得申报 999L。`,
      })
    },
  ),
]
