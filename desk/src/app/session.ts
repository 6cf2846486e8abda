import { createContext, useContext } from 'react';

/** How people sign in at this service. */
export interface SignIn {
  demo: boolean;
  idleMinutes: number;
  oidc: { issuer: string; client: string; scope: string } | null;
}

/** An officer whom the demo lets one choose. */
export interface Choice {
  id: string;
  name: string | null;
  team: string;
  teamName: string | null;
  role: string | null;
}

/** Who is signed in. The token is kept in memory only: closing or loading the page anew forgets it. */
export interface Session {
  token: string;
  signOut: (why?: 'idle' | 'refused') => void;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('nobody is signed in');
  return session;
}

export async function readSignIn(): Promise<SignIn> {
  const answer = await fetch('/desk/session', { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as SignIn;
}

export async function readChoices(): Promise<Choice[]> {
  const answer = await fetch('/desk/officers', { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as Choice[];
}

export async function tokenOf(officer: string): Promise<string> {
  const answer = await fetch('/desk/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ officer }),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return ((await answer.json()) as { token: string }).token;
}
