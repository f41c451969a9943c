import { Type, type Static } from 'typebox'
import { DESCRIPTION_ZH } from '../checked-reader.ts'
import type { Immutable } from '../immutable.ts'
import { countryCode, eori, oneOf, text } from './schema.ts'

/** A postal address as the parcel label and the declaration need it. */
export const addressSchema = Type.Object(
  {
    lines: Type.Array(text(70, 'street and number, as on the parcel label'), {
      minItems: 1,
      maxItems: 3,
    }),
    city: text(35, 'city or town'),
    region: Type.Optional(text(35, 'state, province or county')),
    postcode: Type.Optional(text(9, 'postal code')),
    country: countryCode,
  },
  { additionalProperties: false },
)

/** A person or company with the registrations that it states; nobody is looked up. */
export const partySchema = Type.Object(
  {
    name: text(70, 'name of the person or company'),
    kind: oneOf(['private', 'business'], 'a private person or a business'),
    address: addressSchema,
    eori: Type.Optional(eori),
    vatNumber: Type.Optional(
      Type.String({
        pattern: '^[A-Z]{2}[0-9A-Z]{2,13}$',
        description: 'VAT registration number',
        [DESCRIPTION_ZH]: '增值税登记号',
      }),
    ),
    email: Type.Optional(Type.String({ pattern: '^[^@\\s]+@[^@\\s]+$', maxLength: 254 })),
    phone: Type.Optional(Type.String({ pattern: '^\\+?[0-9 ()-]{5,25}$' })),
  },
  { title: 'Party', additionalProperties: false },
)

/** A postal address as it was stated. */
export type Address = Immutable<Static<typeof addressSchema>>

/** A person or company that has a part in an order, with the registrations that it stated. */
export type Party = Immutable<Static<typeof partySchema>>
