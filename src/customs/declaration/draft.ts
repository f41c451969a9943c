import type { BilingualText } from '../bilingual-text.ts'
import type { FieldOrigin } from './fill-input.ts'

/** A value, or a whole branch, with where it comes from. */
class FromOrigin<T> {
  readonly value: T
  readonly origin: FieldOrigin

  constructor(value: T, origin: FieldOrigin) {
    this.value = value
    this.origin = origin
  }
}

/**
 * A value in the making: the same shape as the value, but every leaf stands below a mark of its
 * origin. The compiler thereby refuses a field whose origin nobody has stated.
 */
export type Draft<T> =
  | FromOrigin<T>
  | (T extends readonly (infer Item)[]
      ? readonly Draft<Item>[]
      : T extends string | number | boolean
        ? never
        : Drafted<T>)

/** A group in the making, whose fields can still be put together with others. */
export type Drafted<T> = { readonly [Key in keyof T]: Draft<NonNullable<T[Key]>> | undefined }

/**
 * A value that comes from where the given facts come from; it holds for every leaf below it that
 * has no mark of its own.
 */
export function from<T>({ origin }: { readonly origin: FieldOrigin }, value: T): FromOrigin<T> {
  return new FromOrigin(value, origin)
}

/** A value that a rule of the authority or of arithmetic fixes. */
export function byRule<T>(note: BilingualText, value: T): FromOrigin<T> {
  return new FromOrigin(value, { source: 'rule', note })
}

/** The finished value, and for each of its leaves, by JSON Pointer, where it comes from. */
export interface Finished<T> {
  readonly value: T
  readonly origins: Readonly<Record<string, FieldOrigin>>
}

/** Takes the marks off a draft; fields that are `undefined` and lists that are empty fall away. */
export function finish<T>(draft: Draft<T>): Finished<T> {
  const finishing = new Finishing()
  const value = finishing.branch(draft, '', undefined) as T
  return { value, origins: finishing.origins }
}

class Finishing {
  readonly origins: Record<string, FieldOrigin> = {}

  /** Field names and positions need no escape, so paths are built by hand. */
  branch(branch: unknown, path: string, origin: FieldOrigin | undefined): unknown {
    if (branch instanceof FromOrigin) return this.branch(branch.value, path, branch.origin)
    if (Array.isArray(branch)) return this.#list(branch, path, origin)
    if (typeof branch === 'object' && branch !== null) return this.#group(branch, path, origin)
    if (origin !== undefined) this.origins[path] = origin
    return branch
  }

  #list(list: readonly unknown[], path: string, origin: FieldOrigin | undefined): unknown {
    if (list.length === 0) return undefined
    return list.map((item, index) => this.branch(item, `${path}/${index}`, origin))
  }

  #group(group: object, path: string, origin: FieldOrigin | undefined): unknown {
    const fields: Record<string, unknown> = {}
    for (const [key, field] of Object.entries(group)) {
      if (field === undefined) continue
      const value = this.branch(field, `${path}/${key}`, origin)
      if (value !== undefined) fields[key] = value
    }
    return fields
  }
}
