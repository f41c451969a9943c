import { cite, type Laws } from '../law/law.ts'
import { type EoriTerritory, isEoriOf } from '../order/uk-registration.ts'
import { type Failure, failure, type Result, success } from '../result.ts'
import type { Decided, Declarant } from './parties-decision.ts'
import type { TraderProfile } from './trader-profile.ts'

/**
 * The declarant of every case is the one in the tenant's profile. It has to be established in the
 * United Kingdom and to hold a GB EORI; without both the case cannot be declared by it.
 *
 * @law Taxation (Cross-border Trade) Act 2018, Schedule 1, paragraph 2
 */
export function decideDeclarant(
  { declarant }: TraderProfile,
  laws: Laws,
  territory: EoriTerritory = 'GB',
): Result<Decided<Declarant>> {
  const law = cite(laws, 'gb-declarant-established')
  if (declarant.establishedIn !== 'GB') {
    return failure({
      code: 'no-lawful-declarant',
      path: '/profile/declarant/establishedIn',
      message: `${declarant.name} is established in ${declarant.establishedIn}; a declarant has to be established in the United Kingdom.`,
      mend: 'Name a customs broker established in the United Kingdom as declarant.',
      law: law.title,
      zh: {
        message: `${declarant.name} 设立于 ${declarant.establishedIn}；申报人须在英国设立。`,
        mend: '请指定在英国设立的报关行作为申报人。',
      },
    })
  }
  const { name, address } = declarant
  const eori = territory === 'XI' ? declarant.xiEori : declarant.eori
  if (eori === undefined) return failure(noEoriForNorthernIreland(name, laws))
  if (!isEoriOf(territory, eori)) {
    return failure({
      code: 'no-lawful-declarant',
      path: '/profile/declarant/eori',
      message: `${name} has the EORI ${eori}; a declaration in Great Britain needs one of Great Britain: GB and twelve digits.`,
      mend: 'State the GB EORI of the declarant, or apply for one at HMRC.',
      law: cite(laws, 'gb-eori').title,
      zh: {
        message: `${name} 的 EORI 号码为 ${eori}；在大不列颠申报须用 GB 加十二位数字的号码。`,
        mend: '请填写申报人的 GB EORI 号码，或向英国税务海关总署（HMRC）申请。',
      },
    })
  }
  return success({
    value: { name, address, eori },
    reason: {
      text: {
        en: `${name} is established in the United Kingdom and holds the ${territory} EORI ${eori}.`,
        zh: `${name}在英国设立，持有${territory} EORI号码${eori}。`,
      },
      law,
    },
  })
}

function noEoriForNorthernIreland(name: string, laws: Laws): Failure {
  return {
    code: 'no-lawful-declarant',
    path: '/profile/declarant/xiEori',
    message: `${name} states no EORI for Northern Ireland, under which declarations there are made.`,
    mend: 'State the XI EORI of the declarant in the profile, or apply for one at HMRC.',
    law: cite(laws, 'gb-ni-eori').title,
    zh: {
      message: `${name} 未填写北爱尔兰 EORI 号码；在北爱尔兰申报须用该号码。`,
      mend: '请在档案中填写申报人的 XI EORI 号码，或向英国税务海关总署（HMRC）申请。',
    },
  }
}
