/** The format in which the goods of a territory are kept. */
export const scheduleFormats: Readonly<Partial<Record<string, string>>> = {
  US: 'us-hts',
  EU: 'taric',
}
