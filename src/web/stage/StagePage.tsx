import { Alert, Button, Center, Code, Container, Loader, Text } from '@mantine/core'
import { Clapperboard } from 'lucide-react'
import { useEffect, useState } from 'react'

import { EmptyState } from '../kit/components/EmptyState.tsx'
import { ProblemNote } from '../kit/components/ProblemNote.tsx'
import { useSay } from '../kit/words/LanguageProvider.tsx'
import { directorClient, DirectorError } from './director-client.ts'
import { readStageLink, type StageLink } from './stage-link.ts'
import { StageScreen } from './StageScreen.tsx'
import { useEntrance } from './use-entrance.ts'

const words = {
  title: { en: 'Live stage', zh: '实况舞台' },
  opening: { en: 'Opening the stage', zh: '正在打开舞台' },
  noLink: { en: 'The stage opens by its link', zh: '请通过链接打开舞台' },
  noLinkHow: {
    en: 'It is the first line that the start prints. Open it here on this machine:',
    zh: '链接是启动后打印的第一行，请在本机打开：',
  },
  oldLink: { en: 'This link is from an earlier start', zh: '此链接来自上一次启动' },
  oldLinkHow: {
    en: 'Each start makes a new one. Open the link that the latest start has printed first.',
    zh: '每次启动都会生成新链接，请打开最近一次启动首先打印的链接。',
  },
  elsewhere: (business: string) => ({
    en: `This browser is signed in at ${business}`,
    zh: `此浏览器已登录 ${business}`,
  }),
  elsewhereHow: {
    en: 'The stage shows the console of the sample shop. To see it here you leave the other business; a passkey or a new link brings you back. Or open the stage in a private window.',
    zh: '舞台显示示例商家的控制台。在此查看须退出当前企业，之后可用通行密钥或新链接返回；也可在无痕窗口中打开舞台。',
  },
  signInHere: { en: 'Sign in as the broker on the stage', zh: '以舞台报关员身份登录' },
  unreachable: {
    en: 'The stage does not answer. Is npm start still running?',
    zh: '舞台没有响应。npm start 是否仍在运行？',
  },
}

/** One live case, seen by three sides at once. */
export function StagePage() {
  const say = useSay()
  const [link] = useState(readStageLink)
  useEffect(() => {
    document.title = `${say(words.title)} · Tidewaiter`
  }, [say])
  if (link === undefined) {
    return (
      <Container component="main" py="xl">
        <h1 className="screen-reader-only">{say(words.title)}</h1>
        <EmptyState icon={Clapperboard} title={say(words.noLink)}>
          <Text>{say(words.noLinkHow)}</Text>
          <Code>npm start</Code>
        </EmptyState>
      </Container>
    )
  }
  return <Entrance link={link} />
}

/** Lets this browser in, and asks first where it would have to leave another business for it. */
function Entrance({ link }: { readonly link: StageLink }) {
  const say = useSay()
  const [director] = useState(() => directorClient(link))
  const { entrance, signInHere } = useEntrance(director)
  if (entrance.data?.kind === 'open') {
    return (
      <StageScreen
        director={director}
        deskLink={entrance.data.deskLink}
        onSignedInElsewhere={() => void entrance.refetch()}
      />
    )
  }
  if (entrance.data !== undefined) {
    return (
      <Container component="main" py="xl" size="sm">
        <h1 className="screen-reader-only">{say(words.title)}</h1>
        <EmptyState
          icon={Clapperboard}
          title={say(words.elsewhere(entrance.data.business))}
          actions={
            <Button loading={signInHere.isPending} onClick={() => signInHere.mutate()}>
              {say(words.signInHere)}
            </Button>
          }
        >
          {say(words.elsewhereHow)}
        </EmptyState>
        <ProblemNote error={signInHere.error} />
      </Container>
    )
  }
  if (entrance.error === null) {
    return (
      <Center component="main" h="100vh">
        <Loader aria-label={say(words.opening)} />
      </Center>
    )
  }
  const { error } = entrance
  const isOld = error instanceof DirectorError && error.status === 401
  return (
    <Container component="main" py="xl">
      <h1 className="screen-reader-only">{say(words.title)}</h1>
      {isOld ? (
        <EmptyState icon={Clapperboard} title={say(words.oldLink)}>
          {say(words.oldLinkHow)}
        </EmptyState>
      ) : (
        <Refused error={error} onRetry={() => void entrance.refetch()} />
      )}
    </Container>
  )
}

function Refused({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const say = useSay()
  if (!(error instanceof DirectorError)) return <ProblemNote error={error} onRetry={onRetry} />
  return (
    <Alert role="alert" color="red" title={say(words.unreachable)}>
      {error.status === 0 ? null : error.message}
    </Alert>
  )
}
