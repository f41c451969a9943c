/** What an answer looks like once it has travelled: moments have become text. */
export type Wire<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends Date
    ? string
    : Value extends readonly (infer Entry)[]
      ? readonly Wire<Entry>[]
      : Value extends object
        ? { readonly [Name in keyof Value]: Wire<Value[Name]> }
        : Value
