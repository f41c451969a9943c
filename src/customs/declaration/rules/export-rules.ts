import type { Declaration } from '../declaration.ts'
import { declarationTypeParts } from '../declaration-type.ts'
import type { DataSet } from './data-set.ts'
import { breachUnless, type DeclarationRule, documentCodes, hasStatement, itemsOf } from './rule.ts'
import { exportDataSets, exportGuide } from './rule-sources.ts'

/** The full and the simplified export. */
const sets: readonly DataSet[] = ['b1', 'c1']

/** What has to stand once in the declaration: where, and what it is called. */
interface NeededField {
  readonly path: string
  readonly dataElement: string
  readonly name: { readonly en: string; readonly zh: string }
  /** Absent where both data sets have it. */
  readonly onlyIn?: DataSet
  readonly isDeclared: (declaration: Declaration) => boolean
}

/** Elements that appendix 22A or 22D marks `A` at the header, beside those that other rules ask for. */
const neededFields: readonly NeededField[] = [
  {
    path: '/exitOffice/id',
    dataElement: '5/12',
    name: { en: 'office of exit', zh: '出境海关' },
    isDeclared: ({ exitOffice }) => exitOffice?.id !== undefined,
  },
  {
    path: '/goodsShipment/consignment/goodsLocation',
    dataElement: '5/23',
    name: { en: 'location of the goods', zh: '货物所在地' },
    isDeclared: ({ goodsShipment }) => goodsShipment?.consignment?.goodsLocation !== undefined,
  },
  {
    path: '/declarant/id',
    dataElement: '3/18',
    name: { en: 'EORI of the declarant', zh: '申报人 EORI 号码' },
    isDeclared: ({ declarant }) => declarant?.id !== undefined,
  },
  {
    path: '/totalPackageQuantity',
    dataElement: '6/18',
    name: { en: 'total of the packages', zh: '包装总件数' },
    onlyIn: 'b1',
    isDeclared: ({ totalPackageQuantity }) => totalPackageQuantity !== undefined,
  },
  {
    path: '/goodsShipment/consignment/containerCode',
    dataElement: '7/2',
    name: { en: 'container indicator', zh: '集装箱标识' },
    onlyIn: 'c1',
    isDeclared: ({ goodsShipment }) => goodsShipment?.consignment?.containerCode !== undefined,
  },
  {
    // Declarations at ports of reduced capacity, which say so with RRS01, go without a mode.
    path: '/borderTransportMeans/modeCode',
    dataElement: '7/4',
    name: { en: 'mode of transport at the border', zh: '出境运输方式' },
    isDeclared: (declaration) =>
      declaration.borderTransportMeans?.modeCode !== undefined || states(declaration, 'RRS01'),
  },
]

