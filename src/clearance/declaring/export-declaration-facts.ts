import type { Consignment } from '../../customs/consignment/consignment.ts'
import type {
  ExitSafetyFacts,
  ExportAuthorisation,
  ExportDeclarationFacts,
} from '../../customs/declaration/export-facts.ts'
import type { FieldOrigin, Sourced } from '../../customs/declaration/fill-input.ts'
import type { TraderProfile } from '../../customs/parties/trader-profile.ts'
import { combine, combineAll, failure, type Result, success } from '../../customs/result.ts'
import type { ExchangeRates } from '../../customs/tariff/exchange-rates.ts'
import { exportItemFacts } from './export-item-facts.ts'
import { exportParties, type ExportPartySources } from './export-parties.ts'
import { fromOrder, referenceFacts } from './import-declaration-facts.ts'
import type { DeclarationReferences } from './import-declaration-facts.ts'
import { shipmentFacts } from './shipment-facts.ts'
import { valueAtExit } from './value-at-exit.ts'

/** Everything of an order that its export declaration is filled from. */
export interface ExportSources extends ExportPartySources {
  readonly rates: ExchangeRates
}

/** Gathers the facts of an export declaration. Each one that is needed and absent is named. */
export function exportDeclarationFacts(
  sources: ExportSources,
  references: Omit<DeclarationReferences, 'initial'>,
): Result<ExportDeclarationFacts> {
  const { consignment } = sources
  const gathered = combine({
    parties: exportParties(sources),
    exit: exitOf(consignment),
    travel: shipmentFacts(consignment),
    values: valueAtExit(consignment, sources),
    items: combineAll(
      consignment.goodsItems.map((item, index) => exportItemFacts(consignment, item, index)),
    ),
    safety: safetyOf(consignment),
  })
  if (!gathered.ok) return gathered
  const { parties, exit, travel, values, items, safety } = gathered.value
  const { borderModeCode, borderNationality, arrival: border } = travel.transport
  const ordered = fromOrder(consignment)
  return success({
    lrn: references.lrn,
    presentation: references.additionalType === 'A' ? 'arrived' : 'pre-lodged',
    parties,
    shipment: {
      origin: ordered,
      exportCountry: travel.exportCountry,
      destinationCountry: travel.destinationCountry,
      totalPackages: travel.totalPackages,
      exitOffice: exit.office,
      goodsLocation: travel.goodsLocation,
      transport: {
        origin: ordered,
        borderModeCode,
        ...(borderNationality !== undefined && { borderNationality }),
        ...(border && { border }),
        containers: exit.containers ?? [],
      },
      statements: [],
    },
    ...(safety && { safety }),
    authorisations: [],
    references: referencesOf(exit, references.ducr),
    goodsItems: items.map((item, index) => ({
      ...item,
      statisticalValue: { amount: values[index]!, origin: convertedByPrice },
    })),
  })
}

const convertedByPrice: FieldOrigin = {
  source: 'rule',
  note: {
    en: 'The price with its share of the carriage up to the border, in pounds at the official rate of the day.',
    zh: '价格加上至边境的运费分摊额，按当日官方汇率折算为英镑。',
  },
}

type Exit = NonNullable<Consignment['exit']>

function exitOf({ exit }: Consignment): Result<Exit & { readonly office: string }> {
  if (exit?.office !== undefined) return success({ ...exit, office: exit.office })
  return failure({
    code: 'fact-missing',
    path: exit === undefined ? '/exit' : '/exit/office',
    message: 'It is not known by which customs office the goods leave.',
    mend: 'State the office of exit, such as GB000084 for Heathrow, with what else only exports have.',
    zh: {
      message: '不知货物由哪个海关出境。',
      mend: '请填写出境海关（如希思罗 GB000084）以及出口特有的其他信息。',
    },
  })
}

/** Goods of the post leave without safety data; of all others customs judge the exit by them. */
function safetyOf(
  consignment: Consignment,
): Result<(ExitSafetyFacts & { readonly origin: FieldOrigin }) | undefined> {
  const { exit, transport } = consignment
  if (transport.mode === 'post' || exit === undefined) return success(undefined)
  const origin = fromOrder(consignment)
  const { safety } = exit
  if (safety !== undefined) {
    const { carrierEori, freightPayment, routing } = safety
    return success({
      origin,
      carrier: { kind: 'registered', eori: carrierEori, origin },
      freightPaymentCode: freightPayment,
      routingCountries: routing,
    })
  }
  return failure({
    code: 'fact-missing',
    path: '/exit/safety',
    message: 'The safety data of the exit are missing: carrier, payment of the freight, way.',
    mend: "State the carrier's EORI, how the carriage is paid and the countries on the way.",
    zh: {
      message: '缺少出境安全数据：承运人、运费支付方式和路线。',
      mend: '请填写承运人 EORI 号码、运费支付方式和途经国家。',
    },
  })
}

function referencesOf({ masterReference, returnOf }: Exit, ducr: string) {
  return {
    ...referenceFacts({ ducr }),
    ...(masterReference !== undefined && { masterUcr: masterReference }),
    ...(returnOf && { importMrn: returnOf.importMrn }),
  }
}

/** The authorisation by which an export can be declared in short, from the profile. */
export function simplifiedExports({
  simplifiedDeclarations,
}: TraderProfile): Result<ExportAuthorisation & Sourced> {
  if (simplifiedDeclarations !== undefined) {
    const note = { en: 'Authorisation of the trader.', zh: '企业的授权。' }
    const codes = { typeCode: 'SDE', documentCode: 'C512' }
    return success({ ...simplifiedDeclarations, ...codes, origin: { source: 'profile', note } })
  }
  return failure({
    code: 'fact-missing',
    path: '/profile/simplifiedDeclarations',
    message: 'A simplified export needs the authorisation for simplified declarations (SDE).',
    mend: 'State its holder and number in the trader profile, or declare in full (uk-cds-b1).',
    zh: {
      message: '简化出口申报需要简化申报授权（SDE）。',
      mend: '请在贸易商档案中填写持有人和授权编号，或作完整申报（uk-cds-b1）。',
    },
  })
}
