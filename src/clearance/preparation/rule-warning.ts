import type { Finding } from '../../customs/declaration/check-declaration.ts'
import type { RuleWarning } from '../events/case-event.ts'

/** What a rule says of a declaration, for the record; every rule has its words in both languages. */
export function ruleWarning({ rule, path, message, mend = '', zh }: Finding): RuleWarning {
  return {
    ...{ rule, path },
    message: { en: message, zh: zh?.message ?? message },
    mend: { en: mend, zh: zh?.mend ?? mend },
  }
}
