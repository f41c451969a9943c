/**
 * The one text form of a value, RFC 8785 (JSON Canonicalization Scheme): equal values give equal
 * text, so a hash of the text identifies the value.
 *
 * Facts hold strings, whole numbers, booleans, lists and objects. A fraction is refused, because
 * amounts and weights are decimal text and a float among them is a mistake. An absent property and
 * one that is `undefined` are the same.
 *
 * @throws TypeError when the value holds anything else or text that is no well-formed Unicode.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return canonicalString(value)
    case 'number':
      if (!Number.isSafeInteger(value)) throw new TypeError(`not a whole number: ${value}`)
      return JSON.stringify(value)
    case 'boolean':
      return String(value)
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? canonicalList(value) : canonicalObject(value)
    default:
      throw new TypeError(`a fact cannot hold a value of type ${typeof value}`)
  }
}

const LONE_SURROGATE = /\p{Surrogate}/u
/** Most names and values are such text, which is its own escape. */
const PLAIN = /^[ !#-[\]-~]*$/

function canonicalString(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`
  if (LONE_SURROGATE.test(text)) throw new TypeError('the text is no well-formed Unicode')
  return JSON.stringify(text)
}

function canonicalList(list: readonly unknown[]): string {
  return `[${list.map(canonicalJson).join(',')}]`
}

function canonicalObject(object: object): string {
  const prototype: unknown = Object.getPrototypeOf(object)
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('a fact cannot hold an instance of a class')
  }
  const values = object as Readonly<Record<string, unknown>>
  let text = ''
  // RFC 8785 section 3.2.3 orders names by UTF-16 code units, which is how sort() compares text.
  for (const name of Object.keys(values).sort()) {
    const value = values[name]
    if (value === undefined) continue
    text += `${text === '' ? '' : ','}${canonicalString(name)}:${canonicalJson(value)}`
  }
  return `{${text}}`
}
