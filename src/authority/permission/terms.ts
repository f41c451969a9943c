/**
 * How long what HMRC issues is good, and what can be permitted: its developer hub, "User-restricted
 * endpoints" and "Application-restricted endpoints", and the scopes in its contracts for declarations and
 * for information about them, as of 2026-11.
 */
export const terms = {
  accessSeconds: 4 * 3_600,
  codeSeconds: 10 * 60,
  permissionMonths: 18,
} as const

/** What a business is asked to permit, in the words of the page on which it does. */
export const permittable = {
  'write:customs-declaration': {
    en: 'Send, change and cancel customs declarations for your business',
    zh: '代表贵企业提交、修改和撤销报关单',
  },
  'write:customs-inventory-linking-exports': {
    en: 'Tell customs where the goods that your business exports are',
    zh: '代表贵企业向海关报告出口货物的动态',
  },
  'write:customs-declarations-information': {
    en: 'See what became of your customs declarations',
    zh: '查询贵企业报关单的办理情况',
  },
} as const

/** A permission of {@link permittable}. */
export type Scope = keyof typeof permittable

/** The scopes in a list separated by spaces; undefined where one of them is not known. */
export function readScopes(text: string): readonly Scope[] | undefined {
  const named = text.split(/\s+/).filter((scope) => scope !== '')
  const known = named.filter((scope): scope is Scope => Object.hasOwn(permittable, scope))
  return named.length > 0 && known.length === named.length ? known : undefined
}
