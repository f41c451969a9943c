import { Text } from '@mantine/core'
import { ArrowLeft, ArrowRight, Mail } from 'lucide-react'
import { useEffect, useRef } from 'react'

import { useFormats, useSay } from '../kit/words/LanguageProvider.tsx'
import type { StageMessage } from './stage-messages.ts'
import classes from './stage.module.css'

const words = {
  title: { en: 'Messages', zh: '报文' },
  empty: {
    en: 'Messages appear here as they are sent; press one to read it.',
    zh: '报文发出后会显示在这里，点击即可阅读。',
  },
  way: {
    'to-customs': { en: 'to customs', zh: '发往海关' },
    'from-customs': { en: 'from customs', zh: '来自海关' },
    'to-shopper': { en: 'to the shopper', zh: '发给买家' },
  },
  standing: {
    arrived: { en: 'arrived', zh: '已送达' },
    waiting: { en: 'waiting', zh: '等待中' },
    doubtful: { en: 'in doubt', zh: '待查明' },
    lost: { en: 'did not arrive', zh: '未送达' },
  },
}

const icons = { 'to-customs': ArrowRight, 'from-customs': ArrowLeft, 'to-shopper': Mail } as const

interface MessageStripProps {
  readonly messages: readonly StageMessage[]
  readonly onOpen: (messageId: string) => void
}

/** Every message of the case in its order; each can be read. */
export function MessageStrip({ messages, onOpen }: MessageStripProps) {
  const say = useSay()
  const formats = useFormats()
  const list = useRef<HTMLOListElement>(null)
  const count = messages.length
  useEffect(() => {
    list.current?.scrollTo({ left: list.current.scrollWidth })
  }, [count])
  if (count === 0) {
    return (
      <Text size="sm" c="dimmed" className={classes.noMessages}>
        {say(words.empty)}
      </Text>
    )
  }
  return (
    <ol ref={list} className={classes.strip} aria-label={say(words.title)}>
      {messages.map(({ id, way, at, title, standing }) => {
        const Icon = icons[way]
        return (
          <li key={id}>
            <button
              type="button"
              className={classes.message}
              data-way={way}
              data-standing={standing}
              onClick={() => onOpen(id)}
            >
              <Icon size={14} aria-label={say(words.way[way])} />
              <span>{say(title)}</span>
              <span className={classes.when}>
                {formats.time(at)}
                {standing !== 'arrived' && ` · ${say(words.standing[standing])}`}
              </span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
