import type { Destination } from '../destination/destination.ts'
import type { Failure } from '../result.ts'
import type { QuoteRequest } from './quote-request.ts'

/**
 * Why a place in a country that is covered is not: other rules hold there, such as in Northern
 * Ireland or on the Canary Islands. One that is a customs territory of its own and has a country code,
 * such as Hong Kong, is asked about by that. A sale that names no region goes to where the rules of the
 * country hold.
 */
export function placeNotCovered(
  { destination: { country, region } }: Pick<QuoteRequest, 'destination'>,
  destination: Destination,
): Failure | undefined {
  if (region === undefined) return undefined
  const part = destination.partsNotCovered?.find(
    (one) => one.country === country && one.regions.includes(region),
  )
  if (part === undefined) return undefined
  const { says, title } = destination.laws.find(({ id }) => id === part.law)!
  if (part.ownCode !== undefined) {
    const { ownCode, name } = part
    return {
      code: 'not-covered',
      path: '/destination/region',
      message: `${name.en} is asked about by its own country code, not as a region of ${country}. ${says.en} (${title})`,
      mend: `State ${ownCode} as the country of destination, and no region.`,
      zh: {
        message: `${name.zh}有自己的国家或地区代码，不作为 ${country} 的省区报价。${says.zh}（${title}）`,
        mend: `请将目的地国家或地区代码填写为 ${ownCode}，不填省区。`,
      },
    }
  }
  return {
    code: 'not-covered',
    path: '/destination/region',
    message: `What is charged in ${part.name.en} is not known here. ${says.en} (${title})`,
    mend: 'Ask a customs broker there for the duty and the taxes.',
    zh: {
      message: `此处没有${part.name.zh}的税费资料。${says.zh}（${title}）`,
      mend: '请就当地关税和税款咨询报关行。',
    },
  }
}
