import { useWords } from '../text';
import { day } from '../text/format';

interface Person {
  bornOn?: string | null;
  idMask?: string | null;
  posts?: readonly { post: string | null; unit: { caption: string } }[];
}

/** What tells a person from namesakes: the newest post, the day of birth, what is shown of the identity number. */
export function PersonAside({ person: { bornOn, idMask, posts = [] } }: { person: Person }) {
  const { t, language } = useWords();
  const post = posts[0];
  const told = [
    post && [post.unit.caption, post.post].filter(Boolean).join(language === 'zh' ? '' : ', '),
    bornOn && t('person.born', { day: day(bornOn, language) }),
    !bornOn && idMask,
  ].filter(Boolean);
  return told.length > 0 ? <span className="soft small">{told.join(' · ')}</span> : null;
}
