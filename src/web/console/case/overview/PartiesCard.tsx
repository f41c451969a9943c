import { Anchor, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'

import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import type { Reason } from '../../../../customs/law/law.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { nameIn, providers } from '../paper-names.ts'
import { SectionCard } from '../SectionCard.tsx'
import styles from './PartiesCard.module.css'

const words = {
  title: { en: 'Who is who, and why', zh: '各方身份与依据' },
  importer: { en: 'Importer of record', zh: '登记进口商' },
  declarant: { en: 'Declarant', zh: '申报人' },
  representation: { en: 'Representation', zh: '代理方式' },
  vatSeller: { en: 'Seller for VAT', zh: '增值税意义上的卖方' },
  vat: { en: 'Import VAT', zh: '进口增值税' },
  duty: { en: 'Payment of duty', zh: '关税缴纳' },
  notChosen: { en: 'Not the importer', zh: '未选为进口商' },
  kinds: {
    self: { en: 'The importer declares itself', zh: '进口商自行申报' },
    direct: { en: 'Direct', zh: '直接代理' },
    indirect: { en: 'Indirect', zh: '间接代理' },
  },
  payments: {
    paid: { en: 'Paid at import', zh: '进口时缴纳' },
    deferred: { en: 'From the deferment account', zh: '由延期付款账户支付' },
    postponed: { en: 'On the VAT return', zh: '在增值税申报中结算' },
    'charged-at-sale': { en: 'Charged when sold', zh: '销售时已收取' },
    'customer-accounts': { en: 'On the VAT return of the buyer', zh: '由买方在增值税申报中结算' },
    'not-due': { en: 'None due', zh: '无须缴纳' },
  },
}

/** Who has which part before customs, each with the reason and the law behind it. */
export function PartiesCard({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { data: parties } = useSuspenseQuery(caseQueries.parties(caseId))
  const { importerOfRecord, declarant, representation, sellerForVat } = parties
  const { importVatAccounting, dutyPayment, importersNotChosen } = parties
  const seller = sellerForVat.value
  return (
    <SectionCard title={say(words.title)}>
      <dl className={styles.parties}>
        <PartyRow
          part={words.importer}
          who={`${importerOfRecord.value.party.name} (${say(nameIn(providers, importerOfRecord.value.role))})`}
          reason={importerOfRecord.reason}
        />
        <PartyRow
          part={words.declarant}
          who={`${declarant.value.name} ${declarant.value.eori}`}
          reason={declarant.reason}
        />
        <PartyRow
          part={words.representation}
          who={say(words.kinds[representation.value])}
          reason={representation.reason}
        />
        <PartyRow
          part={words.vatSeller}
          who={
            seller.role === 'each-seller'
              ? seller.parties.map(({ name }) => name).join(', ')
              : seller.party.name
          }
          reason={sellerForVat.reason}
        />
        <PartyRow
          part={words.vat}
          who={say(words.payments[importVatAccounting.value.method])}
          reason={importVatAccounting.reason}
        />
        <PartyRow
          part={words.duty}
          who={say(words.payments[dutyPayment.value.method])}
          reason={dutyPayment.reason}
        />
        {importersNotChosen.map(({ role, party, why }) => (
          <PartyRow
            key={`${role} ${party.name}`}
            part={words.notChosen}
            who={`${party.name} (${say(nameIn(providers, role))})`}
            reason={why}
          />
        ))}
      </dl>
    </SectionCard>
  )
}

interface PartyRowProps {
  readonly part: BilingualText
  readonly who: string
  readonly reason: Reason
}

function PartyRow({ part, who, reason }: PartyRowProps) {
  const say = useSay()
  return (
    <div className={styles.party}>
      <dt className={styles.part}>{say(part)}</dt>
      <dd className={styles.who}>{who}</dd>
      <dd className={styles.why}>
        <Text size="sm">{say(reason.text)}</Text>
        {reason.law && (
          <Anchor href={reason.law.url} size="xs" target="_blank" rel="noreferrer">
            {reason.law.title}
          </Anchor>
        )}
      </dd>
    </div>
  )
}
