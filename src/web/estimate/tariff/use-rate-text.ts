import { useSay } from '../../kit/words/LanguageProvider.tsx'

const free = { en: 'free', zh: '免税' }

/** Says a rate as a tariff prints it; only the word for none differs by language. */
export function useRateText(): (rate: string) => string {
  const say = useSay()
  return (rate) => (rate === 'free' ? say(free) : rate)
}
