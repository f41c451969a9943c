import type { BilingualText } from '../../../customs/bilingual-text.ts'
import { failureCatalogue, type FailureCode } from '../../../customs/failure-codes.ts'

/** The title of a kind of failure. A code outside the catalogue means that our side broke. */
export function failureTitle(code: string): BilingualText {
  if (!(code in failureCatalogue)) return unexpected
  const { title, titleZh } = failureCatalogue[code as FailureCode]
  return { en: title, zh: titleZh }
}

/** For an answer that names no failure: something broke that nobody expected. */
export const unexpected: BilingualText = {
  en: 'Something went wrong on our side; nothing of this was kept',
  zh: '我们这边出了问题，本次操作未被保存',
}
