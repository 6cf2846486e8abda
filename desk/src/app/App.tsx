import { App as AntApp, ConfigProvider } from 'antd';
import { useMemo, useState } from 'react';
import { BrowserRouter } from 'react-router';
import { localeOf, speak, type Language } from '../text';
import { keepPreferences, PreferencesContext, type Preferences, type Shade } from './preferences';
import { Door } from './Door';
import { nonce } from './nonce';
import { themeOf } from './theme';

/** The whole desk: language, shade and look around the door at which one signs in. */
export function App({ begun }: { begun: { language: Language; shade: Shade } }) {
  const [language, setLanguage] = useState(begun.language);
  const [shade, setShade] = useState(begun.shade);
  document.documentElement.dataset.shade = shade;
  const preferences = useMemo<Preferences>(
    () => ({
      language,
      shade,
      setLanguage(next) {
        keepPreferences(next, shade);
        void speak(next).then(() => setLanguage(next));
      },
      setShade(next) {
        keepPreferences(language, next);
        setShade(next);
      },
    }),
    [language, shade],
  );
  const theme = useMemo(() => themeOf(shade), [shade]);
  return (
    <PreferencesContext value={preferences}>
      <ConfigProvider theme={theme} locale={localeOf(language)} csp={{ nonce }} button={{ autoInsertSpace: false }}>
        <AntApp component={false}>
          <BrowserRouter>
            <Door />
          </BrowserRouter>
        </AntApp>
      </ConfigProvider>
    </PreferencesContext>
  );
}
