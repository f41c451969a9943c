import { Badge, Burger, Loader, NavLink } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { Landmark, ListTodo, Scale, Settings, Wallet } from 'lucide-react'
import { Suspense, useState } from 'react'

import { ProblemError } from '../kit/api/problem.ts'
import { LanguageSwitch } from '../kit/components/LanguageSwitch.tsx'
import { LoadingRows } from '../kit/components/LoadingRows.tsx'
import { SchemeSwitch } from '../kit/components/SchemeSwitch.tsx'
import { isEmbedded } from '../kit/embedded.ts'
import frame from '../kit/frame.module.css'
import { useSay } from '../kit/words/LanguageProvider.tsx'
import { BrokenDesk } from './BrokenDesk.tsx'
import { deskSessionQuery, useOfficer } from './desk-session.ts'
import { useOfficeNews } from './office-news.ts'
import { PlaceLink } from './places.tsx'
import { SignInPage } from './sign-in/SignInPage.tsx'
import { takeLinkSecret } from './sign-in/link-secret.ts'
import { SignOut } from './sign-in/SignOut.tsx'

const words = {
  menu: { en: 'Menu', zh: '菜单' },
  skip: { en: 'Skip to content', zh: '跳到正文' },
  loading: { en: 'Loading', zh: '正在加载' },
  office: { en: 'Customs office', zh: '海关办公台' },
  sandbox: { en: 'Sandbox', zh: '沙盒' },
  head: { en: 'Head of the office', zh: '负责人' },
  officer: { en: 'Officer', zh: '关员' },
  places: { en: 'Places', zh: '导航' },
}

const places = [
  { to: '/', label: { en: 'Queue', zh: '待办' }, icon: ListTodo },
  { to: '/rules', label: { en: 'Risk rules', zh: '风险规则' }, icon: Scale },
  { to: '/accounts', label: { en: 'Accounts', zh: '账户' }, icon: Wallet },
  { to: '/settings', label: { en: 'Office', zh: '本关设置' }, icon: Settings },
] as const

/** What stands around every page of the desk; without a session it is the way in. */
export function DeskFrame() {
  const [secret] = useState(takeLinkSecret)
  const [isEntering, setIsEntering] = useState(secret !== undefined)
  const session = useQuery({ ...deskSessionQuery, enabled: !isEntering })
  const say = useSay()
  if (isEntering || isSignedOut(session.error)) {
    return (
      <SignInPage secret={isEntering ? secret : undefined} onEnter={() => setIsEntering(false)} />
    )
  }
  if (session.isError) {
    return <BrokenDesk error={session.error} onRetry={() => void session.refetch()} />
  }
  if (session.isPending) return <Loader aria-label={say(words.loading)} m="xl" />
  return isEmbedded ? <EmbeddedPages /> : <FullFrame />
}

function EmbeddedPages() {
  useOfficeNews()
  return (
    <main style={{ padding: 12 }}>
      <Pages />
    </main>
  )
}

function FullFrame() {
  useOfficeNews()
  const [isOpen, { toggle, close }] = useDisclosure()
  const { officer, role } = useOfficer()
  const say = useSay()
  return (
    <div className={frame.frame}>
      <a className="skip-link" href="#page">
        {say(words.skip)}
      </a>
      <header className={frame.header}>
        <Burger
          className={frame.burger}
          opened={isOpen}
          onClick={toggle}
          size="sm"
          aria-label={say(words.menu)}
          aria-expanded={isOpen}
        />
        <OfficeMark />
        <div className={frame.who}>
          <span>{officer}</span>
          <span>{say(words[role])}</span>
        </div>
        <LanguageSwitch />
        <SchemeSwitch />
      </header>
      <div className={frame.places} data-open={isOpen || undefined}>
        <Places onGo={close} />
        <SignOut />
      </div>
      <main className={frame.page} id="page">
        <Pages />
      </main>
    </div>
  )
}

function OfficeMark() {
  const say = useSay()
  return (
    <div style={{ display: 'flex', alignItems: 'center', gap: 8, fontWeight: 700 }}>
      <Landmark size={24} aria-hidden />
      <span>{say(words.office)}</span>
      <Badge variant="outline" color="gray" visibleFrom="sm" c="dimmed">
        {say(words.sandbox)}
      </Badge>
    </div>
  )
}

function Places({ onGo }: { readonly onGo: () => void }) {
  const say = useSay()
  const { pathname } = useRouterState({ select: ({ location }) => location })
  const isHere = (to: string): boolean =>
    to === '/' ? pathname === '/' || pathname.startsWith('/lodgements') : pathname.startsWith(to)
  return (
    <nav aria-label={say(words.places)}>
      {places.map(({ to, label, icon: Icon }) => (
        <NavLink
          key={to}
          component={PlaceLink}
          place={{ to }}
          onClick={onGo}
          label={say(label)}
          leftSection={<Icon size={18} aria-hidden />}
          active={isHere(to)}
          aria-current={isHere(to) ? 'page' : undefined}
        />
      ))}
    </nav>
  )
}

function Pages() {
  return (
    <Suspense fallback={<LoadingRows />}>
      <Outlet />
    </Suspense>
  )
}

function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 401
}
