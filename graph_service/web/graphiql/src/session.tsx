import { useGraphiQLActions } from '@graphiql/react';
import { useEffect, useState } from 'react';
import { forgetToken, sessionToken, takeTokenFromAddress } from './token';

const ANSWERED = 'leadlink:answered';

/** Asks as `fetch` does, and tells the page whether the token was good: a refusal's own words, or nothing. */
export async function watchedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const answer = await fetch(input, init);
  const refusal = answer.status === 401 ? await answer.clone().json().catch(() => null) : null;
  const detail = answer.status === 401 ? String(refusal?.errors?.[0]?.message ?? 'the token is not valid') : null;
  dispatchEvent(new CustomEvent(ANSWERED, { detail }));
  return answer;
}

/** Says whether requests carry a token and whether it is good, and lets the user drop it. */
export function Session() {
  const { introspect } = useGraphiQLActions();
  const [signed, setSigned] = useState(sessionToken() !== null);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    const onAnswer = (event: Event) => setRefusal((event as CustomEvent<string | null>).detail);
    addEventListener(ANSWERED, onAnswer);
    return () => removeEventListener(ANSWERED, onAnswer);
  }, []);
  useEffect(() => {
    const onHash = () => {
      if (!takeTokenFromAddress()) return;
      setSigned(true);
      void introspect();
    };
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, [introspect]);
  const forget = () => {
    forgetToken();
    setSigned(false);
    setRefusal(null);
  };
  const drop = <button type="button" onClick={forget}>forget 清除</button>;
  if (refusal !== null && signed) {
    return (
      <span className="session refused" role="alert" title={refusal}>
        token refused 令牌无效: {refusal} {drop}
      </span>
    );
  }
  if (!signed) {
    const hint = 'Open the address that the service printed, or paste {"Authorization": "Bearer …"} under Headers.';
    return <span className="session" title={hint}>no token: see Headers 未带令牌</span>;
  }
  return <span className="session">token kept for this tab 已带令牌 {drop}</span>;
}
