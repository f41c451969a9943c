import { type Failure, type Result, resultOf } from '../../customs/result.ts'
import type { AuthorityContactFacts } from './authority-contact.ts'

/** Fails where nobody could be reached by it, and where it would end before it begins. */
export function checkContact(facts: AuthorityContactFacts): Result<AuthorityContactFacts> {
  const { email, phone, address, validFrom, validUntil } = facts
  const isReachable = email !== undefined || phone !== undefined || address !== undefined
  const endsBefore = validFrom !== undefined && validUntil !== undefined && validUntil < validFrom
  return resultOf(
    [...(isReachable ? [] : [noWay]), ...(endsBefore ? [endsFirst] : [])],
    () => facts,
  )
}

const noWay: Failure = {
  code: 'fact-missing',
  path: '',
  message: 'The contact has neither e-mail nor telephone nor postal address.',
  mend: 'State at least one of them.',
  zh: {
    message: '该联系人没有电子邮件、电话或邮寄地址。',
    mend: '请至少填写其中一项。',
  },
}

const endsFirst: Failure = {
  code: 'invalid-input',
  path: '/validUntil',
  message: 'The last day of the contact is before its first.',
  mend: 'State a last day that is not before the first, or none.',
  zh: {
    message: '联系人的截止日期早于起始日期。',
    mend: '请填写不早于起始日期的截止日期，或不填。',
  },
}
