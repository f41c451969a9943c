import { readFile } from 'node:fs/promises'
import { rootCertificates } from 'node:tls'
import { combine, failure, type Result, success } from '../../customs/result.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Environment } from '../../platform/config.ts'
import type { Channel, SeenCertificate } from '../channel.ts'
import { channelSecret } from './channel-secret.ts'
import type {
  ChannelSettings,
  EmailSettings,
  FolderSettings,
  SftpSettings,
} from './channel-settings.ts'
import type { DispatchRecord } from './dispatch-record.ts'
import { emailChannel } from './email/email-channel.ts'
import { letterMailChannel } from './email/letters/letter-mail-channel.ts'
import type { PaperFault } from './email/letters/papers-of-mail.ts'
import { fileChannel } from './file-channel.ts'
import type { FilePlace } from './file-place.ts'
import { folderPlace } from './folder-place.ts'
import { sftpPlace } from './sftp-place.ts'

/** What a channel needs beside its settings. */
export interface ChannelMeans {
  readonly record: DispatchRecord
  /** Where secrets are looked up that settings refer to. */
  readonly environment: Environment
  readonly clock: Clock
  /** Looks into papers that come with letters by mail. */
  readonly paperFault: PaperFault
}

const SIZE_MAX_BYTES = 1_048_576
/** Mail servers commonly take mails of 25 megabytes, and some no larger ones. */
const LETTER_SIZE_MAX_BYTES = 25_000_000
const COLLECT_FILES_EVERY_SECONDS = 5
const COLLECT_MAILS_EVERY_SECONDS = 30
const SETTLE_SECONDS = 2

/** Opens one channel by its settings; a secret that cannot be read is named. */
export async function openChannel(
  settings: ChannelSettings,
  means: ChannelMeans,
): Promise<Result<Channel>> {
  switch (settings.transport) {
    case 'folder':
      return success(channelAt(folderPlace, settings, means))
    case 'sftp':
      return sftpChannel(settings, means)
    case 'email':
      return openEmailChannel(settings, means)
  }
}

const SSH_PORT = 22

async function sftpChannel(settings: SftpSettings, means: ChannelMeans): Promise<Result<Channel>> {
  const { name, host, port = SSH_PORT, username, hostKey } = settings
  const secret = (of: 'password' | 'privateKey' | 'passphrase') =>
    channelSecret(settings[of], `${name}/${of}`, means.environment)
  const secrets = combine({
    password: await secret('password'),
    privateKey: await secret('privateKey'),
    passphrase: await secret('passphrase'),
  })
  if (!secrets.ok) return secrets
  const { password, privateKey, passphrase } = secrets.value
  const place = sftpPlace({
    ...{ host, port, username, hostKey },
    ...(password !== undefined && { password }),
    // A key without its last line break is not read by all that read keys.
    ...(privateKey !== undefined && { privateKey: `${privateKey}\n` }),
    ...(passphrase !== undefined && { passphrase }),
  })
  const certificates = async (): Promise<readonly SeenCertificate[]> => {
    await place.within((files) => files.exists(settings.incoming))
    // Whoever was let in has shown the key that is pinned: it is the only one that is believed.
    const subject = `${host}:${port}`
    return [{ door: 'ssh', subject, issuer: subject, fingerprint: hostKey }]
  }
  return success({ ...channelAt(place, settings, means), certificates })
}

const PORTS = {
  smtp: { 'from-start': 465, starttls: 587 },
  imap: { 'from-start': 993, starttls: 143 },
}

async function openEmailChannel(
  settings: EmailSettings,
  means: ChannelMeans,
): Promise<Result<Channel>> {
  const { name, imap, from, to, allowedSenders, provedBy, limitPerSecond = 'off' } = settings
  const { environment, paperFault, clock } = means
  const secret = (of: 'smtp' | 'imap') =>
    channelSecret(settings[of].password, `${name}/${of}/password`, environment)
  const trust = (of: 'smtp' | 'imap') => trustedBy(settings[of].trust, `${name}/${of}/trust`)
  const read = combine({
    smtpPassword: await secret('smtp'),
    imapPassword: await secret('imap'),
    smtpTrusted: await trust('smtp'),
    imapTrusted: await trust('imap'),
  })
  if (!read.ok) return read
  const { smtpPassword = '', imapPassword = '', smtpTrusted, imapTrusted } = read.value
  const server = (
    of: 'smtp' | 'imap',
    password: string,
    trusted: readonly string[] | undefined,
  ) => {
    const { host, tls = 'from-start', port = PORTS[of][tls], username } = settings[of]
    return { host, port, tls, username, password, ...(trusted !== undefined && { trusted }) }
  }
  const options = {
    ...{ name, from, to, allowedSenders },
    ...(provedBy !== undefined && { provedBy: provedBy.toLowerCase() }),
    smtp: server('smtp', smtpPassword, smtpTrusted),
    imap: server('imap', imapPassword, imapTrusted),
    folders: {
      incoming: imap.incoming ?? 'INBOX',
      taken: imap.taken ?? 'Taken',
      aside: imap.aside ?? 'Aside',
    },
    ...(imap.sent !== undefined && { sentFolder: imap.sent }),
    collectEverySeconds: settings.collectEverySeconds ?? COLLECT_MAILS_EVERY_SECONDS,
  }
  const { format, sizeMaxBytes } = settings
  const channel =
    format === 'letters'
      ? letterMailChannel({
          ...{ ...options, paperFault, now: () => clock.now() },
          sizeMaxBytes: sizeMaxBytes ?? LETTER_SIZE_MAX_BYTES,
        })
      : emailChannel({ ...options, sizeMaxBytes: sizeMaxBytes ?? SIZE_MAX_BYTES })
  return success({ ...channel, limitPerSecond })
}

/** Certificates that are trusted besides those of the system; undefined where there are no others. */
async function trustedBy(
  file: string | undefined,
  setting: string,
): Promise<Result<readonly string[] | undefined>> {
  if (file === undefined) return success(undefined)
  try {
    return success([...rootCertificates, await readFile(file, 'utf8')])
  } catch (error) {
    return failure({
      code: 'configuration-invalid',
      path: setting,
      message: `${setting} refers to a file that cannot be read: ${(error as Error).message}.`,
      mend: 'Put the certificates into that file, as PEM, and let this process read it.',
      zh: {
        message: `${setting} 所指的文件无法读取：${(error as Error).message}。`,
        mend: '请把 PEM 格式的证书放入该文件，并允许本进程读取。',
      },
    })
  }
}

function channelAt(
  place: FilePlace,
  settings: FolderSettings | SftpSettings,
  { record, clock }: ChannelMeans,
): Channel {
  const { name, outgoing, outgoingTaken, incoming } = settings
  const { limitPerSecond = 'off' } = settings
  const channel = fileChannel({
    ...{ name, place, record },
    folders: {
      ...{ outgoing, incoming },
      ...(outgoingTaken !== undefined && { outgoingTaken }),
      taken: settings.taken ?? `${incoming}/taken`,
      aside: settings.aside ?? `${incoming}/aside`,
    },
    sizeMaxBytes: settings.sizeMaxBytes ?? SIZE_MAX_BYTES,
    settleSeconds: settings.settleSeconds ?? SETTLE_SECONDS,
    collectEverySeconds: settings.collectEverySeconds ?? COLLECT_FILES_EVERY_SECONDS,
    now: () => Date.parse(clock.now()),
  })
  return { ...channel, limitPerSecond }
}
