// Preloaded into each part that `npm start` starts. The channel to the parent closes when the parent is gone, also after
// SIGKILL; then this part is asked to end as by a person, and ends by itself if it does not.
const LAST_CALL_MS = 10_000

process.channel?.unref()
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), LAST_CALL_MS).unref()
})
