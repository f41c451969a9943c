import { describe, expect, it } from 'vitest'
import { readXml } from '../../xml/read-xml.ts'
import { writeXml } from '../../xml/write-xml.ts'
import { checkElement } from './check-element.ts'
import { readByStructure } from './read-by-structure.ts'
import { type ElementNode, structureFragments, structureTable } from './structure-table.ts'
import { writeByStructure } from './write-by-structure.ts'

const fragments = structureFragments({
  place: `
Country    001  1     code a2      country
`,
})

const children = structureTable(
  `
Number     002  1     integer n..5 number
Label      003  0..1  text an..10  label
Price      004  0..1  amount n..16,3 price
Mass       005  0..1  measure n..16,6 mass
Day        006  0..1  dateTime     day
From       007  0..1  @place       from
Part       008  0..n  group        parts
  Code     009  0..1  code an..3   code
`,
  fragments,
)

const root: ElementNode = {
  element: 'Thing',
  wcoId: '000',
  minimum: 1,
  maximum: 1,
  field: 'thing',
  content: { kind: 'group', children },
}

const namespaces = { elements: 'urn:t', dateTimes: 'urn:d' }

function element(inner: string) {
  const document = readXml(`<Thing xmlns="urn:t" xmlns:d="urn:d">${inner}</Thing>`)
  if (!document.ok) throw new Error(document.failures[0].message)
  return document.value
}

function faults(inner: string): readonly string[] {
  return checkElement(element(inner), root, { namespaces, path: '/Thing' }).map(
    ({ path, message }) => `${path} ${message}`,
  )
}

describe('a structure table', () => {
  it('gives elements, occurrences, fields and fragments', () => {
    expect(
      children.map(({ element, minimum, maximum, field }) => [element, minimum, maximum, field]),
    ).toEqual([
      ['Number', 1, 1, 'number'],
      ['Label', 0, 1, 'label'],
      ['Price', 0, 1, 'price'],
      ['Mass', 0, 1, 'mass'],
      ['Day', 0, 1, 'day'],
      ['From', 0, 1, 'from'],
      ['Part', 0, Infinity, 'parts'],
    ])
    expect(children[5]?.content).toMatchObject({ children: [{ element: 'Country' }] })
  })

  it.each([
    'Number 002',
    '    Deep 002 1 code a2 deep',
    'A 001 1 @unknown a',
    'A 001 2..3 code a2 a',
  ])('refuses the line %j', (line) => {
    expect(() => structureTable(line)).toThrow(TypeError)
  })
})

const complete = `
  <Number>1</Number><Label>Ä b</Label><Price currencyID="CNY">1.50</Price>
  <Mass unitCode="KGM">2</Mass><Day><d:DateTimeString formatCode="304">20260901120000+01</d:DateTimeString></Day>
  <From><Country>GB</Country></From><Part><Code>A</Code></Part><Part/>`

const fields = {
  number: 1,
  label: 'Ä b',
  price: { amount: '1.50', currency: 'CNY' },
  mass: { value: '2', unitCode: 'KGM' },
  day: '2026-09-01T12:00:00+01:00',
  from: { country: 'GB' },
  parts: [{ code: 'A' }, {}],
}

