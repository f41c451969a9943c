import { Alert, Button, Code, List, Text } from '@mantine/core'
import { CircleAlert } from 'lucide-react'

import { BROKEN, problemOf, TIMED_OUT, type Problem } from '../api/problem.ts'
import { failureText } from '../words/failure-text.ts'
import type { Language } from '../words/language.ts'
import { useLanguage, useSay } from '../words/LanguageProvider.tsx'
import { placeName } from '../words/place-words.ts'
import { failureTitle, unexpected } from './failure-titles.ts'

const words = {
  unreachable: { en: 'The server cannot be reached', zh: '无法连接服务器' },
  unreachableMend: {
    en: 'Check the connection and try again. Nothing you entered is lost.',
    zh: '请检查网络后重试。已填写的内容不会丢失。',
  },
  timedOut: { en: 'The server takes too long to answer', zh: '服务器响应超时' },
  timedOutMend: {
    en: 'Try again in a moment. If you were changing something, look first: it may have gone through.',
    zh: '请稍后重试。如果正在进行更改，请先查看：更改可能已经生效。',
  },
  broken: { en: 'Something went wrong in this page', zh: '此页面出错' },
  brokenMend: {
    en: 'Load the page anew. If that does not help, send this to whoever runs Tidewaiter for you:',
    zh: '请重新加载页面。如仍出错，请将以下内容发给您的系统管理员：',
  },
  again: { en: 'Try again', zh: '重试' },
  request: { en: 'Request', zh: '请求编号' },
}

interface ProblemNoteProps {
  /** What a request failed with; nothing is shown without one. */
  readonly error: unknown
  readonly onRetry?: () => void
}

/** Says what went wrong, where, and how to mend it. It is read out as soon as it appears. */
export function ProblemNote({ error, onRetry }: ProblemNoteProps) {
  const say = useSay()
  const { language } = useLanguage()
  if (error === null || error === undefined) return null
  const problem = problemOf(error)
  return (
    <Alert
      role="alert"
      color="red"
      icon={<CircleAlert />}
      title={say(titleOf(problem))}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <MendOf problem={problem} />
      <FailureList failures={problem.failures} language={language} />
      {problem.requestId !== '' && (
        <Text size="xs" c="dimmed" mt="xs">
          {say(words.request)} {problem.requestId}
        </Text>
      )}
      {onRetry !== undefined && (
        <Button mt="sm" size="xs" variant="default" onClick={onRetry}>
          {say(words.again)}
        </Button>
      )}
    </Alert>
  )
}

/** How what has no failure of the interface is mended. */
function MendOf({ problem: { type, status, detail } }: { readonly problem: Problem }) {
  const say = useSay()
  if (type === TIMED_OUT) return <Text size="sm">{say(words.timedOutMend)}</Text>
  if (type === BROKEN) {
    return (
      <>
        <Text size="sm">{say(words.brokenMend)}</Text>
        <Code lang="en">{detail}</Code>
      </>
    )
  }
  return status === 0 ? <Text size="sm">{say(words.unreachableMend)}</Text> : null
}

interface FailureListProps {
  readonly failures: Problem['failures']
  readonly language: Language
}

function FailureList({ failures, language }: FailureListProps) {
  if (failures.length === 0) return null
  return (
    <List size="sm" spacing={4} listStyleType="none">
      {failures.map((failure, index) => {
        const { message, mend, lang } = failureText(failure, language)
        return (
          <List.Item key={index} lang={lang}>
            {message} {mend}
            {failure.path !== '' && placeName(failure.path) === undefined && (
              <Text span size="xs" c="dimmed" ml={6}>
                {failure.path}
              </Text>
            )}
          </List.Item>
        )
      })}
    </List>
  )
}

function titleOf({ type, status, failures: [first] }: Problem) {
  if (type === TIMED_OUT) return words.timedOut
  if (type === BROKEN) return words.broken
  if (status === 0) return words.unreachable
  return first === undefined ? unexpected : failureTitle(first.code)
}
