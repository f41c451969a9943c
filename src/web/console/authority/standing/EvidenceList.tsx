import { Anchor, Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { change } from '../../../kit/api/ask.ts'
import { Confirm } from '../../../kit/components/Confirm.tsx'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { showNotice } from '../../../kit/notices.ts'
import { useSession } from '../../../kit/session.ts'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { authorityKey } from '../authority-queries.ts'
import styles from '../authority.module.css'
import type { CriterionView } from './standing-words.ts'

const words = {
  evidence: { en: 'Evidence', zh: '证明材料' },
  until: (day: string) => ({ en: `holds until ${day}`, zh: `有效至 ${day}` }),
  met: { en: 'Judged met', zh: '评定为符合' },
  'not-met': { en: 'Judged not met', zh: '评定为不符合' },
  withdraw: { en: 'Withdraw', zh: '撤回' },
  withdrawOf: (name: string) => ({ en: `Withdraw ${name}`, zh: `撤回 ${name}` }),
  withdrawn: { en: 'It counts no more', zh: '已撤回' },
  gone: {
    en: 'It counts no more. The content of a document is emptied; its hash stays on record.',
    zh: '撤回后不再计入。文件内容将被清空，仅保留其哈希值。',
  },
}

interface EvidenceListProps {
  readonly authority: string
  readonly criterion: CriterionView
}

/** The documents and judgements of a criterion. */
export function EvidenceList({ authority, criterion }: EvidenceListProps) {
  const say = useSay()
  const { day } = useFormats()
  const { may } = useSession()
  const { documents, judgements, wanted } = criterion
  if (documents.length + judgements.length === 0) return null
  const nameOf = (id: string) => wanted.find((one) => one.id === id)?.name ?? { en: id, zh: id }
  return (
    <ul className={styles.plain} aria-label={say(words.evidence)}>
      {documents.map(({ id, document, fileName, expiresOn, content, at, by }) => (
        <li key={id}>
          {say(nameOf(document))}
          {': '}
          {may('standing.document') ? (
            <Anchor href={content} fz="inherit" underline="always">
              {fileName}
            </Anchor>
          ) : (
            fileName
          )}
          {expiresOn !== undefined && `, ${say(words.until(day(expiresOn)))}`}
          {', '}
          <InstantText at={at} as="day" />
          {by.name !== undefined && ` · ${by.name}`}
          <Withdraw authority={authority} id={id} name={fileName} />
        </li>
      ))}
      {judgements.map(({ id, verdict, reason, expiresOn, at, by }) => (
        <li key={id}>
          {say(words[verdict])}: {reason}
          {expiresOn !== undefined && ` (${say(words.until(day(expiresOn)))})`}
          {', '}
          <InstantText at={at} as="day" />
          {by.name !== undefined && ` · ${by.name}`}
          <Withdraw authority={authority} id={id} name={say(words[verdict])} />
        </li>
      ))}
    </ul>
  )
}

interface WithdrawProps {
  readonly authority: string
  readonly id: string
  readonly name: string
}

function Withdraw({ authority, id, name }: WithdrawProps) {
  const say = useSay()
  const queries = useQueryClient()
  const { may } = useSession()
  const [isAsking, setIsAsking] = useState(false)
  const withdrawing = useMutation({
    mutationFn: () =>
      change(`/v1/authorities/${authority}/standing/evidence/${id}`, { method: 'DELETE' }),
    onSuccess: () => {
      showNotice({ message: say(words.withdrawn) })
      return queries.invalidateQueries({ queryKey: authorityKey(authority) })
    },
    onSettled: () => setIsAsking(false),
  })
  if (!may('standing.judge')) return null
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        ml={8}
        className="screen-only"
        aria-label={say(words.withdrawOf(name))}
        onClick={() => setIsAsking(true)}
      >
        {say(words.withdraw)}
      </Button>
      <ProblemNote error={withdrawing.error} />
      <Confirm
        isOpen={isAsking}
        title={say(words.withdrawOf(name))}
        confirm={say(words.withdraw)}
        isPending={withdrawing.isPending}
        onConfirm={() => withdrawing.mutate()}
        onClose={() => setIsAsking(false)}
      >
        {say(words.gone)}
      </Confirm>
    </>
  )
}
