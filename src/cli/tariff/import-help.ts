import { worksOn } from './command-help.ts'

/** What the help of the import says beyond its options. */
export const importHelp = `
Formats, each file an edition of its own:
  us-hts      Harmonized Tariff Schedule of the United States, JSON or CSV of the USITC; edition and
              days follow from a name like hts_2026_rev_4.json.gz where they are known
  taric       goods nomenclature of the European Union, CSV of the Commission
  hmrc-rates  monthly rates of exchange for customs of HMRC, JSON: a file of the month or a body of the
              UK Trade Tariff service; each says its month
  vat-rates   rates of VAT and GST of any countries: a table, see docs/vat-rates.md, or the JSON of the open
              collection ibericode/vat-rates

Formats whose files are one edition together; a folder stands for the JSON, CSV and text files in it:
  uk-trade-tariff  bodies of API v2 of the UK Trade Tariff (commodities, headings, areas), one a file; the
                   day stands in their names (as_of_2026-11-22) or in --effective; --territory XI for
                   goods to Northern Ireland
  tariff-csv       the tariff of any country as tables of goods, measures and areas, see
                   docs/tariff-csv.md; --territory says whose it is
  us-programmes    goods on lists of additional duties of the United States: tables named like
                   s301_product_lists.csv, and the text of the U.S. notes (notes in its name, .txt);
                   see docs/us-programmes.md

The same files again change nothing. An import that was broken off can be repeated.
${worksOn}

Exit codes: 0 imported or unchanged, 1 other files stand under this name, 2 bad input or a file that
is refused as a whole.

Examples:
  $ bin/tidewaiter tariff import us-hts hts_2026_rev_4.json.gz
  $ bin/tidewaiter tariff import taric taric.csv --edition taric-2026-03 --published 2026-03-12 \\
      --effective 2026-03-12
  $ bin/tidewaiter tariff import tariff-csv goods.csv measures.csv --territory NO --edition no-2026 \\
      --published 2025-12-20 --effective 2026-01-01
  $ bin/tidewaiter tariff import us-programmes s301_product_lists.csv --edition lists-2026-09 \\
      --published 2026-09-01 --effective 2026-09-01`
