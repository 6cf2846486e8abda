export default {
  base: '/graphiql/',
  build: {
    target: 'es2022',
    // Monaco is large by nature, and it is read from the same machine.
    chunkSizeWarningLimit: 8000,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
};
