import type { PreferenceAgreement } from '../../customs/documents/preference-agreements.ts'
import { failure, type Result, success } from '../../customs/result.ts'
import type { ReferenceData } from '../reference-data.ts'

/** The agreement of an id, or `not-found` with those that are known. */
export function knownAgreement(
  { preferenceAgreements }: ReferenceData,
  agreementId: string,
): Result<PreferenceAgreement> {
  const agreement = preferenceAgreements.find(({ id }) => id === agreementId)
  if (agreement !== undefined) return success(agreement)
  return failure({
    code: 'not-found',
    path: '/agreement',
    message: `No agreement ${agreementId} is known here.`,
    mend: `Name one of ${preferenceAgreements.map(({ id }) => id).join(', ')}.`,
    zh: {
      message: `此处没有协定 ${agreementId}。`,
      mend: `请填写以下之一：${preferenceAgreements.map(({ id }) => id).join('、')}。`,
    },
  })
}
