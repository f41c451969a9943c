import type { BilingualText } from '../../bilingual-text.ts'
import type { Declaration } from '../declaration.ts'
import { isEori, isUkEori } from '../eori.ts'
import type { Party } from '../party.ts'
import { type Breach, breachUnless, type DeclarationRule, hasStatement, itemsOf } from './rule.ts'
import { dataSets, fullImportSets, importSets, valuedImportSets } from './data-set.ts'
import { errorCodeList, importGuide } from './rule-sources.ts'

interface PlacedParty {
  readonly role: BilingualText
  readonly path: string
  readonly party: Party | undefined
}

/** The parties that may be named by EORI or by name and address. */
function partiesOf(declaration: Declaration): readonly PlacedParty[] {
  const { goodsShipment } = declaration
  return [
    {
      role: { en: 'importer', zh: '进口商' },
      path: '/goodsShipment/importer',
      party: goodsShipment?.importer,
    },
    { role: { en: 'exporter', zh: '出口商' }, path: '/exporter', party: declaration.exporter },
  ]
}

/** Rules about who declares for whom, and how parties are named. */
export const partyRules: readonly DeclarationRule[] = [
  {
    id: 'declarant-has-uk-eori',
    severity: 'error',
    dataElement: '3/18 and 2/2',
    asks: {
      en: 'The declarant has an EORI of the United Kingdom; another one only with a movement to or from Northern Ireland.',
      zh: '申报人须有英国 EORI 号码；仅在进出北爱尔兰时可用其他 EORI 号码。',
    },
    source: errorCodeList,
    dataSets: importSets,
    errorCodes: ['CDS12153', 'CDS12158'],
    mend: {
      en: 'Declare the EORI of a declarant established in the United Kingdom, or state NIIMP, NIDOM or NIEXP.',
      zh: '请申报在英国设立的申报人的 EORI 号码，或声明 NIIMP、NIDOM 或 NIEXP。',
    },
    breaches(declaration) {
      const id = declaration.declarant?.id ?? ''
      const moves = itemsOf(declaration).some(({ item }) =>
        ['NIIMP', 'NIDOM', 'NIEXP'].some((statement) => hasStatement(item, statement)),
      )
      return breachUnless(isUkEori(id) || (moves && isEori(id)), '/declarant/id', {
        en: `"${id}" is no EORI that a declarant may have here.`,
        zh: `“${id}”不是此处申报人可用的 EORI 号码。`,
      })
    },
  },
  {
    id: 'importer-and-exporter-named',
    severity: 'error',
    dataElement: '3/1, 3/2, 3/15 and 3/16',
    asks: {
      en: 'Importer and exporter are named by EORI, or by name and full address.',
      zh: '进口商和出口商以 EORI 号码，或以名称和完整地址申报。',
    },
    source: importGuide(3),
    dataSets: valuedImportSets,
    errorCodes: ['CDS12074'],
    mend: {
      en: 'Give the EORI, or name, street, town, postcode and country.',
      zh: '请填写 EORI 号码，或名称、街道、城镇、邮编和国家。',
    },
    breaches: (declaration) => partiesOf(declaration).flatMap(unnamed),
  },
  {
    id: 'eori-form',
    severity: 'error',
    dataElement: '3/2, 3/16 and 3/39',
    asks: {
      en: 'An EORI has the country and up to 15 letters or digits, after GB or XI 12 or 15 digits.',
      zh: 'EORI 号码为国家代码加最多15位字母或数字，GB 或 XI 之后为12或15位数字。',
    },
    source: importGuide(3),
    dataSets,
    errorCodes: ['CDS12005'],
    mend: {
      en: 'Check the EORI: the country and up to 15 letters or digits, 12 or 15 digits after GB or XI.',
      zh: '请核对 EORI 号码：国家代码加最多15位字母或数字，GB 或 XI 之后为12或15位数字。',
    },
    breaches(declaration) {
      const holders = (declaration.authorisationHolders ?? []).map(({ id }, index) => ({
        path: `/authorisationHolders/${index}/id`,
        id: id ?? '',
      }))
      const parties = partiesOf(declaration).flatMap(({ path, party }) =>
        party?.id === undefined ? [] : [{ path: `${path}/id`, id: party.id }],
      )
      return [...parties, ...holders].flatMap(({ path, id }) =>
        breachUnless(/^(GB|XI)/.test(id) ? isUkEori(id) : isEori(id), path, {
          en: `"${id}" has not the form of an EORI.`,
          zh: `“${id}”不符合 EORI 号码的格式。`,
        }),
      )
    },
  },
  {
    id: 'seller-declared-once',
    severity: 'error',
    dataElement: '3/24 and 3/25',
    asks: {
      en: 'The seller is declared at the header or at the items, not at both.',
      zh: '卖方在表头或在各项申报，不得两处都申报。',
    },
    source: importGuide(3),
    dataSets: fullImportSets,
    errorCodes: ['CDS12071'],
    mend: {
      en: 'Declare the one seller of all goods at the header, or the seller of each item at the items.',
      zh: '全部货物只有一个卖方的在表头申报，否则在各项分别申报卖方。',
    },
    breaches(declaration) {
      if (declaration.goodsShipment?.seller === undefined) return []
      return itemsOf(declaration).flatMap(({ item, path }) =>
        breachUnless(item.seller === undefined, `${path}/seller`, {
          en: `Item ${item.sequenceNumber} declares a seller, and the header declares one for all.`,
          zh: `第${item.sequenceNumber}项申报了卖方，而表头已为全部货物申报了卖方。`,
        }),
      )
    },
  },
  {
    id: 'seller-is-not-exporter',
    severity: 'error',
    dataElement: '3/24, 3/25 and 3/1 (CDS12092)',
    asks: {
      en: 'The seller is declared only where it is not the exporter.',
      zh: '卖方不是出口商时才另行申报。',
    },
    source: errorCodeList,
    dataSets: fullImportSets,
    errorCodes: ['CDS12092'],
    mend: {
      en: 'Leave the seller away where the exporter is the seller.',
      zh: '卖方即出口商的，请不要另行申报卖方。',
    },
    breaches: (declaration) =>
      sellersOf(declaration).flatMap(({ path, party }) =>
        breachUnless(!isSameParty(party, declaration.exporter), path, {
          en: 'The seller is the exporter, who is declared already.',
          zh: '卖方即已申报的出口商。',
        }),
      ),
  },
  {
    id: 'representation-consistent',
    severity: 'error',
    dataElement: '3/21 and 2/2',
    asks: {
      en: 'A representative has status 2 or 3; who declares for themself is the importer and states 00500.',
      zh: '代理人的代理状态为2或3；自行申报的须为进口商并声明 00500。',
    },
    source: importGuide(3),
    dataSets: ['h1'],
    errorCodes: ['CDS12088'],
    mend: {
      en: 'Declare status 2 or 3 for a representative; who declares for themself is the importer, with 00500.',
      zh: '有代理人的，申报代理状态2或3；自行申报的须为进口商，并声明 00500。',
    },
    breaches(declaration) {
      const { agent } = declaration
      if (agent !== undefined) {
        const { functionCode = '' } = agent
        return breachUnless(functionCode === '2' || functionCode === '3', '/agent/functionCode', {
          en: `"${functionCode}" is no representative status.`,
          zh: `“${functionCode}”不是代理状态代码。`,
        })
      }
      return selfRepresentation(declaration)
    },
  },
]

