import { Type, type Static } from 'typebox'

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })

const partySchema = Type.Object(
  { name: text(70), address: text(200), country: Type.String({ pattern: '^[A-Z]{2}$' }) },
  { additionalProperties: false },
)

/** What a chamber of commerce asks for before it certifies where goods come from. */
export const certificateApplicationSchema = Type.Object(
  {
    exporter: partySchema,
    consignee: partySchema,
    transport: Type.Optional(text(200)),
    invoiceNumber: text(35),
    goods: Type.Array(
      Type.Object(
        {
          description: text(512),
          hsCode: Type.String({ pattern: '^\\d{6,10}$' }),
          origin: Type.String({ pattern: '^[A-Z]{2}$' }),
          marks: Type.Optional(text(200)),
          quantity: text(50),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 99 },
    ),
    /** The exporter's own statement that the origin is true, and who makes it. */
    declaredBy: text(70),
  },
  { additionalProperties: false },
)

/** An application whose form has been checked; whether the chamber may issue is decided apart. */
export type CertificateApplication = Readonly<Static<typeof certificateApplicationSchema>>
