import { Type, type Static } from 'typebox'

import type { Immutable } from '../../customs/immutable.ts'
import { oneOf } from '../../customs/order/schema.ts'
import { bilingualText } from '../http/schema.ts'

/** A data element as the completion guide numbers it and as people name it. */
export const dataElementSchema = Type.Object({
  number: Type.String({ description: 'such as 6/8; - where the guide has no number' }),
  name: bilingualText,
})

/** A fact of the goods data that can be mended. */
export const goodsFactSchema = Type.Object({
  path: Type.String({ description: 'JSON Pointer into the goods data' }),
  name: bilingualText,
})

/** Something that is to be mended, explained and with its place. */
export const openPointSchema = Type.Object({
  source: oneOf(
    ['goods-check', 'preparation', 'declaration-rule', 'authority'],
    'who found it; declaration-rule: a rule that the declaration may break all the same',
  ),
  severity: oneOf(['blocking', 'warning'], 'whether it keeps the case from going on'),
  code: Type.String({ description: 'rule, failure or error code of the authority' }),
  explanation: bilingualText,
  mend: Type.Optional(bilingualText),
  words: Type.Optional(Type.String({ description: 'the exact words of the check or authority' })),
  path: Type.Optional(Type.String({ description: 'where preparation came up against it' })),
  goodsFact: Type.Optional(goodsFactSchema),
  fieldPath: Type.Optional(Type.String({ description: 'JSON Pointer into the declaration' })),
  dataElement: Type.Optional(dataElementSchema),
})

/** The type of {@link openPointSchema}. */
export type OpenPointView = Immutable<Static<typeof openPointSchema>>