/** The sellers that are declared beside the exporter, at the header or at the items. */
function sellersOf(declaration: Declaration): readonly Omit<PlacedParty, 'role'>[] {
  return [
    { path: '/goodsShipment/seller', party: declaration.goodsShipment?.seller },
    ...itemsOf(declaration).map(({ item, path }) => ({
      path: `${path}/seller`,
      party: item.seller,
    })),
  ]
}

/** As far as a declaration tells: by EORI where both have one, else by name. */
function isSameParty(one: Party | undefined, other: Party | undefined): boolean {
  if (one === undefined || other === undefined) return false
  if (one.id !== undefined && other.id !== undefined) return one.id === other.id
  return one.name !== undefined && one.name === other.name
}

/** An EORI stands for name and address; half an address helps nobody. */
function unnamed({ role, path, party }: PlacedParty): readonly Breach[] {
  if (party?.id !== undefined) return []
  const address = party?.address
  const isComplete = [
    party?.name,
    address?.line,
    address?.cityName,
    address?.postcode,
    address?.countryCode,
  ].every((part) => part !== undefined && part.trim() !== '')
  return breachUnless(isComplete, path, {
    en: `The ${role.en} has neither EORI nor full name and address.`,
    zh: `${role.zh}既没有 EORI 号码，也没有完整的名称和地址。`,
  })
}

/** Without a representative the declarant must be the importer, and say so on every item. */
function selfRepresentation(declaration: Declaration): readonly Breach[] {
  const importer = declaration.goodsShipment?.importer?.id
  return [
    ...breachUnless(
      importer !== undefined && importer === declaration.declarant?.id,
      '/declarant/id',
      {
        en: 'Nobody is declared as representative, yet declarant and importer are not the same.',
        zh: '没有申报代理人，但申报人与进口商不是同一方。',
      },
    ),
    ...itemsOf(declaration).flatMap(({ item, path }) =>
      breachUnless(hasStatement(item, '00500'), `${path}/additionalInformation`, {
        en: `Item ${item.sequenceNumber} does not state 00500, that the importer declares.`,
        zh: `第${item.sequenceNumber}项没有声明 00500（由进口商自行申报）。`,
      }),
    ),
  ]
}
