import { isPositive } from '../../money/decimal.ts'
import { isUkEori } from '../eori.ts'
import {
  additionalProcedures,
  breachUnless,
  type DeclarationRule,
  documentCodes,
  hasStatement,
  itemsOf,
} from './rule.ts'
import { additionalProceduresAppendix, importGuide } from './rule-sources.ts'

/** The process by which goods that stay in the United Kingdom come to Northern Ireland. */
const simplifiedProcess = {
  document: 'Simplified Process for Internal Market Movements: completion guide',
  address:
    'https://www.gov.uk/government/publications/simplified-process-for-internal-market-movements-spimm-or-uk-carrier-ukc-scheme-customs-declaration-service-data-element-completion-guide',
}

/** Rules of goods from Great Britain to Northern Ireland that are not at risk (H8). */
export const h8Rules: readonly DeclarationRule[] = [
  {
    id: 'h8-not-at-risk-from-great-britain',
    severity: 'error',
    dataSets: ['h8'],
    dataElement: '2/2',
    source: simplifiedProcess,
    asks: {
      en: 'Every item states NIDOM (from Great Britain) and NIREM (not at risk).',
      zh: '每一项申报 NIDOM（来自大不列颠）和 NIREM（无风险）。',
    },
    mend: {
      en: 'State NIDOM and NIREM on every item, or declare goods at risk in full (H1).',
      zh: '请在每一项申报 NIDOM 和 NIREM；有风险的货物请作完整申报（H1）。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) =>
        breachUnless(
          hasStatement(item, 'NIDOM') && hasStatement(item, 'NIREM'),
          `${path}/additionalInformation`,
          {
            en: `Item ${item.sequenceNumber} does not state both NIDOM and NIREM.`,
            zh: `第${item.sequenceNumber}项未同时申报 NIDOM 和 NIREM。`,
          },
        ),
      ),
  },
  {
    id: 'h8-authorisation-shown',
    severity: 'error',
    dataSets: ['h8'],
    dataElement: '2/3',
    source: simplifiedProcess,
    asks: {
      en: 'Every item shows the authorisation of the UK Internal Market Scheme (1UKI).',
      zh: '每一项出示“英国内部市场计划”授权（1UKI）。',
    },
    mend: {
      en: 'Declare document 1UKI with the number of the authorisation; without it CDS charges duty.',
      zh: '请申报单证 1UKI 及授权编号；否则 CDS 会征收关税。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        const id = item.additionalDocuments?.find(
          ({ categoryCode, typeCode }) => categoryCode === '1' && typeCode === 'UKI',
        )?.id
        return breachUnless(
          documentCodes(item).includes('1UKI') && /^XIUKIM[0-9A-Z]+$/.test(id ?? ''),
          `${path}/additionalDocuments`,
          {
            en: `Item ${item.sequenceNumber} shows no authorisation of the form XIUKIM and a number.`,
            zh: `第${item.sequenceNumber}项未出示格式为 XIUKIM 加编号的授权。`,
          },
        )
      }),
  },
  {
    id: 'h8-importer-holds-authorisation',
    severity: 'error',
    dataSets: ['h8'],
    dataElement: '3/16 and 3/39',
    source: simplifiedProcess,
    asks: {
      en: 'The importer, by its XI EORI, holds the authorisation UKIM.',
      zh: '进口商以 XI EORI 号码持有授权 UKIM。',
    },
    mend: {
      en: 'Let the holder of the authorisation be the importer and declare it with UKIM.',
      zh: '请由授权持有人作为进口商，并以 UKIM 申报。',
    },
    breaches({ authorisationHolders = [], goodsShipment }) {
      const importer = goodsShipment?.importer?.id ?? ''
      const holds = authorisationHolders.some(
        ({ id, categoryCode }) => categoryCode === 'UKIM' && id === importer,
      )
      return breachUnless(
        holds && isUkEori(importer) && importer.startsWith('XI'),
        '/authorisationHolders',
        {
          en: `The importer ${importer || '(no EORI)'} is not declared as holder of UKIM under an XI EORI.`,
          zh: `进口商${importer || '（无EORI）'}未以 XI EORI 号码申报为 UKIM 持有人。`,
        },
      )
    },
  },
  {
    id: 'h8-procedure',
    severity: 'error',
    dataSets: ['h8'],
    dataElement: '1/10 and 1/11',
    source: additionalProceduresAppendix,
    asks: {
      en: 'All items have the same one of 1SG, 1LG, 1EN and 1EL.',
      zh: '各项同为 1SG、1LG、1EN、1EL 之一。',
    },
    mend: {
      en: 'Declare 1SG for standard goods; goods under control or excise in a declaration of their own.',
      zh: '标准货物申报 1SG；受管制或应征消费税的货物另行申报。',
    },
    breaches(declaration) {
      const categories = ['1SG', '1LG', '1EN', '1EL']
      const claimed = itemsOf(declaration).map(({ item, path }) => ({
        ...{ item, path },
        codes: additionalProcedures(item).filter((code) => categories.includes(code)),
      }))
      const first = claimed[0]?.codes[0]
      return claimed.flatMap(({ item, path, codes }) =>
        breachUnless(codes.length === 1 && codes[0] === first, `${path}/governmentProcedures`, {
          en: `Item ${item.sequenceNumber} declares ${codes.join(' and ') || 'no category of goods'}.`,
          zh: `第${item.sequenceNumber}项申报的货物类别为${codes.join('、') || '无'}。`,
        }),
      )
    },
  },
  {
    id: 'h8-goods-measured-and-packed',
    severity: 'error',
    dataSets: ['h8'],
    dataElement: '6/1, 6/5 and 6/10',
    source: importGuide(6),
    asks: {
      en: 'Every item has its gross mass above zero and a package; net mass, where stated, is not more.',
      zh: '每一项毛重大于零并有包装；填写净重的，不得大于毛重。',
    },
    mend: {
      en: 'State the weight with packaging and the packages of the item.',
      zh: '请填写该项的毛重和包装。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        const gross = item.commodity?.goodsMeasure?.grossMass?.value
        const isSound =
          gross !== undefined && isPositive(gross) && (item.packagings ?? []).length > 0
        return breachUnless(isSound, `${path}/commodity/goodsMeasure`, {
          en: `Item ${item.sequenceNumber} lacks its gross mass or its package.`,
          zh: `第${item.sequenceNumber}项缺少毛重或包装。`,
        })
      }),
  },
  {
    id: 'h8-no-taxes',
    severity: 'error',
    dataSets: ['h8'],
    dataElement: '4/3 and 4/8',
    source: simplifiedProcess,
    asks: {
      en: 'Goods that are not at risk bear no tax, so none is declared.',
      zh: '无风险的货物不征税，因此不申报税种。',
    },
    mend: { en: 'Leave out tax types and payment.', zh: '请勿申报税种和缴纳方式。' },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) =>
        breachUnless(
          (item.commodity?.dutyTaxFees ?? []).every(({ typeCode }) => typeCode === undefined),
          `${path}/commodity/dutyTaxFees`,
          {
            en: `Item ${item.sequenceNumber} declares a tax.`,
            zh: `第${item.sequenceNumber}项申报了税种。`,
          },
        ),
      ),
  },
]
