import type { Consignment } from '../../customs/consignment/consignment.ts'
import type { CaseEventData, DecidedAnew } from '../events/case-event.ts'
import type { PersonalFields } from '../personal/personal-fields.ts'
import type { Preparation } from '../preparation/prepare.ts'
import { recordPreparation } from '../preparation/record-preparation.ts'
import { newFact, type NewFact } from '../store/case-fact.ts'

/** What a case comes to on other goods data, and the facts that this refers to. */
export function decidedAnew(
  preparation: Preparation,
  consignment: Consignment,
  personal: PersonalFields,
): { readonly decided: DecidedAnew; readonly facts: readonly NewFact[] } {
  const recorded = recordPreparation(preparation, consignment, personal)
  const told = <Type extends keyof CaseEventData>(type: Type): CaseEventData[Type] | undefined =>
    recorded.events.find((event) => event.type === type)?.data as CaseEventData[Type] | undefined
  const goods = newFact('consignment', consignment, personal)
  const parties = told('parties-decided')
  const quote = told('quote-made')
  const list = told('documents-listed')?.list
  return {
    facts: [...recorded.facts, goods],
    decided: {
      consignment: goods.reference,
      lane: told('lane-decided')!,
      ...(parties && { parties }),
      ...(quote && { quote }),
      ...(list && { requiredDocuments: list }),
      documents: told('documents-prepared')?.documents ?? [],
    },
  }
}
