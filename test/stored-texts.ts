import { Client } from 'pg'

import { quoteIdentifier } from '../src/platform/postgres/session.ts'

/**
 * The tables of a database in which one of some strings is stored, in whatever column and form:
 * text, JSON, bytes, or any of these in base64. Letters are compared without regard to capitals.
 */
export async function tablesThatHold(
  ownerUrl: string,
  strings: readonly string[],
): Promise<readonly string[]> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const found: string[] = []
    for (const table of await tablesOf(client)) {
      const texts = await textsIn(client, table)
      const holds = strings.some((text) => texts.includes(text.toLowerCase()))
      if (holds) found.push(table.name)
    }
    return found
  } finally {
    await client.end()
  }
}

interface Table {
  readonly schema: string
  readonly name: string
}

/** Every table that holds rows of its own: the partitions, not what they are partitions of. */
async function tablesOf(client: Client): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname as schema, c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
    order by n.nspname, c.relname`)
  return rows
}

async function textsIn(client: Client, { schema, name }: Table): Promise<string> {
  const table = `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`
  // Row-level security binds the owner too unless it is lifted, here until the transaction ends. Only one
  // table is locked at a time: workers that go on meanwhile take their locks in another order.
  await client.query('begin')
  await client.query(`alter table ${table} no force row level security`)
  const { rows } = await client.query<Record<string, unknown>>(`select * from ${table}`)
  await client.query('rollback')
  const values = rows.flatMap((row) => Object.values(row)).map(textOf)
  return values
    .flatMap((text) => [text, ...decodedIn(text)])
    .join('\n')
    .toLowerCase()
}

function textOf(value: unknown): string {
  if (Buffer.isBuffer(value)) return value.toString('utf8')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const BASE64 = /[A-Za-z0-9+/]{16,}={0,2}/g

/** Files lie in messages as base64, which may itself hold such a text. */
function decodedIn(text: string): readonly string[] {
  return [...text.matchAll(BASE64)].map(([run]) => Buffer.from(run, 'base64').toString('utf8'))
}
