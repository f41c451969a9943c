import type { BilingualText } from '../bilingual-text.ts'
import type { Consignment } from '../consignment/consignment.ts'
import { type Failure, type Result, resultOf } from '../result.ts'
import type { WithFacts } from './with-facts.ts'

/** Names by code, as reference data lists them. */
export interface NameLists {
  /** By ISO 3166-1 alpha-2 code. */
  readonly countries: ReadonlyMap<string, BilingualText>
  /** By UN/ECE Recommendation 21 code. */
  readonly packageTypes: ReadonlyMap<string, BilingualText>
}

/**
 * The names of the codes in a document, as they were when it was made out: a document prints the
 * same for ever, whatever becomes of the lists.
 */
export interface DocumentNames {
  readonly countries: Readonly<Record<string, BilingualText>>
  readonly packageType: BilingualText
}

/**
 * Looks up the codes of a consignment. Fails with `unknown-country` or `invalid-input` by place.
 */
export function documentNames(
  consignment: WithFacts<Consignment, 'packages'>,
  lists: NameLists,
): Result<DocumentNames> {
  const places = countryPlaces(consignment)
  const packageType = lists.packageTypes.get(consignment.packages.type)
  const failures = [
    ...places.filter(([code]) => !lists.countries.has(code)).map(unknownCountry),
    ...(packageType === undefined ? [unknownPackageType(consignment.packages.type)] : []),
  ]
  return resultOf(failures, () => ({
    countries: Object.fromEntries(places.map(([code]) => [code, lists.countries.get(code)!])),
    packageType: packageType!,
  }))
}

/** A country code and the JSON Pointer to it. */
type CountryPlace = readonly [code: string, path: string]

/** Every country that a paper can print: of the addresses, the way, and the goods. */
function countryPlaces({
  shipFrom,
  deliverTo,
  parties,
  goodsItems,
}: Consignment): readonly CountryPlace[] {
  const partyByPath = { ...parties, purchasingAgent: undefined }
  const agent = { 'purchasingAgent/party': parties.purchasingAgent?.party }
  return [
    [shipFrom.country, '/shipFrom/country'],
    [deliverTo.country, '/deliverTo/country'],
    ...Object.entries({ ...partyByPath, ...agent }).flatMap(([path, party]): CountryPlace[] =>
      party ? [[party.address.country, `/parties/${path}/address/country`]] : [],
    ),
    ...goodsItems.flatMap(({ origin, itemNumber }): CountryPlace[] =>
      origin === undefined ? [] : [[origin, `/goodsItems/${itemNumber - 1}/origin`]],
    ),
  ]
}

function unknownCountry([code, path]: CountryPlace): Failure {
  return {
    code: 'unknown-country',
    path,
    message: `There is no country with the code ${code}.`,
    mend: 'Use the two-letter code of ISO 3166-1.',
    zh: { message: `没有代码为 ${code} 的国家或地区。`, mend: '请使用 ISO 3166-1 的两字母代码。' },
  }
}

/** The failure of a consignment in packages of a kind that is not in the list. */
export function unknownPackageType(code: string): Failure {
  return {
    code: 'invalid-input',
    path: '/packages/type',
    message: `There is no kind of package with the code ${code}.`,
    mend: 'Use a code of UN/ECE Recommendation 21, such as CT for a carton.',
    zh: {
      message: `没有代码为 ${code} 的包装种类。`,
      mend: '请使用 UN/ECE 第21号建议书的代码，例如纸箱为 CT。',
    },
  }
}
