/** @jsxImportSource preact */
import { useEffect } from 'preact/hooks'

import { languageNames, locales } from '../kit/words/language.ts'
import { Parcel } from './Parcel.tsx'
import { SpeechProvider, useNewSpeech, useSpeech } from './speech.ts'
import { type Found, useParcel } from './use-parcel.ts'

const words = {
  title: { en: 'Your parcel', zh: '您的包裹' },
  looking: { en: 'Looking for your parcel …', zh: '正在查询您的包裹……' },
  noParcel: { en: 'This link leads to no parcel', zh: '此链接没有对应的包裹' },
  noParcelWhy: {
    en: 'It may have been copied only in part, or the shop or agent has replaced it by a new one.',
    zh: '链接可能复制不完整，或商家、代购已换用新链接。',
  },
  noParcelMend: {
    en: 'Open the link from the latest mail once more. If that does not help, ask the shop or agent you bought from for a new one and give your order number. Your parcel goes on all the same.',
    zh: '请从最新的邮件中重新打开链接。如仍无法打开，请向您下单的商家或代购索取新链接，并提供订单号。包裹的办理不受影响。',
  },
  noAnswer: { en: 'We cannot be reached at the moment', zh: '暂时无法连接' },
  noAnswerMend: {
    en: 'Please see whether you are online. This page tries again by itself.',
    zh: '请检查网络连接。页面会自动重试。',
  },
  privacy: {
    en: 'This page shows no name and no address. Whoever has the link can see it.',
    zh: '此页面不显示姓名和地址。持有链接的人均可查看。',
  },
}

/** The page of somebody who waits for a parcel. */
export function TrackingPage({ token }: { readonly token: string }) {
  const speech = useNewSpeech()
  const found = useParcel(token)
  const { say } = speech
  const reference = found.kind === 'parcel' ? ` ${found.parcel.reference}` : ''
  const title = `${say(words.title)}${reference}`
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <SpeechProvider value={speech}>
      <header class="head">
        <Brand />
        <LanguageChoice />
      </header>
      <main>
        <Shown found={found} />
      </main>
      <footer>{say(words.privacy)}</footer>
    </SpeechProvider>
  )
}

function Shown({ found }: { readonly found: Found }) {
  const { say } = useSpeech()
  switch (found.kind) {
    case 'looking':
      return (
        <div class="skeleton" role="status">
          <span class="screen-reader-only">{say(words.looking)}</span>
          <div />
          <div />
          <div />
        </div>
      )
    case 'parcel':
      return <Parcel parcel={found.parcel} isStale={found.isStale} />
    case 'no-parcel':
      return (
        <section class="card">
          <h1>{say(words.noParcel)}</h1>
          <p>{say(words.noParcelWhy)}</p>
          <p>{say(words.noParcelMend)}</p>
        </section>
      )
    case 'no-answer':
      return (
        <section class="card" role="status">
          <h1>{say(words.noAnswer)}</h1>
          <p>{say(words.noAnswerMend)}</p>
        </section>
      )
  }
}

function Brand() {
  const { say } = useSpeech()
  return (
    <span class="brand">
      <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="6" fill="#0b3a53" />
        <path d="M10 17V6l9 3-9 3" fill="#f2b84b" stroke="#f2b84b" stroke-width="2" />
        <path
          d="M4 21q4-4 8 0t8 0 8 0M4 26q4-4 8 0t8 0 8 0"
          fill="none"
          stroke="#fff"
          stroke-width="2"
        />
      </svg>
      {say(words.title)}
    </span>
  )
}

function LanguageChoice() {
  const { language, speak } = useSpeech()
  const other = language === 'en' ? 'zh' : 'en'
  return (
    <button type="button" class="screen-only" lang={locales[other]} onClick={() => speak(other)}>
      {languageNames[other]}
    </button>
  )
}
