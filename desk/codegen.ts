import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of what the desk asks, from the exported schema; they are written anew before each check and never committed. */
const config: CodegenConfig = {
  schema: '../schema/api.graphql',
  documents: 'src/**/*.graphql',
  generates: {
    'types/asked.ts': {
      plugins: ['typescript-operations'],
      config: {
        enumType: 'string-literal',
        skipTypename: false,
        scalars: { Date: 'string', DateTime: 'string', Fen: 'string | number', JSON: 'Record<string, unknown>' },
      },
    },
  },
};

export default config;
