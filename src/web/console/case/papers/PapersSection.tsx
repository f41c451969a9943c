import { Alert, Text } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { FileText } from 'lucide-react'

import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { PaperUpload } from '../PaperUpload.tsx'
import { SectionCard } from '../SectionCard.tsx'
import { MadeOutPaper } from './MadeOutPaper.tsx'
import { NeededPapers } from './NeededPapers.tsx'
import { UploadedPaper } from './UploadedPaper.tsx'

const words = {
  needed: { en: 'What the case needs', zh: '本案所需单证' },
  made: { en: 'Made out here', zh: '本系统制作' },
  none: { en: 'No papers are made out yet', zh: '尚未制作单证' },
  noneWhy: {
    en: 'Invoice, packing list and certificate follow from the goods data and from who is who. They appear here as soon as both are clear.',
    zh: '发票、装箱单和证书由货物资料和各方身份得出，两者明确后即在此显示。',
  },
  uploaded: { en: 'Uploaded', zh: '已上传' },
  nothingUploaded: { en: 'Nothing was uploaded to this case.', zh: '本案尚无上传文件。' },
  toCustoms: {
    en: 'Papers are kept with the case. They reach customs when you send them in answer to a request.',
    zh: '上传的文件随案保存；海关要求时，由您答复发送。',
  },
}

/** Papers: which are needed, which there are, and where to hand in others. */
export function PapersSection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { documents } = useSuspenseQuery(caseQueries.view(caseId)).data
  const { items } = useSuspenseQuery(caseQueries.attachments(caseId)).data
  const needed = useQuery(caseQueries.requiredDocuments(caseId))
  return (
    <>
      {needed.isSuccess && (
        <SectionCard title={say(words.needed)}>
          <NeededPapers papers={needed.data.items} />
        </SectionCard>
      )}
      <SectionCard title={say(words.made)}>
        {documents.length === 0 && (
          <EmptyState icon={FileText} title={say(words.none)}>
            {say(words.noneWhy)}
          </EmptyState>
        )}
        {documents.map((document) => (
          <MadeOutPaper key={document.name} caseId={caseId} document={document} />
        ))}
      </SectionCard>
      <SectionCard title={say(words.uploaded)}>
        {items.length === 0 && (
          <Text size="sm" mb="sm">
            {say(words.nothingUploaded)}
          </Text>
        )}
        {items.map((attachment) => (
          <UploadedPaper key={attachment.attachmentId} attachment={attachment} />
        ))}
        <Alert variant="default" my="sm" className="screen-only">
          {say(words.toCustoms)}
        </Alert>
        <div className="screen-only">
          <PaperUpload caseId={caseId} />
        </div>
      </SectionCard>
    </>
  )
}
