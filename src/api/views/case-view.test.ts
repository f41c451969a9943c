import { expect, test } from 'vitest'

import { startTestApi } from '../../../test/api.ts'
import { lodgedCaseEvents, recorded } from '../../../test/lodged-case.ts'
import { replay } from '../../clearance/evolve.ts'
import { money } from '../../customs/money/money.ts'
import { inTenant } from '../../platform/postgres/index.ts'
import { readCaseView } from './case-view.ts'

test('a debt is shown with the decimals of its currency, however the authority spelt it', async () => {
  const api = await startTestApi()
  const { tenantId } = await api.addTenant()
  const debt = { debtId: 'a', taxType: 'A00', amount: money('40.6', 'GBP'), payer: 'buyer' }
  const state = replay(
    recorded([
      ...lodgedCaseEvents('LRN-1'),
      { type: 'declaration-accepted', data: { mrn: '26GB1' } },
      { type: 'debt-incurred', data: debt },
    ]),
  )
  const view = await inTenant(api.database, tenantId, (transaction) =>
    readCaseView(transaction, state),
  )
  expect(view.debts).toMatchObject([{ amount: { amount: '40.60', currency: 'GBP' } }])
  await api.close()
})
