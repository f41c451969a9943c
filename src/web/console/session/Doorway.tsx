import { Card, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'

import { BrandMark } from '../../kit/components/BrandMark.tsx'
import { LanguageSwitch } from '../../kit/components/LanguageSwitch.tsx'
import { SchemeSwitch } from '../../kit/components/SchemeSwitch.tsx'
import doorway from './doorway.module.css'

/** What stands around the pages for people who are not inside yet. */
export function Doorway({ children }: { readonly children: ReactNode }) {
  return (
    <div className={doorway.harbour}>
      <Group justify="space-between" component="header" p="md">
        <BrandMark />
        <Group gap="xs">
          <LanguageSwitch />
          <SchemeSwitch />
        </Group>
      </Group>
      <main className={doorway.berth}>
        <Card withBorder shadow="sm" radius="lg" className={doorway.card}>
          <Stack gap="md">{children}</Stack>
        </Card>
      </main>
    </div>
  )
}
