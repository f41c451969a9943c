import { Alert, Button, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { Scale } from 'lucide-react'
import { useState } from 'react'

import type { AppealableView } from '../../../api/views/appealable-view.ts'
import { Dialog } from '../../kit/components/Dialog.tsx'
import { useSession } from '../../kit/session.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { appealableWords, nameOfDecision } from './thread-words.ts'
import { WriteLetter } from './WriteLetter.tsx'

const words = {
  appeal: { en: 'Appeal', zh: '申请复核' },
  appealable: (name: string, day: string) => ({
    en: `${name} of ${day} can be put to review`,
    zh: `${day} 的${name}可申请复核`,
  }),
  lastDay: (day: string) => ({ en: `until ${day}`, zh: `截至 ${day}` }),
  late: (day: string) => ({
    en: `The last day was ${day}; an appeal needs a reason for coming late.`,
    zh: `最后日期为 ${day}；逾期申请须说明原因。`,
  }),
}

interface AppealOfferProps {
  readonly decided: AppealableView
  /** The case that the decision is about; absent where it is about none. */
  readonly caseId: string | undefined
}

/** Says of a decision until when it can be put to review, and writes the letter that asks for it. */
export function AppealOffer({ decided, caseId }: AppealOfferProps) {
  const say = useSay()
  const { day } = useFormats()
  const { may } = useSession()
  const navigate = useNavigate()
  const [isWriting, setIsWriting] = useState(false)
  if (!may('correspondence.write')) return null
  const { decision, decidedOn, lastDay, isLate, toldIn } = decided
  const name = nameOfDecision(say(appealableWords[decision]), toldIn)
  return (
    <>
      <Alert
        color="orange"
        mb="md"
        icon={<Scale size={18} aria-hidden />}
        title={say(words.appealable(name, day(decidedOn)))}
        styles={{ title: { color: 'var(--mantine-color-text)' } }}
      >
        <Text size="sm" mb="xs">
          {say(isLate ? words.late(day(lastDay)) : words.lastDay(day(lastDay)))}
        </Text>
        <Button
          size="xs"
          variant="default"
          className="screen-only"
          onClick={() => setIsWriting(true)}
        >
          {say(words.appeal)}
        </Button>
      </Alert>
      {isWriting && (
        <Dialog title={say(words.appeal)} size="lg" onClose={() => setIsWriting(false)}>
          <WriteLetter
            kinds={['appeal']}
            appealable={[decided]}
            {...(caseId !== undefined && { caseId })}
            onSent={({ id }) => void navigate({ to: `/correspondence/${id}` })}
          />
        </Dialog>
      )}
    </>
  )
}