/** Rules of export declarations as a whole, full (B1) and simplified (C1). */
export const exportRules: readonly DeclarationRule[] = [
  {
    id: 'export-fields-declared',
    severity: 'error',
    dataElement: '3/18, 5/12, 5/23, 6/18, 7/2 and 7/4',
    asks: {
      en: 'An export names its declarant, office of exit, location of the goods and mode of transport; in full (B1) also the total of packages, simplified (C1) also whether there are containers.',
      zh: '出口申报须填写申报人、出境海关、货物所在地和运输方式；完整申报（B1）另填包装总件数，简化申报（C1）另填是否使用集装箱。',
    },
    source: exportDataSets,
    dataSets: sets,
    mend: { en: 'State the field that is missing.', zh: '请填写缺少的字段。' },
    breaches: (declaration, { dataSet }) =>
      neededFields
        .filter(({ onlyIn = dataSet }) => onlyIn === dataSet)
        .filter(({ isDeclared }) => !isDeclared(declaration))
        .map(({ path, dataElement, name }) => ({
          path,
          message: {
            en: `The ${name.en} (${dataElement}) is not declared.`,
            zh: `未申报${name.zh}（${dataElement}）。`,
          },
        })),
  },
  {
    id: 'export-destination-abroad',
    severity: 'error',
    dataElement: '5/8',
    asks: {
      en: 'A country of destination is declared, at the header or at every item; it is Great Britain only for goods that leave Northern Ireland (NIEXP).',
      zh: '须在表头或每一项申报目的国；仅自北爱尔兰运出的货物（NIEXP）可以英国为目的国。',
    },
    source: exportGuide(5),
    dataSets: sets,
    mend: {
      en: 'State the country to which the goods go.',
      zh: '请填写货物运往的国家。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        const header = declaration.goodsShipment?.destination?.countryCode
        const country = item.destination?.countryCode ?? header
        return breachUnless(
          country !== undefined && (country !== 'GB' || hasStatement(item, 'NIEXP')),
          header === undefined
            ? `${path}/destination/countryCode`
            : '/goodsShipment/destination/countryCode',
          {
            en: `Item ${item.sequenceNumber} goes to ${country ?? 'no country that is declared'}.`,
            zh: `第${item.sequenceNumber}项的目的国为${country ?? '未申报'}。`,
          },
        )
      }),
  },
  {
    id: 'export-consignee-named',
    severity: 'error',
    dataElement: '3/9 and 3/10',
    asks: {
      en: 'The consignee is named by EORI, or by name with city and country, at the header or at every item.',
      zh: '收货人以 EORI 号码申报，或以名称及城市、国家申报，在表头或每一项填写。',
    },
    source: exportGuide(3),
    dataSets: sets,
    mend: {
      en: 'State name and address of the consignee, or its EORI of the United Kingdom.',
      zh: '请填写收货人的名称和地址，或其英国 EORI 号码。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        const header = declaration.goodsShipment?.consignee
        const { id, name, address } = item.consignee ?? header ?? {}
        const isPlaced = address?.cityName !== undefined && address.countryCode !== undefined
        return breachUnless(
          id !== undefined || (name !== undefined && isPlaced),
          header === undefined ? `${path}/consignee` : '/goodsShipment/consignee',
          {
            en: `The consignee of item ${item.sequenceNumber} is not named in full.`,
            zh: `第${item.sequenceNumber}项的收货人未完整申报。`,
          },
        )
      }),
  },
  {
    id: 'export-exporter-identified',
    severity: 'warning',
    dataElement: '3/1 and 3/2',
    asks: {
      en: 'The exporter is declared by EORI, or by name and address where it holds none.',
      zh: '出口商以 EORI 号码申报；没有号码的，以名称和地址申报。',
    },
    source: exportGuide(3),
    dataSets: sets,
    mend: { en: "State the exporter's EORI.", zh: '请填写出口商的 EORI 号码。' },
    breaches: ({ exporter }) =>
      breachUnless(
        exporter?.id !== undefined ||
          (exporter?.name !== undefined && exporter.address !== undefined),
        '/exporter',
        { en: 'The exporter is not declared.', zh: '未申报出口商。' },
      ),
  },
  {
    id: 'export-self-representation-stated',
    severity: 'error',
    dataElement: '2/2 and 3/21',
    asks: {
      en: 'Where no representative is declared, every item states 00400: the exporter declares for itself.',
      zh: '未申报代理人的，每一项须声明 00400：出口商自行申报。',
    },
    source: exportGuide(2),
    dataSets: ['b1'],
    mend: {
      en: 'State 00400 with EXPORTER on every item, or declare the representative and its status.',
      zh: '请在每一项声明 00400 和 EXPORTER，或申报代理人及其身份。',
    },
    breaches: (declaration) =>
      declaration.agent !== undefined
        ? []
        : itemsOf(declaration).flatMap(({ item, path }) =>
            breachUnless(hasStatement(item, '00400'), `${path}/additionalInformation`, {
              en: `Item ${item.sequenceNumber} does not say who declares for the exporter.`,
              zh: `第${item.sequenceNumber}项未说明由谁代出口商申报。`,
            }),
          ),
  },
  {
    id: 'export-safety-data-whole',
    severity: 'warning',
    dataElement: '3/31, 4/2 and 5/18',
    asks: {
      en: 'Carrier, payment of the freight and countries on the way are declared together, and the way ends where the goods go.',
      zh: '承运人、运费支付方式和途经国家须一并申报，且路线以目的国结束。',
    },
    source: exportDataSets,
    dataSets: sets,
    mend: {
      en: 'State all three, with the countries in order from the first to the destination.',
      zh: '请三项一并填写，国家按先后顺序直至目的国。',
    },
    breaches: ({ consignment, goodsShipment }) => {
      const { carrier, freight, itineraries = [] } = consignment ?? {}
      const stated = [carrier, freight, itineraries[0]].filter((each) => each !== undefined).length
      const destination = goodsShipment?.destination?.countryCode
      const last = itineraries.at(-1)?.routingCountryCode
      return breachUnless(
        (stated === 0 || stated === 3) && (last ?? destination) === (destination ?? last),
        '/consignment',
        {
          en: 'The safety data of the exit are in part or lead elsewhere.',
          zh: '出境安全数据不完整，或路线不止于目的国。',
        },
      )
    },
  },
  {
    id: 'simplified-export-authorised',
    severity: 'error',
    dataElement: '2/3 and 3/39',
    asks: {
      en: 'A simplified export of regular use (C or F) names the holder of its authorisation, and a document on every item.',
      zh: '经授权的简化出口申报（C 或 F）须申报授权持有人，并在每一项申报单证。',
    },
    source: exportDataSets,
    dataSets: ['c1'],
    mend: {
      en: 'Declare the holder as SDE and the authorisation as C512 on every item.',
      zh: '请申报 SDE 授权持有人，并在每一项以 C512 申报授权。',
    },
    breaches: (declaration) => {
      const type = declarationTypeParts(declaration)?.additionalDeclarationType ?? ''
      if (!['C', 'F'].includes(type)) return []
      const { authorisationHolders = [] } = declaration
      return [
        ...breachUnless(authorisationHolders.length > 0, '/authorisationHolders', {
          en: 'No holder of an authorisation is declared.',
          zh: '未申报授权持有人。',
        }),
        ...itemsOf(declaration).flatMap(({ item, path }) =>
          breachUnless(documentCodes(item).length > 0, `${path}/additionalDocuments`, {
            en: `Item ${item.sequenceNumber} has no document.`,
            zh: `第${item.sequenceNumber}项没有单证。`,
          }),
        ),
      ]
    },
  },
]

function states(
  { additionalInformation = [], ...declaration }: Declaration,
  code: string,
): boolean {
  return (
    additionalInformation.some(({ statementCode }) => statementCode === code) ||
    itemsOf(declaration).some(({ item }) => hasStatement(item, code))
  )
}
