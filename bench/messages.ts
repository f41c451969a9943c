import { loadMessageFacts } from '../src/cli/message-facts.ts'
import { localDate } from '../src/customs/calendar/local-date.ts'
import { checkDeclaration } from '../src/customs/declaration/check-declaration.ts'
import { fillImportDeclaration } from '../src/customs/declaration/fill-import-declaration.ts'
import type { ImportDeclarationFacts } from '../src/customs/declaration/fill-input.ts'
import { goodsItemFacts, importFacts } from '../src/customs/declaration/import-facts.fixture.ts'
import { checkStructureToWrite } from '../src/customs/formats/uk-cds/check-structure.ts'
import { checkMessage } from '../src/customs/formats/uk-cds/message/check-message.ts'
import { recogniseMessage } from '../src/customs/formats/uk-cds/message/message-kind.ts'
import { readMessage } from '../src/customs/formats/uk-cds/message/read-message.ts'
import {
  declarationMessage,
  writeMessage,
} from '../src/customs/formats/uk-cds/write-declaration.ts'
import { money } from '../src/customs/money/money.ts'
import { readXml } from '../src/customs/xml/read-xml.ts'
import { valueOf } from '../test/gb-reference-data.ts'
import { printFigures, quantile } from './figures.ts'

// Messages of the British authority in process: a declaration of five lines from its facts to its bytes,
// and what comes back read. Nothing is kept between the runs, and every run has a reference of its own.

const RUNS = 10_000
const WARM_UP_RUNS = 3_000
const ITEMS = 5

const reference = await loadMessageFacts()
const on = localDate('2026-11-23')

const declarationBytes = declare(0)
const statementBytes = new TextEncoder().encode(taxStatement())

printFigures({
  title: 'Messages of the British authority',
  about:
    `Messages of the Customs Declaration Service, one thread, ${RUNS} runs each after ${WARM_UP_RUNS} to warm up. ` +
    `The declaration is an H1 of ${ITEMS} goods items (${declarationBytes.length} bytes): filled from its facts with ` +
    `the origin of each field, checked by all rules of its data set and by its structure, and written. The ` +
    `notification is a tax statement of ${ITEMS} goods items with two taxes each (${statementBytes.length} bytes). ` +
    `Repeat: \`npm run bench -- messages\`.`,
  columns: ['', 'median µs', '10 % below µs', '99 % below µs'],
  rows: [
    ['declaration built, checked and written', ...measure(declare)],
    ['notification read', ...measure(() => valueOf(readMessage(statementBytes, reference)))],
    ['declaration read', ...measure(() => valueOf(readMessage(declarationBytes, reference)))],
    ['declaration read and checked', ...measure(checkFromBytes)],
  ],
})

function factsOf(run: number): ImportDeclarationFacts {
  return {
    ...importFacts,
    lrn: `TW-BENCH-${run}`,
    valuation: { ...importFacts.valuation, invoiceTotal: money(`${400 * ITEMS}.00`, 'CNY') },
    shipment: { ...importFacts.shipment, totalPackages: ITEMS },
    goodsItems: Array.from({ length: ITEMS }, () => goodsItemFacts),
  }
}

function declare(run: number): Uint8Array {
  const { declaration } = valueOf(fillImportDeclaration(factsOf(run)))
  const findings = checkDeclaration(declaration, { ...reference.codes, on, dataSet: 'h1' })
  if (findings.length > 0) throw new Error(JSON.stringify(findings))
  const message = declarationMessage(declaration)
  valueOf(checkStructureToWrite(message))
  return writeMessage(message)
}

function checkFromBytes(): void {
  const document = valueOf(readXml(declarationBytes))
  const { valid } = checkMessage(document, valueOf(recogniseMessage(document)), {
    on,
    ...reference,
  })
  if (valid !== true) throw new Error('the declaration is not valid')
}

function measure(work: (run: number) => unknown): readonly string[] {
  for (let run = 0; run < WARM_UP_RUNS; run += 1) work(run)
  const microseconds = Array.from({ length: RUNS }, (_, run) => {
    const startedAt = process.hrtime.bigint()
    work(run)
    return Number(process.hrtime.bigint() - startedAt) / 1000
  })
  return [0.5, 0.1, 0.99].map((share) => quantile(microseconds, share).toFixed(0))
}

function taxStatement(): string {
  const tax = (type: string, base: string, rate: string, amount: string): string =>
    `<DutyTaxFee><AdValoremTaxBaseAmount currencyID="GBP">${base}</AdValoremTaxBaseAmount>` +
    `<DeductAmount currencyID="GBP">0.00</DeductAmount><DutyRegimeCode>100</DutyRegimeCode>` +
    `<TaxRateNumeric>${rate}</TaxRateNumeric><TypeCode>${type}</TypeCode><Payment>` +
    `<TaxAssessedAmount currencyID="GBP">${amount}</TaxAssessedAmount>` +
    `<PaymentAmount currencyID="GBP">${amount}</PaymentAmount></Payment></DutyTaxFee>`
  const items = Array.from(
    { length: ITEMS },
    (_, index) =>
      `<GovernmentAgencyGoodsItem><SequenceNumeric>${index + 1}</SequenceNumeric><Commodity>` +
      tax('A00', '455.00', '12.00', '54.60') +
      tax('B00', '509.60', '20.00', '101.92') +
      `</Commodity></GovernmentAgencyGoodsItem>`,
  )
  return (
    `<MetaData xmlns="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2"><WCOTypeName>RES</WCOTypeName>` +
    `<Response xmlns="urn:wco:datamodel:WCO:RES-DMS:2"><FunctionCode>13</FunctionCode>` +
    `<FunctionalReferenceID>600cf9928c884aceb53e35b4bff732f5</FunctionalReferenceID><IssueDateTime>` +
    `<DateTimeString xmlns="urn:wco:datamodel:WCO:Response_DS:DMS:2" formatCode="304">20261123120000Z</DateTimeString>` +
    `</IssueDateTime><Status><NameCode>4</NameCode></Status><Declaration>` +
    `<FunctionalReferenceID>TW-BENCH-1</FunctionalReferenceID><ID>26GB22WOA1EV2P6AR5</ID><VersionID>1</VersionID>` +
    `<GoodsShipment>${items.join('')}</GoodsShipment></Declaration></Response></MetaData>`
  )
}
