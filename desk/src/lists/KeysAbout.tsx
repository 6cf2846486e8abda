import { useWords } from '../text';

const KEYS = [
  ['j', 'keys.next'],
  ['k', 'keys.previous'],
  ['Enter', 'keys.open'],
  ['1–9', 'keys.press'],
] as const;

/** Which keys move through a list and act on it. */
export function KeysAbout() {
  const { t } = useWords();
  return (
    <p className="keys-about small soft">
      {KEYS.map(([key, says]) => (
        <span key={key}>
          <kbd className="hint-key">{key}</kbd> {t(says)}
        </span>
      ))}
    </p>
  );
}
