/** What an agreement prescribes for the words of its statement or declaration on origin. */
export interface OriginStatementWording {
  /** What the number of the exporter is called inside the brackets. */
  readonly referenceName: 'Exporter Reference No' | 'customs authorisation No'
  /** The origin as the statement has to name it: that of the party, not of a member state. */
  readonly origin: string
  /** Whether the criterion of origin is stated by its code below the words. */
  readonly originCriterion: 'stated' | 'not-stated'
  /** Where the words are prescribed. */
  readonly law: string
}

/**
 * The agreements whose prescribed words are known here, by the id that the data give them. A
 * statement under any other is not made out, because its words would be invented.
 */
const wordingByAgreement: ReadonlyMap<string, OriginStatementWording> = new Map([
  [
    'gb-eu-tca',
    {
      referenceName: 'Exporter Reference No',
      origin: 'European Union',
      originCriterion: 'not-stated',
      law: 'Trade and Cooperation Agreement with the European Union, Annex ORIG-4',
    },
  ],
  [
    'gb-jp-cepa',
    {
      referenceName: 'Exporter Reference No',
      origin: 'Japan',
      originCriterion: 'stated',
      law: 'Comprehensive Economic Partnership Agreement with Japan, Annex 3-D',
    },
  ],
  [
    'gb-kr-fta',
    {
      referenceName: 'customs authorisation No',
      origin: 'Republic of Korea',
      originCriterion: 'not-stated',
      law: 'Free Trade Agreement with the Republic of Korea, origin protocol, Annex III',
    },
  ],
  [
    'gb-ca-tca',
    {
      referenceName: 'customs authorisation No',
      origin: 'Canada',
      originCriterion: 'not-stated',
      law: 'Trade Continuity Agreement with Canada, origin protocol, Annex 2',
    },
  ],
])

/** The prescribed words of an agreement, if they are known here. */
export function wordingOf(agreementId: string): OriginStatementWording | undefined {
  return wordingByAgreement.get(agreementId)
}

/**
 * The words of the statement. The bracket is left out where the exporter has no number, as each of
 * the agreements allows.
 */
export function originStatement(wording: OriginStatementWording, exporterNumber?: string): string {
  const bracket =
    exporterNumber === undefined ? '' : ` (${wording.referenceName} ${exporterNumber})`
  return (
    `The exporter of the products covered by this document${bracket} declares that, except where ` +
    `otherwise clearly indicated, these products are of ${wording.origin} preferential origin.`
  )
}
