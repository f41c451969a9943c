import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DECLARANT, DEFERMENT_ACCOUNT } from '../../src/authority/testing/hand-written-h1.ts'
import {
  conversationOf,
  firstText,
  functionCode,
  openAuthority,
  type OpenAuthority,
  TODAY,
} from '../../src/authority/testing/trader.ts'
import { createEmptyTestDatabase } from '../database.ts'
import { exampleOrder, exampleProfile } from '../shipped-examples.ts'
import { run } from '../terminal.ts'

describe('an order that is declared in two steps', () => {
  let authority: OpenAuthority
  let command: readonly string[]

  beforeAll(async () => {
    authority = await openAuthority({ database: await createEmptyTestDatabase() })
    const profile = join(await mkdtemp(join(tmpdir(), 'tidewaiter-')), 'profile.json')
    await writeFile(profile, await authorisedProfile())
    command = ['declare', '--on', TODAY.slice(0, 10), '--profile', profile]
  })
  afterAll(() => authority.close())

  const lodge = async (words: readonly string[]): Promise<readonly string[]> => {
    const stdin = JSON.stringify(await exampleOrder('marketplace-cn-gb'))
    const declared = await run([...command, ...words], { stdin })
    expect(declared).toMatchObject({ exitCode: 0, stderr: '' })
    const response = await authority.send('/customs/declarations', declared.stdout)
    expect(response.status, await response.clone().text()).toBe(202)
    return authority.notifications(conversationOf(response), '09')
  }

  it('is released on the first and charged by the second, by the figures of a full declaration', async () => {
    const full = await lodge(['--format', 'uk-cds-h1', '--arrived'])
    const simplified = await lodge(['--format', 'uk-cds-i1', '--arrived'])
    expect(simplified.map(functionCode)).toEqual(['01', '09'])

    const mrn = firstText(simplified[0], 'ID') ?? ''
    const initial = ['--supplements', mrn, '--accepted-at', TODAY.replace('.000', '')]
    const second = await lodge(['--format', 'uk-cds-h1-supplementary', ...initial])
    expect(second.map(functionCode)).toEqual(['01', '13', '13', '09'])
    expect(paymentsOf(second[2])).toEqual(paymentsOf(full[2]))
    expect(paymentsOf(second[2])).not.toEqual([])
  })
})

function paymentsOf(notification: string | undefined): readonly (string | undefined)[] {
  return [...(notification ?? '').matchAll(/<PaymentAmount[^>]*>([\d.]+)</g)].map(([, sum]) => sum)
}

/** The example platform as the trader of the open authority, authorised for simplified declarations. */
async function authorisedProfile(): Promise<string> {
  const profile = await exampleProfile('e-commerce-platform')
  const simplifiedDeclarations = {
    holderEori: profile.declarant.eori,
    decisionNumber: 'GBSDE123456789012I',
  }
  return JSON.stringify({ ...profile, simplifiedDeclarations })
    .replaceAll(profile.declarant.eori, DECLARANT)
    .replaceAll('7319052', DEFERMENT_ACCOUNT)
}
