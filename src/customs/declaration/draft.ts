import { jsonPointer } from '../json-pointer.ts'
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
        : { readonly [Key in keyof T]: Draft<NonNullable<T[Key]>> | undefined })

export function from<T>({ origin }: { readonly origin: FieldOrigin }, value: T): FromOrigin<T> {
  return new FromOrigin(value, origin)
}

/** A value that a rule of the authority or of arithmetic fixes. */
export function byRule<T>(note: string, value: T): FromOrigin<T> {
  return new FromOrigin(value, { source: 'rule', note })
}

/** The finished value, and for each of its leaves, by JSON Pointer, where it comes from. */
export interface Finished<T> {
  readonly value: T
  readonly origins: Readonly<Record<string, FieldOrigin>>
}

/** Takes the marks off a draft; fields that are `undefined` and lists that are empty fall away. */
export function finish<T>(draft: Draft<T>): Finished<T> {
  const origins: Record<string, FieldOrigin> = {}
  const value = finishBranch(draft, { path: '', origins }) as T
  return { value, origins }
}

interface Finishing {
  readonly path: string
  readonly origins: Record<string, FieldOrigin>
  readonly origin?: FieldOrigin
}

function finishBranch(branch: unknown, finishing: Finishing): unknown {
  if (branch instanceof FromOrigin) {
    return finishBranch(branch.value, { ...finishing, origin: branch.origin })
  }
  const below = (key: string | number): Finishing => ({
    ...finishing,
    path: `${finishing.path}${jsonPointer(key)}`,
  })
  if (Array.isArray(branch)) {
    return branch.length === 0
      ? undefined
      : branch.map((item, index) => finishBranch(item, below(index)))
  }
  if (typeof branch === 'object' && branch !== null) {
    const fields: Record<string, unknown> = {}
    for (const [key, field] of Object.entries(branch)) {
      const value = field === undefined ? undefined : finishBranch(field, below(key))
      if (value !== undefined) fields[key] = value
    }
    return fields
  }
  if (finishing.origin !== undefined) finishing.origins[finishing.path] = finishing.origin
  return branch
}
