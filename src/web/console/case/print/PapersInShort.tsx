import { List, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'

import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { attachmentName, documentNames } from '../paper-names.ts'
import { SectionCard } from '../SectionCard.tsx'

const words = {
  title: { en: 'Papers of the case', zh: '本案单证' },
  draft: { en: 'application, not issued', zh: '申请稿，尚未签发' },
  none: { en: 'There are none yet.', zh: '暂无单证。' },
}

/** The papers that there are: those made out here, then those uploaded. */
export function PapersInShort({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { documents } = useSuspenseQuery(caseQueries.view(caseId)).data
  const { items } = useSuspenseQuery(caseQueries.attachments(caseId)).data
  return (
    <SectionCard title={say(words.title)}>
      {documents.length + items.length === 0 && <Text size="sm">{say(words.none)}</Text>}
      <List size="sm">
        {documents.map(({ name, kind, issued }) => (
          <List.Item key={name}>
            {say(documentNames[kind])}
            {kind === 'certificate-of-origin' &&
              ` · ${issued === undefined ? say(words.draft) : issued.number}`}
          </List.Item>
        ))}
        {items.map(({ attachmentId, fileName, kind }) => (
          <List.Item key={attachmentId}>
            {say(attachmentName(kind))} · {fileName}
          </List.Item>
        ))}
      </List>
    </SectionCard>
  )
}
