import { Tag } from 'antd';
import { Nothing } from '../parts/Nothing';
import { useWords } from '../text';
import { money } from '../text/format';
import type { FoundPack } from './found';
import { NumberLinks } from './NumberLinks';

/** What to look at first, each with what speaks for it: hints, no findings. */
export function Focuses({ focuses }: { focuses: FoundPack['focuses'] }) {
  const { t, value, language } = useWords();
  if (focuses.length === 0) return <Nothing title={t('pack.noFocus')}>{t('pack.noFocusMend')}</Nothing>;
  return (
    <>
      <p className="soft focus-about">{t('pack.focusAbout')}</p>
      {focuses.map(({ focus, points, reasons }) => (
        <section key={focus} className="focus" aria-label={value('InspectionFocus', focus)}>
          <h3>
            {value('InspectionFocus', focus)} <span className="panel-count">{t('pack.points', { count: points })}</span>
          </h3>
          <table className="reasons">
            <thead className="unseen">
              <tr>
                <th scope="col">{t('pack.sign')}</th>
                <th scope="col">{t('column.sentence')}</th>
                <th scope="col">{t('pack.amount')}</th>
                <th scope="col">{t('pack.pointsOf')}</th>
              </tr>
            </thead>
            <tbody>
              {reasons.map((each) => (
                <tr key={each.sign}>
                  <td>
                    <Tag>{value('PackSign', each.sign)}</Tag>
                  </td>
                  <td>
                    {language === 'zh' ? each.sentenceZh : each.sentence} <NumberLinks matters={each.matters} />
                  </td>
                  <td className="numbers">{Number(each.amountFen) > 0 ? money(each.amountFen, language) : ''}</td>
                  <td className="numbers">+{each.points}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}
