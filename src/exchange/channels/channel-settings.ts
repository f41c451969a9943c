import { Type, type Static } from 'typebox'
import type { Immutable } from '../../customs/immutable.ts'

/**
 * A word that stands on stored messages and in the profiles of businesses; it can no longer be
 * changed once a message went by the channel.
 */
export const CHANNEL_NAME_PATTERN = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'

const ID_OF_TENANT = '^tenant_[0-9a-hjkmnp-tv-z]{26}$'

const secret = Type.String({
  pattern: '^(env:[A-Za-z_][A-Za-z0-9_]*|file:/.+)$',
  description: 'where the secret is kept: env:NAME or file:/absolute/path, never the secret itself',
})
const host = Type.String({ pattern: '^[A-Za-z0-9.:-]{1,253}$', description: 'a host name' })
const port = Type.Integer({ minimum: 1, maximum: 65_535 })
const file = Type.String({ pattern: '^/', maxLength: 1_000, description: 'an absolute path' })
const mailAddress = Type.String({
  pattern: '^[^@\\s<>]+@[^@\\s<>]+$',
  maxLength: 254,
  description: 'a mail address',
})
const mailFolder = Type.String({ minLength: 1, maxLength: 200, description: 'a folder of mails' })

const common = {
  name: Type.String({
    pattern: CHANNEL_NAME_PATTERN,
    maxLength: 40,
    description: 'lower-case words with dashes, such as broker-felixstowe',
  }),
  /** Whose messages may go by it; of any business unless stated. */
  businesses: Type.Optional(
    Type.Array(
      Type.String({ pattern: ID_OF_TENANT, description: 'the id of a business: tenant_...' }),
      { minItems: 1 },
    ),
  ),
  /**
   * A larger answer is moved aside instead of being taken in; one mebibyte unless stated. Of a channel of
   * letters it is the largest mail, both ways; 25 megabytes unless stated.
   */
  sizeMaxBytes: Type.Optional(Type.Integer({ minimum: 1_000, maximum: 50_000_000 })),
  /** Messages a second at most, where the other side sets a limit. */
  limitPerSecond: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1_000 })),
  /** How long to rest between two looks for answers; 5 seconds for files, 30 for mail unless stated. */
  collectEverySeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 86_400 })),
}

/** In which form declarations are written and answers read. */
const declarations = Type.Enum(['uk-cds'])

/** Where files lie, in the same words for a disk and a server. */
const folders = {
  /** Where our messages are put; it has to be there already. */
  outgoing: file,
  /** Where the other side puts those of our messages that it has taken; absent where it keeps none. */
  outgoingTaken: Type.Optional(file),
  /** Where its answers come; it has to be there already. */
  incoming: file,
  /** Where answers go once they are stored; `taken` in the folder of answers unless stated. */
  taken: Type.Optional(file),
  /** Where answers go that a person has to look at; `aside` in the folder of answers unless stated. */
  aside: Type.Optional(file),
  /** How long a file has to lie unchanged before it is read; 2 seconds unless stated. */
  settleSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 3_600 })),
}

const closed = { additionalProperties: false }

const folderChannel = Type.Object(
  { ...common, format: declarations, transport: Type.Literal('folder'), ...folders },
  closed,
)

const sftpChannel = Type.Object(
  {
    ...common,
    format: declarations,
    transport: Type.Literal('sftp'),
    host,
    port: Type.Optional(port),
    username: Type.String({ minLength: 1, maxLength: 100 }),
    /** The only key by which the server is believed. */
    hostKey: Type.String({
      pattern: '^SHA256:[A-Za-z0-9+/]{43}=?$',
      description: 'fingerprint of the server’s key as ssh-keygen -lf prints it: SHA256:...',
    }),
    password: Type.Optional(secret),
    privateKey: Type.Optional(secret),
    passphrase: Type.Optional(secret),
    ...folders,
  },
  closed,
)

/** A server of mail: TLS from the first byte, or from STARTTLS on; never without. */
const mailServer = {
  host,
  port: Type.Optional(port),
  tls: Type.Optional(Type.Enum(['from-start', 'starttls'])),
  username: Type.String({ minLength: 1, maxLength: 254 }),
  password: secret,
  /** A file of certificates that are trusted besides those of the system. */
  trust: Type.Optional(file),
}

const emailChannel = Type.Object(
  {
    ...common,
    /** Declarations as attachments in XML, or letters that people read. */
    format: Type.Enum(['uk-cds', 'letters']),
    transport: Type.Literal('email'),
    smtp: Type.Object(mailServer, closed),
    imap: Type.Object(
      {
        ...mailServer,
        /** Where answers come; INBOX unless stated. */
        incoming: Type.Optional(mailFolder),
        /** Where mails go once what they bear is stored; Taken unless stated. */
        taken: Type.Optional(mailFolder),
        /** Where mails go that a person has to look at; Aside unless stated. */
        aside: Type.Optional(mailFolder),
        /** Where the server keeps what we sent; by it a message can be found after a lost answer. */
        sent: Type.Optional(mailFolder),
      },
      closed,
    ),
    from: mailAddress,
    to: mailAddress,
    /** Whose mails are read; any other is moved aside unread. */
    allowedSenders: Type.Array(mailAddress, { minItems: 1 }),
    /**
     * The name under which our own mail server notes what it checked (RFC 8601): then a mail is read
     * only where that server found its sender proved by DMARC.
     */
    provedBy: Type.Optional(host),
  },
  closed,
)

const channelSettingsSchema = Type.Union([folderChannel, sftpChannel, emailChannel])

/** The form of the file of channels. */
export const channelsFileSchema = Type.Object(
  { channels: Type.Array(channelSettingsSchema, { minItems: 1 }) },
  closed,
)

/** Settings of one channel, as its file states them. */
export type ChannelSettings = Immutable<Static<typeof channelSettingsSchema>>

/** A channel by files on a disk of this machine or mounted on it. */
export type FolderSettings = Immutable<Static<typeof folderChannel>>

/** A channel by files on an SFTP server. */
export type SftpSettings = Immutable<Static<typeof sftpChannel>>

/** A channel by mails with attachments. */
export type EmailSettings = Immutable<Static<typeof emailChannel>>
