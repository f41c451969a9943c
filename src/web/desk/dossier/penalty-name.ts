import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import type { ShownDossier } from './dossier-query.ts'

const words = {
  warning: (number: number) => ({ en: `${number}: warning letter`, zh: `${number}：警告信` }),
  penalty: (number: number, sum: string) => ({
    en: `${number}: penalty of ${sum}`,
    zh: `${number}：罚款 ${sum}`,
  }),
}

/** How a warning or a penalty of a dossier is called. */
export function usePenaltyName(): (penalty: ShownDossier['penalties'][number]) => string {
  const say = useSay()
  const { money } = useFormats()
  return ({ number, amountGbp }) =>
    say(
      amountGbp === null
        ? words.warning(number)
        : words.penalty(number, money({ amount: amountGbp, currency: 'GBP' })),
    )
}
