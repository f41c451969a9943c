import { Alert } from '@mantine/core'

import type { CaseView } from '../../../api/views/case-view.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'

const words = {
  later: {
    en: 'Nothing is charged when the goods are released: they are declared simplified. Duty and VAT are owed with the supplementary declaration.',
    zh: '货物以简化申报放行，放行时不收税费；税费随补充申报缴纳。',
  },
  by: (day: string) => ({ en: ` It is due by ${day}.`, zh: `补充申报截止日期：${day}。` }),
}

/** That the charges of a simplified declaration come later, until they are assessed. */
export function OwedLater({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const { day } = useFormats()
  const { additionalType } = view.declaration ?? {}
  const isSimplified = additionalType === 'C' || additionalType === 'F'
  if (!isSimplified || view.assessment !== undefined) return null
  return (
    <Alert color="tide" variant="light" mb="md">
      {say(words.later)}
      {view.supplementary && say(words.by(day(view.supplementary.dueOn)))}
    </Alert>
  )
}
