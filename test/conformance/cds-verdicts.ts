import fc from 'fast-check'
import {
  type MessageKind,
  recogniseMessage,
} from '../../src/customs/formats/uk-cds/message/message-kind.ts'
import {
  type StructureCheck,
  structureCheckOf,
} from '../../src/customs/formats/uk-cds/message/message-structure.ts'
import { writeCancellationRequest } from '../../src/customs/formats/uk-cds/write-cancellation-request.ts'
import { contentToWrite } from '../../src/customs/xml/content-to-write.ts'
import { readXml } from '../../src/customs/xml/read-xml.ts'
import { writeXml } from '../../src/customs/xml/write-xml.ts'
import type { XmlElement } from '../../src/customs/xml/xml-element.ts'
import { valueOf } from '../gb-reference-data.ts'
import { apiExamples } from './cds-api-examples.ts'
import { mutations } from './cds-mutations.ts'
import { declarationSamples, notificationSamples, scenarioNotifications } from './cds-samples.ts'
import { type Schema, schemaAt } from './cds-schema.ts'

/** Messages that one schema judges, and the check of ours that has to judge them alike. */
export interface SchemaFamily {
  readonly name: string
  readonly kind: MessageKind
  readonly check: StructureCheck
  readonly schema: Schema
  readonly messages: readonly { readonly name: string; readonly document: XmlElement }[]
}

/** What became of messages that were judged twice. */
export interface Verdicts {
  readonly accepted: number
  readonly refused: number
  /** Messages on which the two do not agree, with what each says. */
  readonly disagreements: readonly string[]
}

const schemas: Readonly<Record<string, readonly [MessageKind, ...string[]]>> = {
  declarations: ['declaration', 'customs', 'wrapper_submit.xsd'],
  cancellations: ['cancellation-request', 'customs', 'wrapper_cancel.xsd'],
  notifications: ['notification', 'customs', 'wrapper_notification.LOCAL.xsd'],
  errors: ['error-response', 'customs', 'error.xsd'],
  'upload requests': ['file-upload-request', 'wco', 'fileupload', 'FileUploadRequest.xsd'],
  'upload responses': ['file-upload-response', 'wco', 'fileupload', 'FileUploadResponse.xsd'],
  'upload notifications': [
    'file-upload-notification',
    'wco',
    'fileupload',
    'FileUploadNotification.xsd',
  ],
}

const familyOfKind: Partial<Readonly<Record<MessageKind, string>>> = {
  ...Object.fromEntries(Object.entries(schemas).map(([name, [kind]]) => [kind, name])),
  amendment: 'declarations',
  'arrival-notification': 'declarations',
}

/** Every kind for which there is a schema, with all shared messages of it. To be disposed. */
export function schemaFamilies(): readonly SchemaFamily[] {
  const all = [...sharedMessages(), ...ownMessages]
  return Object.entries(schemas).map(([name, [kind, ...file]]) => ({
    name,
    kind,
    check: structureCheckOf(kind)!,
    schema: schemaAt(...file),
    messages: all.filter(({ document }) => familyOf(document) === name),
  }))
}

function sharedMessages(): readonly { readonly name: string; readonly document: XmlElement }[] {
  return [
    ...declarationSamples(),
    ...notificationSamples(),
    ...scenarioNotifications(),
    ...apiExamples(),
  ].map(({ name, bytes }) => ({ name, document: valueOf(readXml(bytes)) }))
}

/** Requests of community system providers have an envelope around that no schema describes. */
function familyOf(document: XmlElement): string | undefined {
  if (document.name === 'submitDeclarationRequest') return undefined
  const recognised = recogniseMessage(document)
  return recognised.ok ? familyOfKind[recognised.value.kind] : undefined
}

const parsed = (text: Uint8Array | string): XmlElement => valueOf(readXml(text))

/** Of some kinds the shared material has no message, or none with every element. */
const ownMessages = [
  {
    name: 'own cancellation',
    document: parsed(
      writeCancellationRequest({
        lrn: 'TW-1',
        mrn: '24GBACHBAKA9WI1A04',
        submitterEori: 'GB427168118378',
        reason: 'other',
        explanation: 'Sold.',
      }),
    ),
  },
  {
    name: 'own upload notification',
    document: parsed(
      '<Root xmlns="hmrc:fileupload"><FileReference>r</FileReference><BatchId>b</BatchId><FileName>f</FileName><Outcome>SUCCESS</Outcome><Details>d</Details></Root>',
    ),
  },
  {
    name: 'own error response',
    document: parsed(
      '<errorResponse><code>BAD_REQUEST</code><message>m</message><errors><error><code>c</code><message>m</message></error></errors></errorResponse>',
    ),
  },
]

/** Judges the messages of a family as they are. */
export function verdictsOnSamples(family: SchemaFamily): Verdicts {
  return verdictsOn(
    family,
    family.messages.map(({ name, document }) => ({ about: name, document })),
  )
}

/** Judges messages of a family with one to three random changes each. */
export function verdictsOnMutations(family: SchemaFamily, count: number, seed: number): Verdicts {
  const choices = fc.sample(fc.tuple(fc.nat({ max: family.messages.length - 1 }), mutations()), {
    seed,
    numRuns: count,
  })
  return verdictsOn(
    family,
    choices.map(([index, mutation]) => {
      const { name, document } = family.messages[index]!
      return { about: `${name}: ${mutation.description}`, document: mutation.apply(document) }
    }),
  )
}

function verdictsOn(
  { check, schema }: SchemaFamily,
  messages: readonly { readonly about: string; readonly document: XmlElement }[],
): Verdicts {
  const disagreements: string[] = []
  let accepted = 0
  for (const { about, document } of messages) {
    const message = writeXml(contentToWrite(document))
    const schemaSays = schema.complaint(message)
    const [weSay] = check(parsed(message))
    if (schemaSays === undefined) accepted += 1
    if ((schemaSays === undefined) !== (weSay === undefined)) {
      disagreements.push(`${about}: ${schemaSays ?? 'valid'} / ${weSay?.message ?? 'valid'}`)
    }
  }
  return { accepted, refused: messages.length - accepted, disagreements }
}

/** How many of so many changed messages each family gets: most go to those with most elements. */
export function shares(total: number): Readonly<Record<string, number>> {
  const small = Math.ceil(total / 20)
  return {
    cancellations: 2 * small,
    errors: small,
    'upload requests': small,
    'upload responses': small,
    'upload notifications': small,
    notifications: 6 * small,
    declarations: Math.max(0, total - 12 * small),
  }
}
