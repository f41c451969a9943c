import { describe, expect, it } from 'vitest'

import { consignmentFields, itemFields } from '../../../authority/risk/risk-rule.ts'
import { consignmentFieldChoices, itemFieldChoices } from './rule-choices.ts'

describe('the facts that a rule can be written about at the desk', () => {
  it.each([
    ['the consignment', consignmentFields, consignmentFieldChoices],
    ['an item', itemFields, itemFieldChoices],
  ])('are those of %s that the office looks at', (_of, { texts, amounts }, choices) => {
    expect(choices.toSorted()).toEqual([...texts, ...amounts].toSorted())
  })
})
