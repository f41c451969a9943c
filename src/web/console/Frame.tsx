import { AppShell, Box, Burger, Group, Loader, NavLink, ScrollArea, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense } from 'react'

import { ProblemError } from '../kit/api/problem.ts'
import { BrandMark } from '../kit/components/BrandMark.tsx'
import { LanguageSwitch } from '../kit/components/LanguageSwitch.tsx'
import { LoadingRows } from '../kit/components/LoadingRows.tsx'
import { SchemeSwitch } from '../kit/components/SchemeSwitch.tsx'
import { isEmbedded } from '../kit/embedded.ts'
import { sessionQuery, useSession } from '../kit/session.ts'
import { useSay } from '../kit/words/LanguageProvider.tsx'
import { BrokenPage } from './BrokenPage.tsx'
import { placesFor } from './places.ts'
import { SessionMenu } from './session/SessionMenu.tsx'

const words = {
  menu: { en: 'Menu', zh: '菜单' },
  places: { en: 'Places', zh: '导航' },
  skip: { en: 'Skip to content', zh: '跳到正文' },
  loading: { en: 'Loading', zh: '正在加载' },
}

/** What stands around every page: places to go, language, colours, who is signed in. */
export function Frame() {
  const session = useQuery(sessionQuery)
  const say = useSay()
  const { href } = useRouterState({ select: ({ location }) => location })
  if (isSignedOut(session.error)) return <Navigate to="/sign-in" search={{ to: href }} replace />
  if (session.isError)
    return <BrokenPage error={session.error} onRetry={() => void session.refetch()} />
  if (session.isPending) return <Loader aria-label={say(words.loading)} m="xl" />
  return isEmbedded ? <Pages /> : <FullFrame />
}

function FullFrame() {
  const [opened, { toggle, close }] = useDisclosure()
  const say = useSay()
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
    >
      <AppShell.Header className="screen-only">
        <a className="skip-link" href="#page">
          {say(words.skip)}
        </a>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={say(words.menu)}
              aria-expanded={opened}
            />
            <BrandMark />
          </Group>
          <Group gap="xs" wrap="nowrap">
            <Box visibleFrom="xs">
              <LanguageSwitch />
            </Box>
            <SchemeSwitch />
            <SessionMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" className="screen-only" aria-label={say(words.places)}>
        <AppShell.Section grow component={ScrollArea}>
          <Places onGo={close} />
        </AppShell.Section>
        <AppShell.Section hiddenFrom="xs" p="xs">
          <LanguageSwitch />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="page">
        <Pages />
      </AppShell.Main>
    </AppShell>
  )
}

function Pages() {
  return (
    <Suspense fallback={<LoadingRows />}>
      <Outlet />
    </Suspense>
  )
}

function Places({ onGo }: { readonly onGo: () => void }) {
  const session = useSession()
  const say = useSay()
  const { pathname } = useRouterState({ select: ({ location }) => location })
  return placesFor(session).map(({ title, places }) => (
    <Box key={title.en} mb="sm" component="section" aria-label={say(title)}>
      <Text size="xs" fw={600} c="dimmed" px="xs" py={4}>
        {say(title)}
      </Text>
      {places.map(({ to, label, icon: Icon }) => (
        <NavLink
          key={to}
          component={Link}
          to={to}
          onClick={onGo}
          label={say(label)}
          leftSection={<Icon size={18} aria-hidden />}
          active={to === '/' ? pathname === '/' : pathname.startsWith(to)}
          variant="light"
          style={{ borderRadius: 'var(--mantine-radius-sm)' }}
        />
      ))}
    </Box>
  ))
}

function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 401
}
