import { failure, type Failure, type Result, success } from '../result.ts'

/** The subject with the named properties present. */
export type WithFacts<T, Name extends keyof T> = T & {
  readonly [Property in Name]-?: NonNullable<T[Property]>
}

/**
 * Passes a subject on once every fact that a document needs of it is there; each absent one is named.
 *
 * @param names what each needed property is called in a sentence, by its property name
 * @param path JSON Pointer to the subject
 * @example withFacts(item, { origin: 'the country of origin' }, '/goodsItems/0')
 */
export function withFacts<T extends object, Name extends keyof T & string>(
  subject: T,
  names: Readonly<Record<Name, string>>,
  path: string,
): Result<WithFacts<T, Name>> {
  const [first, ...others] = Object.entries<string>(names)
    .filter(([property]) => subject[property as Name] === undefined)
    .map(([property, name]) => missing(`${path}/${property}`, name))
  return first === undefined ? success(subject as WithFacts<T, Name>) : failure(first, ...others)
}

function missing(path: string, name: string): Failure {
  return {
    code: 'fact-missing',
    path,
    message: `The document cannot be made out without ${name}.`,
    mend: `State ${name}.`,
  }
}
