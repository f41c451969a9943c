import type { LocalDate } from '../calendar/local-date.ts'
import type { Consignment } from '../consignment/consignment.ts'
import type { LaneDecision } from '../lane/lane-decision.ts'
import { eoriTerritoryOf } from './eori-territory-of.ts'
import type { Laws } from '../law/law.ts'
import { combine, type Result, success } from '../result.ts'
import { decideDeclarant } from './decide-declarant.ts'
import { decideImporter } from './decide-importer.ts'
import { decidePayers } from './decide-payers.ts'
import { decideDutyPayment, decideImportVat, decideSellerForVat } from './decide-vat.ts'
import type { PartiesDecision } from './parties-decision.ts'
import type { TraderProfile } from './trader-profile.ts'

/** What a decision on the parties is made from. */
export interface PartiesQuestion {
  readonly consignment: Consignment
  readonly lane: LaneDecision
  readonly profile: TraderProfile
  readonly on: LocalDate
  readonly laws: Laws
}

/**
 * Decides who is who before customs, each fact by itself and with its reason: importer, declarant,
 * representation, payer of each charge, seller for VAT, and where import VAT is accounted for.
 *
 * A case without a lawful importer or declarant is refused with every way to mend it.
 */
export function decideParties(question: PartiesQuestion): Result<PartiesDecision> {
  const { consignment, lane, profile, laws } = question
  const territory = eoriTerritoryOf(lane)
  const decided = combine({
    declarant: decideDeclarant(profile, laws, territory),
    importer: decideImporter({ ...question, territory }),
  })
  if (!decided.ok) return decided
  const { declarant, importer } = decided.value
  const dutyPayment = decideDutyPayment(profile, laws)
  return success({
    ...importer,
    declarant,
    payers: decidePayers({ consignment, lane, profile, importer }),
    sellerForVat: decideSellerForVat(consignment, lane, laws),
    importVatAccounting: decideImportVat({
      ...{ consignment, lane, profile, laws, dutyPayment },
      importer: importer.importerOfRecord.value,
    }),
    dutyPayment,
  })
}
