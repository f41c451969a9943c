import fc from 'fast-check'
import type { XmlAttribute, XmlElement } from '../../src/customs/xml/xml-element.ts'

/** A change of one element of a tree; `undefined` removes it, several put copies in its place. */
type Change = (element: XmlElement) => readonly XmlElement[]

/** A tree, and what has been changed in it. */
export interface Mutation {
  readonly description: string
  apply(root: XmlElement): XmlElement
}

/** One to three random changes anywhere below the root of a message. */
export function mutations(): fc.Arbitrary<Mutation> {
  return fc
    .array(fc.tuple(fc.nat({ max: 4000 }), oneChange()), { minLength: 1, maxLength: 3 })
    .map((changes) => ({
      description: changes.map(([at, { label }]) => `${label} at ${at}`).join(', '),
      apply: (root) => changes.reduce((tree, [at, { change }]) => changeAt(tree, at, change), root),
    }))
}

function oneChange(): fc.Arbitrary<{ readonly label: string; readonly change: Change }> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant({ label: 'remove', change: () => [] }) },
    { weight: 2, arbitrary: fc.constant({ label: 'repeat', change: (e: XmlElement) => [e, e] }) },
    { weight: 1, arbitrary: fc.constantFrom('Name', 'ID', 'TypeCode', 'Odd').map(rename) },
    { weight: 5, arbitrary: values.map(setText) },
    { weight: 2, arbitrary: attributes.map(addAttribute) },
    { weight: 1, arbitrary: fc.constant({ label: 'bare', change: withoutAttributes }) },
    { weight: 1, arbitrary: fc.constant({ label: 'reverse', change: reverseChildren }) },
    { weight: 1, arbitrary: fc.constant({ label: 'swap', change: swapFirstChildren }) },
    { weight: 1, arbitrary: fc.constantFrom('', 'urn:other').map(setNamespace) },
    { weight: 1, arbitrary: fc.constant({ label: 'nest', change: nest }) },
  )
}

/** Values at and beyond the edges of the formats. */
const values = fc.oneof(
  fc.constantFrom('', ' ', '\n', 'x\ny', ' x ', 'A', '1', '12', 'AB', 'ABC', '9', '13', '-1', '+1'),
  fc.constantFrom('0', '1.', '.5', '.', '1.0', '00012', '1e3', '99999', '100000', '1.0004', 'GBP'),
  fc.constantFrom('20260901', '20260901120000Z', '20260901120000+01', '19990101', '２'),
  fc
    .tuple(
      fc.constantFrom('x', '7', 'é', '😀'),
      fc.constantFrom(3, 4, 5, 9, 17, 35, 36, 70, 71, 512, 513),
    )
    .map(([character, length]) => character.repeat(length)),
  fc.tuple(fc.nat({ max: 99_999_999 }), fc.nat({ max: 9_999_999 })).map(([a, b]) => `${a}.${b}`),
)

const attributes: fc.Arbitrary<XmlAttribute> = fc.record({
  namespace: fc.constantFrom('', '', '', 'urn:other'),
  name: fc.constantFrom(
    'currencyID',
    'unitCode',
    'languageID',
    'schemeID',
    'listID',
    'formatCode',
    'listAgencyID',
    'odd',
  ),
  value: fc.constantFrom(
    '',
    'GBP',
    'gbp',
    'KGM',
    'KGM#GX',
    'en',
    'en-GB',
    '304',
    '102',
    '6',
    'abcd',
  ),
})

const rename = (name: string) => ({
  label: `rename ${name}`,
  change: (element: XmlElement) => [{ ...element, name }],
})

const setText = (text: string) => ({
  label: `text ${JSON.stringify(text)}`,
  change: (element: XmlElement) =>
    element.children.length > 0 ? [element] : [{ ...element, text }],
})

const addAttribute = (attribute: XmlAttribute) => ({
  label: `attribute ${attribute.name}="${attribute.value}"`,
  change: (element: XmlElement) => [
    {
      ...element,
      attributes: [...element.attributes.filter(({ name }) => name !== attribute.name), attribute],
    },
  ],
})

const setNamespace = (namespace: string) => ({
  label: `namespace ${namespace}`,
  change: (element: XmlElement) => [{ ...element, namespace }],
})

const withoutAttributes: Change = (element) => [{ ...element, attributes: [] }]

const reverseChildren: Change = (element) => [
  { ...element, children: [...element.children].reverse() },
]

const swapFirstChildren: Change = (element) => {
  const [first, second, ...others] = element.children
  if (first === undefined || second === undefined) return [element]
  return [{ ...element, children: [second, first, ...others] }]
}

const nest: Change = (element) => [{ ...element, text: '', children: [element] }]

/** Changes the element at a position in document order, counted round below the root. */
function changeAt(root: XmlElement, position: number, change: Change): XmlElement {
  const count = countElements(root) - 1
  if (count < 1) return root
  let remaining = position % count
  const visit = (element: XmlElement): readonly XmlElement[] => {
    if (remaining === 0) {
      remaining -= 1
      return change(element)
    }
    remaining -= 1
    return [{ ...element, children: element.children.flatMap(visit) }]
  }
  return { ...root, children: root.children.flatMap(visit) }
}

function countElements(element: XmlElement): number {
  return element.children.reduce((count, child) => count + countElements(child), 1)
}
