import { Type, type Static } from 'typebox'
import { DESCRIPTION_ZH } from '../checked-reader.ts'
import type { Immutable } from '../immutable.ts'
import { addressSchema } from '../order/party.ts'
import { countryCode, eori, localDate, oneOf, text } from '../order/schema.ts'

/** A principal's power for the declarant to act in any case within its dates. */
const standingAuthoritySchema = Type.Object(
  {
    principalName: text(70, 'who gave the power'),
    principalEori: Type.Optional(eori),
    representation: oneOf(['direct', 'indirect'], 'in whose name the declarant acts'),
    validFrom: localDate,
    validUntil: Type.Optional(localDate),
    reference: text(70, 'where the power is kept'),
  },
  { additionalProperties: false },
)

/** A registration under which an exporter may make out statements on origin. */
const exporterRegistrationSchema = Type.Object(
  {
    exporterName: text(70, 'the registered exporter'),
    number: text(35, 'registration number, such as a REX number'),
    agreement: text(35, 'agreement or arrangement that it serves'),
    validFrom: localDate,
    validUntil: Type.Optional(localDate),
  },
  { additionalProperties: false },
)

/** The form of a trader profile, from which its type and its check follow. */
export const traderProfileSchema = Type.Object(
  {
    /** Who lodges: the tenant itself or the broker it works with. */
    declarant: Type.Object(
      {
        name: text(70, 'name of the declarant'),
        address: addressSchema,
        eori,
        /** The EORI for Northern Ireland; only whoever declares there has one. */
        xiEori: Type.Optional(
          Type.String({
            pattern: '^XI\\d{12}(\\d{3})?$',
            description: 'EORI for Northern Ireland: XI and twelve digits',
            [DESCRIPTION_ZH]: '北爱尔兰 EORI 号码：XI 加十二位数字',
          }),
        ),
        establishedIn: countryCode,
      },
      { additionalProperties: false },
    ),
    deferment: Type.Optional(
      Type.Object(
        {
          accountNumber: Type.String({
            pattern: '^\\d{7}$',
            description: 'deferment approval number',
            [DESCRIPTION_ZH]: '延期付款账户号码（7位数字）',
          }),
          holderEori: eori,
          guaranteeReference: Type.Optional(text(35, 'customs comprehensive guarantee')),
          guaranteeWaived: Type.Boolean({ description: 'whether a guarantee waiver was granted' }),
        },
        { additionalProperties: false },
      ),
    ),
    /** Who may declare many low-value parcels at once, and the number of that authorisation (BRD). */
    bulkAuthorisation: Type.Optional(
      Type.Object(
        { holderEori: eori, number: text(35, 'number of the authorisation for bulk declarations') },
        { additionalProperties: false },
      ),
    ),
    /** Where the tenant's own staff read of milestones; nobody is written to where it is absent. */
    contactEmail: Type.Optional(Type.String({ pattern: '^[^@\\s]+@[^@\\s]+$', maxLength: 254 })),
    /** The channel by which its declarations go; HMRC's own interface where it is absent. */
    channel: Type.Optional(
      Type.String({
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 40,
        description: 'the name of a channel of this installation',
        [DESCRIPTION_ZH]: '本系统已配置的报送通道名称',
      }),
    ),
    standingAuthorities: Type.Array(standingAuthoritySchema),
    exporterRegistrations: Type.Optional(Type.Array(exporterRegistrationSchema)),
    /** The authorisation to release goods on a reduced declaration and complete it afterwards. */
    simplifiedDeclarations: Type.Optional(
      Type.Object(
        {
          holderEori: eori,
          decisionNumber: Type.String({
            pattern: '^(GB|XI)SDE[0-9A-Z/]{1,30}$',
            description: 'authorisation for simplified declarations, such as GBSDE553202734852I',
            [DESCRIPTION_ZH]: '简化申报授权编号，如 GBSDE553202734852I',
          }),
        },
        { additionalProperties: false },
      ),
    ),
    /** An importer, itself VAT-registered, who has chosen to account for import VAT on its return. */
    postponedVat: Type.Optional(
      Type.Object(
        {
          holderEori: eori,
          vatNumber: Type.String({
            pattern: '^GB\\d{9}(\\d{3})?$',
            description: 'UK VAT number',
            [DESCRIPTION_ZH]: '英国增值税号：GB 加9位或12位数字',
          }),
        },
        { additionalProperties: false },
      ),
    ),
  },
  {
    title: 'TraderProfile',
    additionalProperties: false,
    description: 'standing facts of a tenant that clears goods',
  },
)

/** A power that holds from its first day up to but not including `validUntil`. */
export type StandingAuthority = Immutable<Static<typeof standingAuthoritySchema>>

/** The standing facts of a tenant: who declares, on whose account duty is paid, who gave it powers. */
export type TraderProfile = Immutable<Static<typeof traderProfileSchema>>