describe('reading and writing by a structure', () => {
  it('reads every kind of value into its field', () => {
    expect(readByStructure(element(complete), children)).toEqual({ ok: true, value: fields })
  })

  it('writes what it reads', () => {
    const contents = writeByStructure(fields, children, 'd')
    const written = writeXml({
      name: 'Thing',
      attributes: [
        ['xmlns', 'urn:t'],
        ['xmlns:d', 'urn:d'],
      ],
      children: contents,
    })
    const document = readXml(written)
    if (!document.ok) throw new Error(document.failures[0].message)
    expect(checkElement(document.value, root, { namespaces, path: '/Thing' })).toEqual([])
    expect(readByStructure(document.value, children)).toEqual({ ok: true, value: fields })
  })

  it.each([
    ['an element without field', '<Number>1</Number><Odd/>', '/Thing/Odd'],
    ['an amount without currency', '<Number>1</Number><Price>1</Price>', '/Thing/Price'],
    [
      'an attribute without field',
      '<Number>1</Number><Part><Code listID="x">A</Code></Part>',
      '/Thing/Part/Code',
    ],
    ['a text between elements', '<Number>1</Number>and<Label>a</Label>', '/Thing'],
    ['an element inside a value', '<Number>1<Odd/></Number>', '/Thing/Number'],
    ['a number that is none', '<Number>one</Number>', '/Thing/Number'],
    ['a second value of a single field', '<Number>1</Number><Number>2</Number>', '/Thing/Number'],
    [
      'a day with the format of a moment',
      '<Number>1</Number><Day><d:DateTimeString formatCode="304">20260901</d:DateTimeString></Day>',
      '/Thing/Day',
    ],
  ])('names %s instead of losing it', (_what, inner, path) => {
    expect(readByStructure(element(inner), children)).toMatchObject({
      ok: false,
      failures: [{ code: 'message-unreadable', path }],
    })
  })

  it('refuses to write a field that has no element', () => {
    expect(() => writeByStructure({ number: 1, other: 'x' }, children, 'd')).toThrow(/other/)
  })
})

describe('checking by a structure', () => {
  it('has nothing against a complete element', () => {
    expect(faults(complete)).toEqual([])
  })

  it.each([
    ['<Label>a</Label>', '/Thing/Number Thing lacks Number.'],
    ['<Label>a</Label><Number>1</Number>', '/Thing/Number Number stands too late in Thing.'],
    ['<Number>1</Number><Odd/>', '/Thing/Odd Odd has no place in Thing.'],
    ['<Number>1</Number><Number>2</Number>', '/Thing/Number Number occurs more than 1 times.'],
    ['<Number xmlns="urn:x">1</Number>', '/Thing/Number Number has no place in Thing.'],
    ['<Number>1</Number>text', '/Thing Thing holds text between its elements.'],
    ['<Number>1<Odd/></Number>', '/Thing/Number Number holds a value and no elements.'],
    ['<Number odd="1">1</Number>', '/Thing/Number Number: attribute odd: it is not allowed here.'],
    ['<Number>x</Number>', '/Thing/Number Number: "x" is no number.'],
    ['<Number>1</Number><From/>', '/Thing/From/Country From lacks Country.'],
    ['<Number>1</Number><Day>20260901</Day>', '/Thing/Day Day must hold one DateTimeString.'],
    [
      '<Number>1</Number><Part/><Part><Code>ABCD</Code></Part>',
      '/Thing/Part[2]/Code Code: "ABCD" has 4 characters, at most 3 are allowed.',
    ],
  ])('finds the fault in %s', (inner, fault) => {
    expect(faults(inner)).toContain(fault)
  })

  it('finds every fault, each with its line', () => {
    const found = checkElement(element('\n<Label/>\n<Odd/>'), root, { namespaces, path: '/Thing' })
    expect(found.map(({ path, line }) => `${path} ${line}`)).toEqual([
      '/Thing/Label 2',
      '/Thing/Odd 3',
      '/Thing/Number 1',
    ])
  })

  it('lets the children of an `all` stand in any order, each once, and asks for one of a `1..n`', () => {
    const [form] = structureTable(`
Form        - 1    all       form
  First     - 1    plain any first
  Second    - 1..n plain any second
`) as [ElementNode]
    const judge = (inner: string): number =>
      checkElement(element(inner), form, { namespaces, path: '/Form' }).length
    expect(judge('<Second/><First/>')).toBe(0)
    expect(judge('<First/><Second/><First/>')).toBe(1)
    expect(judge('<First/>')).toBe(1)
    expect(judge('<First listID="a"/><Second/>')).toBe(1)
  })
})
