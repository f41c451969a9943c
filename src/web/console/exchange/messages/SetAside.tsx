import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Archive } from 'lucide-react'
import { useState } from 'react'

import { change } from '../../../kit/api/ask.ts'
import { ReasonDialog } from '../../../kit/components/ReasonDialog.tsx'
import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { exchangeKey } from '../exchange-queries.ts'

const words = {
  aside: { en: 'Set aside', zh: '搁置' },
  reason: { en: 'Reason', zh: '原因' },
  hint: { en: 'It stays on record with your name.', zh: '原因将与您的姓名一并存档。' },
  keep: { en: 'Leave it as it is', zh: '保持不变' },
}

interface SetAsideProps {
  /** Where the interface is asked to do it. */
  readonly path: string
  readonly title: BilingualText
  /** What follows from it. */
  readonly lead: BilingualText
}

/** Sets a message or a stray notification aside, for a reason. */
export function SetAside({ path, title, lead }: SetAsideProps) {
  const say = useSay()
  const queries = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<Archive size={14} aria-hidden />}
        onClick={() => setAsked(true)}
      >
        {say(words.aside)}
      </Button>
      {isAsked && (
        <ReasonDialog
          title={say(title)}
          lead={say(lead)}
          label={say(words.reason)}
          hint={say(words.hint)}
          keep={say(words.keep)}
          confirm={say(words.aside)}
          color="red"
          act={(reason) => change(path, { body: { reason } })}
          onDone={async () => {
            setAsked(false)
            await queries.invalidateQueries({ queryKey: exchangeKey })
          }}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  )
}
