type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }
type Node = Readonly<Record<string, Json>>

/** An OpenAPI description in which every schema with a title stands once and is referred to by it. */
export function withComponentSchemas<Description extends object>(
  description: Description,
): Description {
  const schemas: Record<string, Json> = {}
  const { paths, components, ...others } = description as unknown as Node
  const referring = refer(paths ?? {}, schemas)
  return {
    ...others,
    components: { ...(components as Node), schemas },
    paths: referring,
  } as unknown as Description
}

function refer(node: Json, schemas: Record<string, Json>): Json {
  if (Array.isArray(node)) return node.map((item: Json) => refer(item, schemas))
  if (node === null || typeof node !== 'object') return node
  const entries = Object.entries(node).map(
    ([name, value]) => [name, refer(value, schemas)] as const,
  )
  const referring: Node = Object.fromEntries(entries)
  const { title } = referring
  if (typeof title !== 'string') return referring
  schemas[title] = referring
  return { $ref: `#/components/schemas/${title}` }
}
