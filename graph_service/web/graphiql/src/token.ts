const KEY = 'leadlink.token';
const PREFIX = '#token=';

/** Moves a token from the address into this tab's session, so that no history, log or copied link keeps it. */
export function takeTokenFromAddress(): boolean {
  if (!location.hash.startsWith(PREFIX)) return false;
  const token = decodeURIComponent(location.hash.slice(PREFIX.length)).trim();
  history.replaceState(null, '', location.pathname + location.search);
  if (token) sessionStorage.setItem(KEY, token);
  return token !== '';
}

export function sessionToken(): string | null {
  return sessionStorage.getItem(KEY);
}

export function forgetToken(): void {
  sessionStorage.removeItem(KEY);
}

/** Returns the headers of one request; an Authorization pasted in the headers pane wins over the session's token. */
export function withToken(pasted: Record<string, string> = {}): Record<string, string> {
  const token = sessionToken();
  const named = Object.keys(pasted).some((name) => name.toLowerCase() === 'authorization');
  return token && !named ? { ...pasted, Authorization: `Bearer ${token}` } : pasted;
}
