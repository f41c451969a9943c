import type { BilingualText } from '../bilingual-text.ts'
import { type Failure, type Result, resultOf } from '../result.ts'

/** The subject with the named properties present. */
export type WithFacts<T, Name extends keyof T> = T & {
  readonly [Property in Name]-?: NonNullable<T[Property]>
}

/**
 * Passes a subject on once every fact that a document needs of it is there; each absent one is
 * named.
 *
 * @param names what each needed property is called in a sentence, by its property name
 * @param path JSON Pointer to the subject
 * @example withFacts(item, { origin: { en: 'the country of origin', zh: '原产国' } }, '/goodsItems/0')
 */
export function withFacts<T extends object, Name extends keyof T & string>(
  subject: T,
  names: Readonly<Record<Name, BilingualText>>,
  path: string,
): Result<WithFacts<T, Name>> {
  const needed = Object.keys(names) as Name[]
  const failures = needed
    .filter((name) => subject[name] === undefined)
    .map((name) => missing(`${path}/${name}`, names[name]))
  // Without failures every named property is there, which the type system cannot see.
  return resultOf<WithFacts<T, Name>>(failures, () => subject as never)
}

function missing(path: string, { en, zh }: BilingualText): Failure {
  return {
    code: 'fact-missing',
    path,
    message: `The document cannot be made out without ${en}.`,
    mend: `State ${en}.`,
    zh: { message: `缺少${zh}，无法出具单证。`, mend: `请填写${zh}。` },
  }
}
