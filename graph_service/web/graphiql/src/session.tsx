import { useGraphiQLActions } from '@graphiql/react';
import { useEffect, useState } from 'react';
import { forgetToken, sessionToken, takeTokenFromAddress } from './token';

/** Says whether requests carry a token, and lets the user drop it. */
export function Session() {
  const { introspect } = useGraphiQLActions();
  const [signed, setSigned] = useState(sessionToken() !== null);
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
  };
  if (!signed) {
    const hint = 'Open the address that the service printed, or paste {"Authorization": "Bearer …"} under Headers.';
    return <span className="session" title={hint}>no token: see Headers 未带令牌</span>;
  }
  return (
    <span className="session">
      token kept for this tab 已带令牌{' '}
      <button type="button" onClick={forget}>forget 清除</button>
    </span>
  );
}
