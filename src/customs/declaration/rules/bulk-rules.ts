import { isUkEori } from '../eori.ts'
import {
  additionalProcedures,
  breachUnless,
  type DeclarationRule,
  documentCodes,
  itemsOf,
} from './rule.ts'

/** HMRC's instructions for bulk declarations and clearance requests. */
const inventoryImports = {
  document: 'CDS BIRDS declarations and customs clearance requests: completion instructions',
  address:
    'https://www.gov.uk/government/publications/uk-trade-tariff-cds-volume-3-customs-clearance-request-completion-guide-inventory-imports',
}

/** Rules of bulk declarations of low value (BIRDS). */
export const bulkRules: readonly DeclarationRule[] = [
  {
    id: 'bulk-procedure',
    severity: 'error',
    dataSets: ['birds'],
    dataElement: '1/10 and 1/11',
    source: inventoryImports,
    asks: {
      en: 'Every item has procedure 0020 with 21V, and 15F where the declaration type is CO.',
      zh: '每一项为程序 0020 和 21V；申报类型为 CO 的另加 15F。',
    },
    mend: {
      en: 'Declare 0020 with 21V; 15F with type CO from a Crown Dependency, and only then.',
      zh: '请申报 0020 和 21V；仅来自皇家属地（CO）时申报 15F。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        const main = item.governmentProcedures?.find(({ previousCode }) => previousCode)
        const codes = additionalProcedures(item)
        const isUnion = declaration.typeCode?.startsWith('CO') === true
        return breachUnless(
          main?.currentCode === '00' &&
            main.previousCode === '20' &&
            codes.includes('21V') &&
            codes.includes('15F') === isUnion,
          `${path}/governmentProcedures`,
          {
            en: `Item ${item.sequenceNumber} has not the procedures of a bulk declaration of type ${declaration.typeCode ?? ''}.`,
            zh: `第${item.sequenceNumber}项的程序不符合类型 ${declaration.typeCode ?? ''} 的批量申报。`,
          },
        )
      }),
  },
  {
    id: 'bulk-authorised',
    severity: 'error',
    dataSets: ['birds'],
    dataElement: '2/3 and 3/39',
    source: inventoryImports,
    asks: {
      en: 'A holder of the authorisation BRD is named, and every item shows it (1BRD).',
      zh: '填写授权 BRD 的持有人，并在每一项出示该授权（1BRD）。',
    },
    mend: {
      en: 'Name the holder of BRD by its EORI and show 1BRD with the number on every item.',
      zh: '请以 EORI 号码填写 BRD 持有人，并在每一项申报 1BRD 及编号。',
    },
    breaches(declaration) {
      const holders = (declaration.authorisationHolders ?? []).filter(
        ({ categoryCode, id }) => categoryCode === 'BRD' && isUkEori(id ?? ''),
      )
      return [
        ...breachUnless(holders.length > 0, '/authorisationHolders', {
          en: 'No holder of the authorisation BRD is named.',
          zh: '未填写授权 BRD 的持有人。',
        }),
        ...itemsOf(declaration).flatMap(({ item, path }) =>
          breachUnless(documentCodes(item).includes('1BRD'), `${path}/additionalDocuments`, {
            en: `Item ${item.sequenceNumber} does not show the authorisation (1BRD).`,
            zh: `第${item.sequenceNumber}项未出示授权（1BRD）。`,
          }),
        ),
      ]
    },
  },
  {
    id: 'bulk-several-exporters',
    severity: 'error',
    dataSets: ['birds'],
    dataElement: '2/2 and 3/1',
    source: inventoryImports,
    asks: {
      en: 'Several exporters are declared as 00200 in name, street and city, NA as postcode, and by statement 00200.',
      zh: '多个出口商以名称、街道、城市均填 00200、邮编填 NA 申报，并附声明 00200。',
    },
    mend: {
      en: 'Write 00200 into name, street and city, NA into the postcode, and declare statement 00200.',
      zh: '请在名称、街道、城市填 00200，邮编填 NA，并申报声明 00200。',
    },
    breaches({ exporter, additionalInformation = [], goodsShipment }) {
      const isStated = additionalInformation.some(({ statementCode }) => statementCode === '00200')
      const { name, address } = exporter ?? {}
      const isVarious = name === '00200'
      const isWhole =
        address?.line === '00200' &&
        address.cityName === '00200' &&
        address.postcode === 'NA' &&
        address.countryCode === goodsShipment?.exportCountry?.countryCode
      return breachUnless(isVarious === isStated && (!isVarious || isWhole), '/exporter', {
        en: 'Several exporters are declared only in part.',
        zh: '多个出口商的申报不完整。',
      })
    },
  },
  {
    id: 'bulk-no-taxes',
    severity: 'error',
    dataSets: ['birds'],
    dataElement: '4/3',
    source: inventoryImports,
    asks: {
      en: 'A bulk declaration has no taxes: the VAT was charged when the goods were sold.',
      zh: '批量申报不含税款：增值税已在销售时收取。',
    },
    mend: { en: 'Leave out tax types and payment.', zh: '请勿申报税种和缴纳方式。' },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) =>
        breachUnless((item.commodity?.dutyTaxFees ?? []).length === 0, `${path}/commodity`, {
          en: `Item ${item.sequenceNumber} declares a tax.`,
          zh: `第${item.sequenceNumber}项申报了税种。`,
        }),
      ),
  },
  {
    id: 'bulk-goods-described-and-packed',
    severity: 'error',
    dataSets: ['birds'],
    dataElement: '6/8 to 6/11',
    source: inventoryImports,
    asks: {
      en: 'Every consignment has a description and packages with marks by which it is found.',
      zh: '每票货物有描述，以及可据以查找的带标记的包装。',
    },
    mend: {
      en: 'Describe the goods and state the packages with their marks.',
      zh: '请描述货物，并填写包装及其标记。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        const packages = item.packagings ?? []
        const isFound =
          packages.length > 0 &&
          packages.every(({ marksAndNumbers = '' }) => marksAndNumbers !== '')
        return breachUnless((item.commodity?.description ?? '') !== '' && isFound, path, {
          en: `Item ${item.sequenceNumber} lacks its description or the marks of its packages.`,
          zh: `第${item.sequenceNumber}项缺少描述或包装标记。`,
        })
      }),
  },
]
