import { useWords } from '../text';
import { moment } from '../text/format';
import { useViewer } from './useViewer';

/** The watermark of what leaves the desk: who took it out, and when. */
export function useMark(): () => string {
  const { t, language } = useWords();
  const viewer = useViewer();
  const name = `${viewer?.officerName ?? ''} ${viewer?.officerId ?? ''}`.trim();
  return () => t('mark', { name, at: moment(new Date().toISOString(), language) });
}
