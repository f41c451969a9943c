import { NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useLanguage, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { ActionForm } from '../next/ActionForm.tsx'
import { useCaseChange } from '../use-case-change.ts'

const words = {
  first: {
    en: 'Upload the scan of the issued certificate first (as “Certificate of origin”), then record it here.',
    zh: '请先上传已签发证书的扫描件（选择“原产地证书”），再在此登记。',
  },
  origin: { en: 'Origin of the goods', zh: '货物原产国' },
  number: { en: 'Number', zh: '证书编号' },
  issuer: { en: 'Issued by', zh: '签发机构' },
  place: { en: 'At', zh: '签发地点' },
  on: { en: 'On', zh: '签发日期' },
  scan: { en: 'Scan', zh: '扫描件' },
  record: { en: 'Record the issue', zh: '登记签发' },
}

/** Records that a chamber has issued a certificate of origin, with its scan. */
export function IssueCertificate({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { language } = useLanguage()
  const issue = useCaseChange(caseId)
  const { goods } = useSuspenseQuery(caseQueries.goods(caseId)).data
  const { items } = useSuspenseQuery(caseQueries.attachments(caseId)).data
  const scans = items.filter(({ kind }) => kind === 'certificate-of-origin')
  const origins = [...new Set(goods.goodsItems.flatMap(({ origin }) => origin ?? []))]
  const [origin, setOrigin] = useState(origins[0] ?? '')
  const [scan, setScan] = useState<string>()
  const [facts, setFacts] = useState({ number: '', issuer: '', place: '', issuedOn: '' })
  const scanAttachmentId = scan ?? scans[0]?.attachmentId
  if (scanAttachmentId === undefined) return <Text size="sm">{say(words.first)}</Text>
  const countries = new Intl.DisplayNames([language], { type: 'region' })
  const input = (name: keyof typeof facts, label: string, type = 'text') => (
    <TextInput
      type={type}
      label={label}
      required
      maxLength={70}
      value={facts[name]}
      onChange={({ currentTarget }) => {
        const { value } = currentTarget
        setFacts((before) => ({ ...before, [name]: value }))
      }}
    />
  )
  return (
    <ActionForm
      button={say(words.record)}
      isPending={issue.isPending}
      isReady={Object.values(facts).every((value) => value !== '')}
      error={issue.error}
      onSubmit={() =>
        issue.mutate({
          at: '/certificate-of-origin/issue',
          body: { origin, issue: { ...facts, scanAttachmentId } },
        })
      }
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <NativeSelect
          label={say(words.origin)}
          value={origin}
          data={origins.map((code) => ({ value: code, label: countries.of(code) ?? code }))}
          onChange={({ currentTarget }) => setOrigin(currentTarget.value)}
        />
        <NativeSelect
          label={say(words.scan)}
          value={scanAttachmentId}
          data={scans.map(({ attachmentId, fileName }) => ({
            value: attachmentId,
            label: fileName,
          }))}
          onChange={({ currentTarget }) => setScan(currentTarget.value)}
        />
        {input('number', say(words.number))}
        {input('issuer', say(words.issuer))}
        {input('place', say(words.place))}
        {input('issuedOn', say(words.on), 'date')}
      </SimpleGrid>
    </ActionForm>
  )
}
