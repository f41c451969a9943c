import { PageHead } from '../../kit/components/PageHead.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'

const words = {
  title: { en: 'Time machine', zh: '时光机' },
  lead: {
    en: 'The same sale on every day since 2024: what was charged, what changed, and by which law.',
    zh: '同一笔交易自2024年以来每一天的税费：征了什么、何时变化、依据哪部法律。',
  },
}

/** Shows what one sale was charged over the years, and why that changed. */
export function TimeMachinePage() {
  const say = useSay()
  return <PageHead title={say(words.title)} lead={say(words.lead)} />
}
