// The examples wait with Testing Library's default of one second. On a busy machine that is too short.
if (typeof document !== 'undefined') {
  const libraries = await Promise.all([import('@testing-library/react'), import('@testing-library/vue')])
  for (const { configure } of libraries) configure({ asyncUtilTimeout: 30_000 })
}
