import { Type, type Static } from 'typebox'

import type { Immutable } from '../../customs/immutable.ts'

/** Who has decided something, as the record has it; names stand there by reference. */
export const actorSchema = Type.Object({
  kind: Type.String({ description: 'such as person, api-key or operator' }),
  id: Type.String(),
  name: Type.Optional(Type.String()),
})

/** The type of {@link actorSchema}. */
export type ActorView = Immutable<Static<typeof actorSchema>>

/** An actor as it was stored. */
export function shownActor(stored: object): ActorView {
  return stored as ActorView
}
