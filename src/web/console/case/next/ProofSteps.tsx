import { Button, Checkbox, Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { CaseView } from '../../../../api/views/case-view.ts'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { attachmentName } from '../paper-names.ts'
import { PaperUpload } from '../PaperUpload.tsx'
import { useCaseChange } from '../use-case-change.ts'

const words = {
  sign: { en: 'The exporter has signed the statement', zh: '出口商已签署原产地声明' },
  signatory: { en: 'Who signed', zh: '签署人' },
  place: { en: 'Where', zh: '签署地点' },
  on: { en: 'On', zh: '签署日期' },
  record: { en: 'Record the signature', zh: '登记签署' },
  knowledge: { en: 'Or the importer itself knows the origin', zh: '或由进口商自行证明原产地' },
  knowledgeHint: {
    en: 'Upload the records that show the origin and tick them.',
    zh: '请上传能证明原产地的文件并勾选。',
  },
  vouch: { en: 'Record the knowledge', zh: '登记进口商所知' },
}

/** The two ways to prove a preferential origin, as steps that are recorded. */
export function ProofSteps({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const session = useSession()
  const { goods } = useSuspenseQuery(caseQueries.goods(view.id)).data
  const agreement = goods.goodsItems.find(({ preference }) => preference)?.preference?.agreement
  if (agreement === undefined || !session.may('papers.issue')) return null
  return (
    <Stack gap="sm">
      <Title order={3} size="h6">
        {say(words.sign)}
      </Title>
      <SignStatement caseId={view.id} agreement={agreement} />
      <Title order={3} size="h6">
        {say(words.knowledge)}
      </Title>
      <VouchForOrigin caseId={view.id} agreement={agreement} />
    </Stack>
  )
}

interface ProofProps {
  readonly caseId: string
  readonly agreement: string
}

function SignStatement({ caseId, agreement }: ProofProps) {
  const say = useSay()
  const sign = useCaseChange(caseId)
  const [signatory, setSignatory] = useState('')
  const [place, setPlace] = useState('')
  const [signedOn, setSignedOn] = useState('')
  const body = { agreement, signature: { signatory, place, signedOn } }
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        <TextInput
          label={say(words.signatory)}
          value={signatory}
          maxLength={70}
          onChange={({ currentTarget }) => setSignatory(currentTarget.value)}
        />
        <TextInput
          label={say(words.place)}
          value={place}
          maxLength={35}
          onChange={({ currentTarget }) => setPlace(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={say(words.on)}
          value={signedOn}
          onChange={({ currentTarget }) => setSignedOn(currentTarget.value)}
        />
      </SimpleGrid>
      <ProblemNote error={sign.error} />
      <Group>
        <Button
          variant="light"
          disabled={[signatory, place, signedOn].includes('')}
          loading={sign.isPending}
          onClick={() => sign.mutate({ at: '/preference-statement/sign', body })}
        >
          {say(words.record)}
        </Button>
      </Group>
    </>
  )
}

function VouchForOrigin({ caseId, agreement }: ProofProps) {
  const say = useSay()
  const vouch = useCaseChange(caseId)
  const { items } = useSuspenseQuery(caseQueries.attachments(caseId)).data
  const [chosen, setChosen] = useState<readonly string[]>([])
  const body = { agreement, attachmentIds: chosen }
  return (
    <>
      <Text size="sm" c="dimmed">
        {say(words.knowledgeHint)}
      </Text>
      <PaperUpload caseId={caseId} kind="proof-of-origin" />
      <Checkbox.Group value={[...chosen]} onChange={(ids) => setChosen(ids)}>
        <Stack gap={6}>
          {items.map(({ attachmentId, fileName, kind }) => (
            <Checkbox
              key={attachmentId}
              value={attachmentId}
              label={`${fileName} · ${say(attachmentName(kind))}`}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <ProblemNote error={vouch.error} />
      <Group>
        <Button
          variant="light"
          disabled={chosen.length === 0}
          loading={vouch.isPending}
          onClick={() => vouch.mutate({ at: '/importers-knowledge', body })}
        >
          {say(words.vouch)}
        </Button>
      </Group>
    </>
  )
}
