import type { SignIn } from './session';

type Issuer = NonNullable<SignIn['oidc']>;

interface Endpoints {
  authorization_endpoint: string;
  token_endpoint: string;
}

// What has to live through the way to the issuer and back; neither is worth anything after it.
const PENDING = 'leadlink.sign-in';

interface Pending {
  state: string;
  verifier: string;
  path: string;
}

/** Leaves for the issuer: authorization code with PKCE (RFC 7636, S256). */
export async function leaveForIssuer(issuer: Issuer): Promise<void> {
  const endpoints = await endpointsOf(issuer);
  const pending: Pending = { state: random(), verifier: random() + random(), path: location.pathname };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pending.verifier));
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: issuer.client,
    redirect_uri: redirectUri(),
    scope: issuer.scope,
    state: pending.state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  });
  location.assign(`${endpoints.authorization_endpoint}?${asked}`);
}

/** Returns the token where the issuer has just sent the browser back, else nothing; refuses an answer to nobody's question. */
export async function tokenFromIssuer(issuer: Issuer): Promise<string | null> {
  const told = new URLSearchParams(location.search);
  if (location.pathname !== '/signed-in' || !told.has('state')) return null;
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? 'null') as Pending | null;
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, '', pending?.path ?? '/');
  const code = told.get('code');
  if (!pending || pending.state !== told.get('state') || !code) throw new Error(told.get('error') ?? 'state');
  const endpoints = await endpointsOf(issuer);
  const answer = await fetch(endpoints.token_endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      client_id: issuer.client,
      redirect_uri: redirectUri(),
      code_verifier: pending.verifier,
    }),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return ((await answer.json()) as { access_token: string }).access_token;
}

async function endpointsOf(issuer: Issuer): Promise<Endpoints> {
  const answer = await fetch(`${issuer.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as Endpoints;
}

function redirectUri(): string {
  return `${location.origin}/signed-in`;
}

function random(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
