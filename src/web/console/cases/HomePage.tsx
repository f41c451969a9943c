import { PageHead } from '../../kit/components/PageHead.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'

const words = { title: { en: 'Today', zh: '今日' } }

/** Where the day begins. */
export function HomePage() {
  const say = useSay()
  return <PageHead title={say(words.title)} />
}
