import type { Failure } from './result.ts'

/** A name by which one entry of a data file cites another, with the place where it does. */
export interface Citation<Kind extends string = string> {
  /** What is cited, such as `law` or `source`. */
  readonly kind: Kind
  readonly name: string
  readonly path: string
}

/** @example cited('law', 'gb-duty-rate', '/regimes/0') */
export function cited<Kind extends string>(kind: Kind, name: string, path: string): Citation<Kind> {
  return { kind, name, path }
}

/** The failure of a name that leads nowhere. */
export function notThere({ kind, name, path }: Citation): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `${path} names the ${kind} ${name}, which is not there.`,
    mend: `Add the ${kind}, or correct the name.`,
    zh: {
      message: `${path} 引用了不存在的 ${name}。`,
      mend: '请补充所引用的条目，或更正名称。',
    },
  }
}
