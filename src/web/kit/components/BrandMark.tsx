import { Group, Text } from '@mantine/core'

/** Two waves under a flag, and the name. */
export function BrandMark() {
  return (
    <Group gap={8} wrap="nowrap">
      <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="6" fill="#0b3a53" />
        <path
          d="M10 17V6l9 3-9 3"
          fill="#f2b84b"
          stroke="#f2b84b"
          strokeWidth="2"
          strokeLinejoin="round"
        />
        <path
          d="M4 21q4-4 8 0t8 0 8 0M4 26q4-4 8 0t8 0 8 0"
          fill="none"
          stroke="#fff"
          strokeWidth="2"
        />
      </svg>
      <Text fw={700} visibleFrom="xs" style={{ letterSpacing: '-0.01em' }}>
        Tidewaiter
      </Text>
    </Group>
  )
}
