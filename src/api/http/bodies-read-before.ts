import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** For a route that is asked the same again and again. */
    readonly bodies?: BodiesReadBefore
  }
}

/** So many bodies are remembered: a few megabytes. */
const MOST_BODIES = 1_000

/** In characters of JSON: a sale of a dozen lines. Longer ones are rarely sent twice, and fill the room. */
export const LONGEST_REMEMBERED_BODY = 4_000

/**
 * Bodies that came before: the same text is neither parsed nor checked again. What is handed out for
 * it is one value, which nobody can change.
 */
export class BodiesReadBefore {
  readonly #mayBeKept: (body: unknown) => boolean
  readonly #read = new Map<string, object>()
  readonly #valid = new WeakSet<object>()

  /** @param mayBeKept tells bodies without personal data, which alone may stay in memory */
  constructor(mayBeKept: (body: unknown) => boolean) {
    this.#mayBeKept = mayBeKept
  }

  /** What was read from the same text before. */
  find(text: string): unknown {
    return this.#read.get(text)
  }

  /** Keeps what was read from a text; if it is kept, it cannot be changed any more. */
  keep(text: string, body: unknown): void {
    if (text.length > LONGEST_REMEMBERED_BODY || !isObject(body) || !this.#mayBeKept(body)) return
    if (this.#read.size >= MOST_BODIES) this.#read.clear()
    this.#read.set(text, unchangeable(body))
  }

  /** The same validation, which lets pass what it has let pass before. */
  checkedOnce(compile: FastifySchemaCompiler<TSchema>): FastifySchemaCompiler<TSchema> {
    return (part) => {
      const check = compile(part)
      return part.httpPart === 'body' ? (body: unknown) => this.#checked(body, check) : check
    }
  }

  #checked(body: unknown, check: ReturnType<FastifySchemaCompiler<TSchema>>) {
    if (!isObject(body)) return check(body)
    if (this.#valid.has(body)) return { value: body }
    const result = check(body)
    // Of one that can be changed nothing is known when it comes again.
    if (Object.isFrozen(body) && isObject(result) && !('error' in result)) this.#valid.add(body)
    return result
  }
}

function unchangeable<T>(value: T): T {
  if (!isObject(value)) return value
  for (const inner of Object.values(value)) unchangeable(inner)
  return Object.freeze(value)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
