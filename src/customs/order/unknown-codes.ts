import type { Failure } from '../result.ts'

/** Days such as 30 February have the form of a date, so only the calendar can refuse them. */
export function noSuchDay(path: string, date: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `There is no day ${date}.`,
    mend: 'Use an existing day in the form YYYY-MM-DD.',
    zh: { message: `不存在日期 ${date}。`, mend: '请按 YYYY-MM-DD 格式填写存在的日期。' },
  }
}

/** Two letters that are the code of no country. */
export function unknownCountry(path: string, country: string): Failure {
  return {
    code: 'unknown-country',
    path,
    message: `${country} is no country code.`,
    mend: 'Use the two-letter code of ISO 3166-1, such as CN or GB.',
    zh: {
      message: `${country} 不是国家代码。`,
      mend: '请使用 ISO 3166-1 的两字母代码，例如 CN 或 GB。',
    },
  }
}

/** Three letters that are the code of no currency. */
export function unknownCurrency(path: string, currency: string): Failure {
  return {
    code: 'unknown-currency',
    path,
    message: `${currency} is no currency code.`,
    mend: 'Use the three-letter code of ISO 4217, such as GBP or JPY.',
    zh: {
      message: `${currency} 不是货币代码。`,
      mend: '请使用 ISO 4217 的三字母代码，例如 GBP 或 JPY。',
    },
  }
}
