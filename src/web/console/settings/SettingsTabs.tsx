import { Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import type { Permission } from '../../../access/permissions.ts'
import { useSession } from '../../kit/session.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import styles from './settings-tabs.module.css'

const words = {
  settings: { en: 'Settings', zh: '设置' },
  business: { en: 'Business', zh: '企业' },
  keys: { en: 'API keys', zh: 'API 密钥' },
  webhooks: { en: 'Webhooks', zh: 'Webhook' },
  connections: { en: 'HMRC', zh: 'HMRC' },
}

interface Tab {
  readonly to: '/settings' | '/settings/keys' | '/settings/webhooks' | '/settings/connections'
  readonly label: { readonly en: string; readonly zh: string }
  readonly right: Permission
}

const tabs: readonly Tab[] = [
  { to: '/settings', label: words.business, right: 'tenant.read' },
  { to: '/settings/keys', label: words.keys, right: 'keys.read' },
  { to: '/settings/webhooks', label: words.webhooks, right: 'webhooks.read' },
  { to: '/settings/connections', label: words.connections, right: 'connections.read' },
]

/** Between the pages of the settings; only those that somebody may see. */
export function SettingsTabs() {
  const say = useSay()
  const { may } = useSession()
  return (
    <Group component="nav" gap="xs" mb="lg" aria-label={say(words.settings)}>
      {tabs
        .filter(({ right }) => may(right))
        .map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            className={styles.tab}
            activeOptions={{ exact: to === '/settings' }}
          >
            {say(label)}
          </Link>
        ))}
    </Group>
  )
}
