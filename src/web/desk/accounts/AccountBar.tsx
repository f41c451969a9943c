interface AccountBarProps {
  readonly owedGbp: string
  readonly limitGbp: string
}

/** How much of a limit is used, drawn; the figures stand beside it. */
export function AccountBar({ owedGbp, limitGbp }: AccountBarProps) {
  return (
    <div
      aria-hidden
      style={{
        height: 10,
        margin: '8px 0',
        borderRadius: 5,
        overflow: 'hidden',
        background: 'light-dark(#e3e7ea, #3a4046)',
      }}
    >
      <div
        style={{
          width: `${usedPercent(owedGbp, limitGbp)}%`,
          height: '100%',
          background: 'var(--mantine-primary-color-filled)',
        }}
      />
    </div>
  )
}

/** Only for drawing: the length of a bar needs no exact decimal. */
function usedPercent(owedGbp: string, limitGbp: string): number {
  const limit = Number(limitGbp)
  if (limit <= 0) return 100
  return Math.min(100, Math.max(0, (Number(owedGbp) / limit) * 100))
}
