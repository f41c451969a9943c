import type { BilingualText } from '../bilingual-text.ts'
import type { Failure } from '../result.ts'

/** Why a duty text, or one term of it, is not understood. */
export type DutyTextFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'no-duty'; readonly term: string }
  | { readonly kind: 'bare-number'; readonly term: string }
  | { readonly kind: 'currency'; readonly term: string; readonly currency: string }
  | { readonly kind: 'unit'; readonly term: string; readonly unit: string }
  | { readonly kind: 'unread'; readonly term: string }

/** The fault as people are told it. */
export function dutyTextFailure(fault: DutyTextFault, path: string): Failure {
  const { problem, mend } = wordsOf(fault)
  return {
    code: fault.kind === 'currency' ? 'unknown-currency' : 'invalid-input',
    path,
    message: `${problem.en}.`,
    mend: mend.en,
    zh: { message: `${problem.zh}。`, mend: mend.zh },
  }
}

interface Words {
  readonly problem: BilingualText
  readonly mend: BilingualText
}

const forms: BilingualText = {
  en: 'Write rates such as Free, 12%, 21 GBP/100 kg or 8% + 21 GBP/100 kg MAX 20%.',
  zh: '请写成 Free、12%、21 GBP/100 kg 或 8% + 21 GBP/100 kg MAX 20% 之类的形式。',
}

function wordsOf(fault: DutyTextFault): Words {
  switch (fault.kind) {
    case 'empty':
      return {
        problem: { en: 'No duty is stated', zh: '没有填写税率' },
        mend: { en: 'Write Free where no duty is due.', zh: '免税请写 Free。' },
      }
    case 'no-duty':
      return {
        problem: {
          en: `“${fault.term}” deducts from nothing`,
          zh: `“${fault.term}”没有可扣减的税款`,
        },
        mend: forms,
      }
    case 'bare-number':
      return {
        problem: {
          en: `“${fault.term}” is neither a percentage nor an amount of money; a spreadsheet turns 12% into 0.12`,
          zh: `“${fault.term}”既不是百分比也不是金额；表格软件会把 12% 变成 0.12`,
        },
        mend: forms,
      }
    case 'currency':
      return {
        problem: {
          en: `“${fault.term}” names the currency ${fault.currency}, which is not known`,
          zh: `“${fault.term}”中的货币 ${fault.currency} 未知`,
        },
        mend: {
          en: 'Use a currency code of ISO 4217, such as GBP.',
          zh: '请使用 ISO 4217 货币代码，如 GBP。',
        },
      }
    case 'unit':
      return {
        problem: {
          en: `“${fault.term}” counts in “${fault.unit}”, which is no known unit of measurement`,
          zh: `“${fault.term}”中的“${fault.unit}”不是已知的计量单位`,
        },
        mend: {
          en: 'Use a symbol or code of data/reference/measurement-units.json, such as kg, 100 kg, item or l.',
          zh: '请使用 data/reference/measurement-units.json 中的符号或代码，如 kg、100 kg、item 或 l。',
        },
      }
    case 'unread':
      return {
        problem: { en: `“${fault.term}” is no rate of duty`, zh: `“${fault.term}”不是税率` },
        mend: forms,
      }
  }
}
