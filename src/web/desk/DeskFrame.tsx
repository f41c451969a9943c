import { Badge, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Landmark, ListTodo, Mail, Scale, Settings, Wallet } from 'lucide-react'
import { useState } from 'react'

import { isSignedOut } from '../kit/api/problem.ts'
import { AppFrame } from '../kit/components/AppFrame.tsx'
import { BrokenPage } from '../kit/components/BrokenPage.tsx'
import { type FramePlace, FramePlaces } from '../kit/components/FramePlaces.tsx'
import { NotLiveNote } from '../kit/components/NotLiveNote.tsx'
import { useSay } from '../kit/words/LanguageProvider.tsx'
import { deskSessionQuery, useOfficer } from './desk-session.ts'
import { HOME } from './home.ts'
import { useOfficeNews } from './office-news.ts'
import { PlaceLink } from './places.tsx'
import { SignInPage } from './sign-in/SignInPage.tsx'
import { takeLinkSecret } from './sign-in/link-secret.ts'
import { SignOut } from './sign-in/SignOut.tsx'

const words = {
  loading: { en: 'Loading', zh: '正在加载' },
  office: { en: 'Customs office', zh: '海关办公台' },
  sandbox: { en: 'Sandbox', zh: '沙盒' },
  head: { en: 'Head of the office', zh: '负责人' },
  officer: { en: 'Officer', zh: '关员' },
}

type Address = '/' | '/letters' | '/rules' | '/accounts' | '/settings'

const places: readonly FramePlace<Address>[] = [
  { to: '/', label: { en: 'Queue', zh: '待办' }, icon: ListTodo, alsoAt: ['/lodgements'] },
  { to: '/letters', label: { en: 'Letters', zh: '往来函件' }, icon: Mail },
  { to: '/rules', label: { en: 'Risk rules', zh: '风险规则' }, icon: Scale },
  { to: '/accounts', label: { en: 'Accounts', zh: '账户' }, icon: Wallet },
  { to: '/settings', label: { en: 'Office', zh: '本关设置' }, icon: Settings },
]

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
    return <BrokenPage error={session.error} onRetry={() => void session.refetch()} home={HOME} />
  }
  if (session.isPending) return <Loader aria-label={say(words.loading)} m="xl" />
  return <Desk />
}

function Desk() {
  const liveness = useOfficeNews()
  const { officer, role } = useOfficer()
  const say = useSay()
  return (
    <AppFrame
      mark={<OfficeMark />}
      who={[officer, say(words[role])]}
      notice={<NotLiveNote state={liveness} />}
      places={(close) => (
        <>
          <FramePlaces<Address> places={places} link={PlaceLink} onGo={close} />
          <SignOut />
        </>
      )}
    />
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
