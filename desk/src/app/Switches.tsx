import { Button } from 'antd';
import { useWords } from '../text';
import { usePreferences } from './preferences';

/** Language and shade, each one click away from the other. */
export function Switches() {
  const { t } = useWords();
  const { language, shade, setLanguage, setShade } = usePreferences();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <span className="switches">
      <Button type="text" onClick={() => setLanguage(other)} lang={other === 'zh' ? 'zh-CN' : 'en'}>
        {other === 'zh' ? '中文' : 'English'}
      </Button>
      <Button
        type="text"
        aria-label={shade === 'dark' ? t('shade.toLight') : t('shade.toDark')}
        title={shade === 'dark' ? t('shade.toLight') : t('shade.toDark')}
        onClick={() => setShade(shade === 'dark' ? 'light' : 'dark')}
        icon={<ShadeIcon dark={shade === 'dark'} />}
      />
    </span>
  );
}

function ShadeIcon({ dark }: { dark: boolean }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.6">
      {dark ? (
        <>
          <circle cx="8" cy="8" r="3" />
          <path d="M8 1v2M8 13v2M1 8h2M13 8h2M3 3l1.4 1.4M11.6 11.6 13 13M13 3l-1.4 1.4M4.4 11.6 3 13" />
        </>
      ) : (
        <path d="M13 9.5A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5Z" />
      )}
    </svg>
  );
}
