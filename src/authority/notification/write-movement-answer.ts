import { namespaces } from '../message/namespaces.ts'
import type { LodgedMovement } from '../message/read-requests.ts'
import { node, optionalNode, writeXml } from '../xml/write-xml.ts'

/** What the inventory of exports says of a movement: `1` taken, `3` refused. */
export interface MovementAnswer extends LodgedMovement {
  readonly actionCode: '1' | '3'
  /** Two digits, of a refusal. */
  readonly errorCode?: string
}

/** Writes the control response of HMRC's inventory linking for exports. */
export function writeMovementAnswer(answer: MovementAnswer): string {
  const { code, actionCode, ucr, ucrType, reference, errorCode } = answer
  return writeXml(
    node(
      'inventoryLinkingControlResponse',
      [
        node('messageCode', code),
        node('actionCode', actionCode),
        node('ucr', [node('ucr', ucr), node('ucrType', ucrType)]),
        optionalNode('movementReference', reference),
        errorCode === undefined ? undefined : node('error', [node('errorCode', errorCode)]),
      ],
      { xmlns: namespaces.inventoryLinking },
    ),
  )
}
