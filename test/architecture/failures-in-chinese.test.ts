import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

import ts from 'typescript'
import { describe, expect, it } from 'vitest'

import { failureCatalogue } from '../../src/customs/failure-codes.ts'
import { checkoutFolder } from '../../src/platform/checkout.ts'

/** What can refuse something to a person through the interface. */
const rooms = [
  ...[
    'access',
    'agents',
    'api',
    'authority',
    'clearance',
    'customs',
    'exchange',
    'papers',
    'relationship',
    'stage',
    'tariffs',
    'tracking',
  ],
].map((room) => join('src', room))

/** These read what machines send to machines, and answer nobody else. */
const readersOfMessages = [
  join('src', 'authority', 'xml'),
  join('src', 'customs', 'xml'),
  ...['structure', 'uk-cds'].map((place) => join('src', 'customs', 'formats', place, 'read-')),
]

const codes: ReadonlySet<string> = new Set(Object.keys(failureCatalogue))

describe('a failure that can reach a person', () => {
  it('says in Chinese what it says in English', async () => {
    const files = (await Promise.all(rooms.map(sourcesOf))).flat()
    const faults = await Promise.all(files.map(async (file) => faultsOf(file, await read(file))))
    expect(faults.flat()).toEqual([])
  })

  it.each([
    ['a failure without zh', `({ code: 'conflict', path: '', message: 'No.' })`, 'has no zh'],
    [
      'a mend that is not translated',
      `({ code: 'conflict', path, message, mend: 'Go.', zh: { message: '否。' } })`,
      'its mend is in one language only',
    ],
    [
      'a mend that only Chinese readers are told',
      `({ code: 'conflict', path, message, zh: { message: '否。', mend: '去。' } })`,
      'its mend is in one language only',
    ],
    [
      'English in place of Chinese',
      `({ code: 'conflict', path, message, zh: { message: 'No.' } })`,
      'zh holds no Chinese',
    ],
    [
      'a path of the interface, which is no place that people go to',
      `({ code: 'not-found', path, message, mend: 'See /v1/orders.', zh: { message: '无。', mend: '见。' } })`,
      'sends people to a path of the interface',
    ],
  ])('is found out: %s', (_, source, fault) => {
    expect(faultsOf('example.ts', source)).toEqual([`example.ts:1 ${fault}`])
  })

  it.each([
    `({ code: 'conflict', path, message, mend, zh: { message: zh, mend: '去。' } })`,
    `({ code: 'conflict', path, message: en, zh: { message: zh } })`,
    `Type.Object({ code: Type.String(), message: Type.String() })`,
    `({ code: 'EPIPE', message: 'broken pipe' })`,
  ])('is not seen where all is well, or nothing refused: %s', (source) => {
    expect(faultsOf('example.ts', source)).toEqual([])
  })
})

async function sourcesOf(room: string): Promise<readonly string[]> {
  const entries = await readdir(join(checkoutFolder, room), {
    recursive: true,
    withFileTypes: true,
  })
  return entries
    .filter(({ name }) => /(?<!\.test|\.fixture)\.ts$/.test(name))
    .map(({ parentPath, name }) => relative(checkoutFolder, join(parentPath, name)))
    .filter((file) => !readersOfMessages.some((reader) => file.startsWith(reader)))
}

function read(file: string): Promise<string> {
  return readFile(join(checkoutFolder, file), 'utf8')
}

/** Where failures are written down, and what is wanting there: `src/api/orders.ts:12 has no zh`. */
function faultsOf(file: string, source: string): readonly string[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const faults: string[] = []
  const look = (node: ts.Node): void => {
    const fault = ts.isObjectLiteralExpression(node) ? faultOf(node) : undefined
    if (fault !== undefined) {
      const { line } = parsed.getLineAndCharacterOfPosition(node.getStart())
      faults.push(`${file}:${line + 1} ${fault}`)
    }
    ts.forEachChild(node, look)
  }
  look(parsed)
  return faults
}

function faultOf(literal: ts.ObjectLiteralExpression): string | undefined {
  const code = propertyOf(literal, 'code')
  if (code === undefined || !namesFailure(code)) return undefined
  if (propertyOf(literal, 'message') === undefined) return undefined
  const zh = propertyOf(literal, 'zh')
  if (zh === undefined) return 'has no zh'
  if (!ts.isPropertyAssignment(zh) || !ts.isObjectLiteralExpression(zh.initializer))
    return undefined
  const wording = zh.initializer
  if (namesPathOfInterface(literal)) return 'sends people to a path of the interface'
  const inEnglish = propertyOf(literal, 'mend') !== undefined
  const inChinese = propertyOf(wording, 'mend') !== undefined
  if (inEnglish !== inChinese) return 'its mend is in one language only'
  return wording.properties.every(mayBeChinese) ? undefined : 'zh holds no Chinese'
}

/** What is not found is looked for by people, who know lists and pages and no paths. */
function namesPathOfInterface(literal: ts.ObjectLiteralExpression): boolean {
  const text = literal.getText()
  return /\bcode: 'not-found'/.test(text) && text.includes('/v1/')
}

/** A property under its own name, however it is given; what a spread brings along is not seen. */
function propertyOf(literal: ts.ObjectLiteralExpression, name: string) {
  return literal.properties.find((property) => property.name?.getText() === name)
}

/** Whether a code of the catalogue stands there, also as one of two. */
function namesFailure(property: ts.ObjectLiteralElementLike): boolean {
  return ts.isPropertyAssignment(property) && literalsIn(property.initializer).some(isCode)
}

function isCode({ text }: ts.StringLiteral): boolean {
  return codes.has(text)
}

function literalsIn(node: ts.Node): readonly ts.StringLiteral[] {
  if (ts.isStringLiteral(node)) return [node]
  return node.getChildren().flatMap(literalsIn)
}

/** A sentence that is written out in letters has to have Chinese ones among them. */
function mayBeChinese(property: ts.ObjectLiteralElementLike): boolean {
  if (!ts.isPropertyAssignment(property)) return true
  const written = writtenIn(property.initializer)
  return !/\p{L}/u.test(written) || /\p{Script=Han}/u.test(written)
}

/** The text of a literal without what is filled in; nothing where the text comes from elsewhere. */
function writtenIn(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return ''
  return node.head.text + node.templateSpans.map(({ literal }) => literal.text).join('')
}
