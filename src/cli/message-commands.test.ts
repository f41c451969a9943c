import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { run } from '../../test/terminal.ts'

const accepted =
  '<MetaData><Response><FunctionCode>01</FunctionCode><Declaration><ID>24GB22WOA1EV2P6AR5</ID></Declaration></Response></MetaData>'

const linesOf = (text: string): readonly Readonly<Record<string, unknown>>[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('message read', () => {
  let folder = ''
  let file = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'message-read-'))
    file = join(folder, 'accepted.xml')
    writeFileSync(file, `\uFEFF${accepted}`)
    writeFileSync(join(folder, 'latin1.xml'), Buffer.from('<a>\xe9</a>', 'latin1'))
    writeFileSync(join(folder, 'nul.xml'), '<a>\0</a>')
    writeFileSync(join(folder, 'large.xml'), Buffer.alloc(16_000_001, ' '))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('answers messages by text and by path, in their order', async () => {
    const stdin = [
      JSON.stringify({ id: 'a', text: accepted }),
      '',
      JSON.stringify({ id: 2, path: file }),
    ].join('\r\n')
    const { exitCode, stdout, stderr } = await run(['message', 'read', '--batch'], { stdin })
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    const said = {
      format: 'uk-cds-notification',
      kind: 'notification',
      mrn: '24GB22WOA1EV2P6AR5',
      functionCode: '01',
      outcome: 'accepted',
      errors: [],
      taxes: [],
    }
    expect(linesOf(stdout)).toEqual([
      { id: 'a', ...said },
      { id: 2, ...said },
    ])
  })

  test('a line or message that is not understood is answered and does not stop the rest', async () => {
    const inFolder = (name: string): string => join(folder, name)
    const stdin = [
      '{',
      '{"text":"<a/>"}',
      '{"id":1}',
      JSON.stringify({ id: 2, path: inFolder('absent.xml') }),
      JSON.stringify({ id: 3, path: folder }),
      JSON.stringify({ id: 4, path: inFolder('large.xml') }),
      JSON.stringify({ id: 5, path: inFolder('latin1.xml') }),
      JSON.stringify({ id: 6, path: inFolder('nul.xml') }),
      JSON.stringify({ id: 7, text: '<MetaData>\n  <Response></MetaData>' }),
      JSON.stringify({ id: 8, text: '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>' }),
      JSON.stringify({ id: 9, text: 5 }),
      JSON.stringify({ id: 10, text: accepted }),
    ].join('\n')
    const { exitCode, stdout } = await run(['message', 'read', '--batch'], { stdin })
    expect(exitCode).toBe(0)
    const answers = linesOf(stdout)
    expect(answers.map(({ id }) => id)).toEqual([null, null, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    const faults = answers.slice(0, -1)
    expect(faults.filter(({ error }) => typeof error !== 'string')).toEqual([])
    expect(answers.find(({ id }) => id === 7)).toMatchObject({
      error: expect.stringMatching(
        /^Line 2, column \d+: The document is not well-formed/,
      ) as string,
      errorZh: expect.stringMatching(/^第2行/) as string,
      line: 2,
    })
    expect(answers.at(-1)).toMatchObject({ outcome: 'accepted' })
  })

  test('one message is read from a file or from standard input', async () => {
    const fromFile = await run(['message', 'read', file])
    expect(JSON.parse(fromFile.stdout)).toMatchObject({ outcome: 'accepted' })
    expect(await run(['message', 'read'], { stdin: accepted })).toEqual(fromFile)
  })

  test('one message that is not understood is bad input, told with its place', async () => {
    const { exitCode, stdout, stderr } = await run(['message', 'read'], { stdin: '<Invoice/>' })
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toMatch(
      /^tidewaiter: standard input: Line 1, column 1: Invoice holds no message/,
    )
  })

  test('a list that is not there is bad input', async () => {
    const { exitCode, stderr } = await run(['message', 'read', '--batch', join(folder, 'none')])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('There is no such file')
  })
})
