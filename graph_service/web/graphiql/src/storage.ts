import type { Storage } from '@graphiql/toolkit';

const SECRET = 'headers';

const keptKeys = () => Object.keys(sessionStorage).filter((key) => key.startsWith('graphiql:'));

function withoutHeaders(value: string): string {
  try {
    return JSON.stringify(JSON.parse(value), (name, inner) => (name === SECRET ? undefined : inner));
  } catch {
    return value;
  }
}

/**
 * Keeps GraphiQL's tabs and history for this browser tab only, and request headers nowhere:
 * left alone, GraphiQL's history writes them (bearer tokens too) to the disk.
 */
export const tabStorage: Storage = {
  getItem: (key) => sessionStorage.getItem(key),
  setItem: (key, value) => {
    if (!key.endsWith(`:${SECRET}`)) sessionStorage.setItem(key, withoutHeaders(value));
  },
  removeItem: (key) => sessionStorage.removeItem(key),
  clear: () => keptKeys().forEach((key) => sessionStorage.removeItem(key)),
  get length() {
    return keptKeys().length;
  },
};
