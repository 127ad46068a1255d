// How Node is started for a server: new objects get 8 MiB at a time instead of as much as the machine would give. A run over a
// million claims then takes a hundred megabytes less, and no longer.

export const NODE_FLAGS = ['--max-semi-space-size=8'] as const
