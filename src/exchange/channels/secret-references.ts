import type { ChannelSettings } from './channel-settings.ts'

/** Every reference to a secret in the settings of channels: what a worker has to be able to read. */
export function secretReferences(channels: readonly ChannelSettings[]): readonly string[] {
  return channels.flatMap(referencesOf)
}

function referencesOf(settings: ChannelSettings): readonly string[] {
  switch (settings.transport) {
    case 'folder':
      return []
    case 'sftp': {
      const { password, privateKey, passphrase } = settings
      return [password, privateKey, passphrase].filter((one) => one !== undefined)
    }
    case 'email':
      return [settings.smtp.password, settings.imap.password]
  }
}
