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

describe('message check', () => {
  const declaration = (item: string): string =>
    `<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2"><Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">
<FunctionCode>9</FunctionCode><FunctionalReferenceID>TW-1</FunctionalReferenceID><TypeCode>IMA</TypeCode>
<GoodsItemQuantity>2</GoodsItemQuantity><GoodsShipment>${item}</GoodsShipment></Declaration></md:MetaData>`
  const item = `<GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric>
<GovernmentProcedure><CurrentCode>40</CurrentCode><PreviousCode>00</PreviousCode></GovernmentProcedure></GovernmentAgencyGoodsItem>`

  async function check(text: string, environment: Readonly<Record<string, string>> = {}) {
    const stdin = JSON.stringify({ id: 1, text })
    const { stdout } = await run(['message', 'check', '--batch'], { stdin, environment })
    return linesOf(stdout)[0] as {
      readonly valid?: boolean
      readonly findings: readonly Readonly<Record<string, unknown>>[]
    }
  }

  test('names a broken rule with our field, its place in the message and the mend', async () => {
    const { findings, ...said } = await check(declaration(item))
    expect(said).toEqual({ id: 1, format: 'uk-cds-h1', kind: 'declaration', valid: false })
    expect(findings).toContainEqual({
      id: 'item-count-agrees',
      severity: 'error',
      from: 'rules',
      path: '/MetaData/Declaration/GoodsItemQuantity',
      pointer: '/goodsItemQuantity',
      dataElement: '1/9',
      line: 3,
      column: 1,
      message: expect.any(String) as string,
      mend: expect.any(String) as string,
      zh: expect.objectContaining({ message: expect.any(String) as string }) as object,
    })
  })

  test('says which rules it cannot judge from the message alone', async () => {
    const notice = (id: string): unknown =>
      expect.objectContaining({ id, severity: 'notice', from: 'rules' })
    const lowValue = '<GovernmentProcedure><CurrentCode>C07</CurrentCode></GovernmentProcedure>'
    const claiming = item.replace('</GovernmentAgencyGoodsItem>', `${lowValue}$&`)
    const told = await check(declaration(claiming))
    expect(told.findings).toContainEqual(notice('low-value-within-limit'))
    expect((await check(declaration(item))).findings).not.toContainEqual(
      notice('low-value-within-limit'),
    )
    const accepted =
      '<AcceptanceDateTime><d:DateTimeString xmlns:d="urn:wco:datamodel:WCO:Declaration_DS:DMS:2" formatCode="304">20200101120000Z</d:DateTimeString></AcceptanceDateTime>'
    const supplementary = declaration(item).replace('<FunctionCode>', `${accepted}$&`)
    expect((await check(supplementary)).findings).toContainEqual(
      notice('acceptance-within-180-days'),
    )
  })

  test('judges structure first, with the place of each fault', async () => {
    const { valid, findings } = await check(declaration(`${item.replace('>1<', '>one<')}<Odd/>`))
    expect(valid).toBe(false)
    expect(findings).toMatchObject([
      {
        from: 'structure',
        path: '/MetaData/Declaration/GoodsShipment/GovernmentAgencyGoodsItem[1]/SequenceNumeric',
        pointer: '/goodsShipment/goodsItems/0/sequenceNumber',
        dataElement: '1/6',
        line: 3,
      },
      {
        from: 'structure',
        severity: 'error',
        path: '/MetaData/Declaration/GoodsShipment/Odd',
        line: 4,
      },
      { from: 'check', severity: 'notice', id: 'rules-not-judged' },
    ])
  })

  test('judges what a community system carries and says that it is all', async () => {
    const { findings } = await check(`<s:submit xmlns:s="urn:s">${declaration(item)}</s:submit>`)
    expect(findings).toContainEqual(expect.objectContaining({ id: 'envelope-not-judged' }))
  })

  test('says where there is nothing to judge by', async () => {
    const said = await check('<i:inventoryLinkingQueryRequest xmlns:i="urn:i"/>')
    expect(said).toMatchObject({ findings: [{ id: 'structure-not-known', severity: 'notice' }] })
    expect(said.valid).toBeUndefined()
  })

  test('ends with 1 where something speaks against one message, with 0 where nothing does', async () => {
    const broken = await run(['message', 'check'], { stdin: declaration(item) })
    expect(broken.exitCode).toBe(1)
    const stdin = '<errorResponse><code>NOT_FOUND</code><message>m</message></errorResponse>'
    const sound = await run(['message', 'check', '--on', '2026-11-23'], { stdin })
    expect(sound.exitCode).toBe(0)
    expect(JSON.parse(sound.stdout)).toMatchObject({ valid: true, findings: [] })
  })

  test('refuses a day that does not exist', async () => {
    const { exitCode, stderr } = await run(['message', 'check', '--on', '2026-02-30'])
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: expect.stringContaining('There is no day 2026-02-30') as string,
    })
  })

  describe('with official schemas', () => {
    let folder = ''
    const errorSchema = (code: string): string =>
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="errorResponse"><xs:complexType><xs:sequence>
<xs:element name="${code}" type="xs:string"/><xs:element name="message" type="xs:string"/></xs:sequence></xs:complexType></xs:element></xs:schema>`
    const response = '<errorResponse><code>NOT_FOUND</code><message>m</message></errorResponse>'
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'message-schemas-'))
    })
    afterAll(() => rmSync(folder, { recursive: true }))

    const withSchema = (text: string) => {
      writeFileSync(join(folder, 'whatever.xsd'), text)
      return check(response, { TIDEWAITER_SCHEMAS: folder })
    }

    test('lists both verdicts', async () => {
      expect(await withSchema(errorSchema('code'))).toMatchObject({
        valid: true,
        verdicts: { structure: true, schema: true },
        findings: [],
      })
    })

    test('says where the verdicts differ', async () => {
      const { findings, ...said } = await withSchema(errorSchema('number'))
      expect(said).toMatchObject({ valid: false, verdicts: { structure: true, schema: false } })
      expect(findings).toMatchObject([
        { from: 'schema', severity: 'error', line: 1 },
        { id: 'verdicts-differ', severity: 'warning' },
      ])
    })

    test.each([
      [
        'holds no schema that is known',
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>',
        'holds no schema',
      ],
      ['holds what is no schema', '<odd', 'cannot be read'],
    ])('a folder that %s is bad input', async (_, text, message) => {
      writeFileSync(join(folder, 'whatever.xsd'), text)
      const environment = { TIDEWAITER_SCHEMAS: folder }
      const { exitCode, stderr } = await run(['message', 'check', '--batch'], { environment })
      expect({ exitCode, stderr }).toEqual({
        exitCode: 2,
        stderr: expect.stringContaining(message) as string,
      })
    })
  })
})
