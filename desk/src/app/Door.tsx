import { Alert, Button, Card, Skeleton } from 'antd';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Provider } from 'urql';
import { useWords, type TextKey } from '../text';
import { LiveProvider } from '../live/LiveProvider';
import { ChooseOfficer } from './ChooseOfficer';
import { clientOf } from './client';
import { Gate } from './Gate';
import { leaveForIssuer, tokenFromIssuer } from './oidc';
import { readSignIn, SessionContext, tokenOf, type Session, type SignIn } from './session';
import { Shell } from './Shell';
import { useIdle } from './useIdle';

// In the demo an officer is no secret: who was chosen is remembered for this tab, so that loading anew does not ask again.
const CHOSEN = 'leadlink.demo-officer';

/** Lets in who is signed in, and shows everybody else how to sign in. */
export function Door() {
  const { t } = useWords();
  const [signIn, setSignIn] = useState<SignIn | null>(null);
  const [token, setToken] = useState<string | null>(null);
  const [fault, setFault] = useState<TextKey | null>(null);

  const begin = useCallback(async () => {
    setFault(null);
    try {
      const found = await readSignIn();
      const kept = found.demo ? sessionStorage.getItem(CHOSEN) : null;
      if (kept) setToken(await tokenOf(kept).catch(() => null));
      if (found.oidc) setToken(await tokenFromIssuer(found.oidc));
      setSignIn(found);
    } catch {
      setFault('door.unreachable');
    }
  }, []);
  useEffect(() => void begin(), [begin]);

  const signOut = useCallback((why?: 'idle' | 'refused') => {
    sessionStorage.removeItem(CHOSEN);
    setToken(null);
    setFault(why === 'idle' ? 'door.idle' : why === 'refused' ? 'door.refused' : null);
  }, []);
  useIdle(token !== null, signIn?.idleMinutes ?? 30, () => signOut('idle'));

  const session = useMemo<Session | null>(() => (token ? { token, signOut } : null), [token, signOut]);
  const client = useMemo(() => (session ? clientOf(session) : null), [session]);
  if (session && client) {
    return (
      <SessionContext value={session}>
        <Provider value={client}>
          <LiveProvider>
            <Shell />
          </LiveProvider>
        </Provider>
      </SessionContext>
    );
  }
  return (
    <Gate>
      {fault && (
        <Alert
          type={fault === 'door.idle' ? 'info' : 'error'}
          showIcon
          title={t(fault)}
          action={signIn ? undefined : <Button onClick={() => void begin()}>{t('error.again')}</Button>}
        />
      )}
      {!signIn && !fault && <Skeleton active aria-label={t('loading')} />}
      {signIn?.demo && (
        <ChooseOfficer
          chosen={(officer, given) => {
            sessionStorage.setItem(CHOSEN, officer);
            setFault(null);
            setToken(given);
          }}
        />
      )}
      {signIn && !signIn.demo && <AtIssuer signIn={signIn} failed={() => setFault('door.unreachable')} />}
    </Gate>
  );
}

function AtIssuer({ signIn, failed }: { signIn: SignIn; failed: () => void }) {
  const { t } = useWords();
  const issuer = signIn.oidc;
  if (!issuer) return <Alert type="warning" showIcon title={t('door.noClient')} description={t('door.noClientMend')} />;
  return (
    <Card>
      <p>{t('door.issuer')}</p>
      <Button type="primary" size="large" onClick={() => void leaveForIssuer(issuer).catch(failed)}>
        {t('door.signIn')}
      </Button>
    </Card>
  );
}
