/** The languages in which every page speaks. */
export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

/** The form of dates and numbers. English pages follow the United Kingdom, whose customs they speak of. */
export const locales: Readonly<Record<Language, string>> = { en: 'en-GB', zh: 'zh-CN' }
