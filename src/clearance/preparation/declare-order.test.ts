import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { britishBook } from '../../../test/british-book.ts'
import { valueOf } from '../../../test/gb-reference-data.ts'
import { exampleProfile } from '../../../test/shipped-examples.ts'
import { localDate } from '../../customs/calendar/local-date.ts'
import { orderReader } from '../../customs/order/read-order.ts'
import { readDataFiles } from '../../platform/data-files.ts'
import { declarationFormats } from '../declaring/declaration-formats.ts'
import { readReferenceData, type ReferenceData, referenceParts } from '../reference-data.ts'
import { declareOrder } from './declare-order.ts'

const example = new URL('../../../examples/marketplace-cn-gb.json', import.meta.url)

describe('an order that is declared', () => {
  let reference: ReferenceData
  beforeAll(async () => {
    reference = valueOf(
      readReferenceData(await readDataFiles(referenceParts), { book: britishBook() }),
    )
  })

  const declared = async (known: ReferenceData) =>
    declareOrder({
      order: valueOf(
        orderReader(known.knownCodes)(JSON.parse(readFileSync(example, 'utf8')) as unknown),
      ),
      profile: await exampleProfile('e-commerce-platform'),
      on: localDate('2026-09-01'),
      lrn: 'TW-1',
      additionalType: 'D',
      format: declarationFormats[0]!,
      reference: known,
    })

  it('agrees with our own calculation and bears only codes that are listed', async () => {
    expect(await declared(reference)).toMatchObject({ ok: true, warnings: [] })
  })

  it('comes with the warnings of the rules, which do not keep it back', async () => {
    const { declarationCodes } = reference
    const nothingListed = { isComplete: false, has: () => false }
    const lists = { ...declarationCodes.lists, currencies: nothingListed }
    const answer = await declared({
      ...reference,
      declarationCodes: { ...declarationCodes, lists },
    })
    if (!answer.ok) throw new Error(answer.findings[0].message.en)
    expect(new Set(answer.warnings.map(({ rule }) => rule))).toEqual(
      new Set(['code-listed-currency']),
    )
  })
})
