import { useLanguage } from '../../../kit/words/LanguageProvider.tsx'
import type { CheckFinding } from './use-order-check.ts'

/** Says findings in the reader's language, without the pointer that a person need not see. */
export function useFindingText(): (finding: CheckFinding) => string {
  const { language } = useLanguage()
  return ({ message, mend, path }) => {
    const said = language === 'zh' ? (message.zh ?? message.en) : message.en
    const todo = language === 'zh' ? (mend?.zh ?? mend?.en) : mend?.en
    const plain = said.startsWith(path) ? said.slice(path.length).trim() : said
    return [plain, todo].filter((part) => part !== undefined && part !== '').join(' ')
  }
}
