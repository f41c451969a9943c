import { PageHead } from '../../kit/components/PageHead.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'

const words = {
  title: { en: 'What it costs at the door', zh: '到门总成本' },
  lead: {
    en: 'Every duty, tax and fee of goods from abroad, with the law behind it.',
    zh: '境外商品的每一项关税、税费及其法律依据。',
  },
}

/** Quotes a sale: goods, lane and terms on one side, what it costs on the other. */
export function QuotePage() {
  const say = useSay()
  return <PageHead title={say(words.title)} lead={say(words.lead)} />
}
