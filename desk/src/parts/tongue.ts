import type { Language } from '../text';

const BOTH = /^([\u0020-\u007e]+?) ([^\u0000-\u007f].*)$/s;

/** A text that says the same in English and then in Chinese, as titles of models do, in the language that is shown. */
export function inOneTongue(text: string, language: Language): string {
  const [, english, chinese] = BOTH.exec(text) ?? [];
  return (language === 'zh' ? chinese : english) ?? text;
}
