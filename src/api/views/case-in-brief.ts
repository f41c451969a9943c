import { Type } from 'typebox'

/** What people know a case by; absent where nothing of the consignment is kept. */
export const caseInBrief = {
  buyer: Type.Optional(Type.String({ description: 'name of the buyer' })),
  goods: Type.Optional(
    Type.Object(
      {
        first: Type.String({ description: 'the first goods item, in the words of the order' }),
        more: Type.Integer({ description: 'number of goods items beside it' }),
      },
      { description: 'the goods in a few words' },
    ),
  ),
  orders: Type.Optional(
    Type.Array(Type.Object({ id: Type.String(), reference: Type.String() }), {
      description: 'the orders that the case clears',
    }),
  ),
}
