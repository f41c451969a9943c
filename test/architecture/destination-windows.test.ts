import { readdirSync } from 'node:fs'

import { expect, it } from 'vitest'

import { shippedDestination } from '../landed-cost.ts'

const FOR_GOOD = '9999-12-31'

it('every charge of a destination can be in force while its regime is', () => {
  const codes = readdirSync(new URL('../../data/destinations/', import.meta.url)).map((name) =>
    name.replace('.json', '').toUpperCase(),
  )
  const idle = codes.flatMap((code) =>
    shippedDestination(code).regimes.flatMap((regime) =>
      regime.charges
        .filter(
          (charge) =>
            (charge.validFrom ?? regime.validFrom) >= (regime.validUntil ?? FOR_GOOD) ||
            regime.validFrom >= (charge.validUntil ?? FOR_GOOD),
        )
        .map((charge) => `${code} ${regime.id} ${regime.validFrom} ${charge.id}`),
    ),
  )
  expect(idle).toEqual([])
})
