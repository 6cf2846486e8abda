import type { Words } from '../text';
import { count, day, moment } from '../text/format';
import type { Task } from './task';

/** What a task says of itself, as pairs of what it is called and what it is; what nobody stated is left out. */
export function factsOf({ own }: Task, { t, value, language }: Words): [string, string][] {
  const on = (said: string | null) => day(said, language);
  const many = (said: number) => count(said, language);
  const told: [string, string | null | undefined][] = [];
  switch (own.__typename) {
    case 'Recommendation':
      told.push(
        [t('task.form'), value('RecommendationForm', own.form)],
        [t('column.number'), own.number],
        [t('task.findings'), own.findings],
        [t('task.causes'), own.causes],
        [t('task.basis'), own.basis],
        [t('task.copyTo'), own.copyTo.join(language === 'zh' ? '、' : ', ')],
        [t('task.issuedOn'), on(own.issuedOn)],
        [t('task.servedOn'), on(own.servedOn)],
        [t('task.planOn'), on(own.planReceivedOn)],
        [t('task.replyOn'), on(own.replyReceivedOn)],
        [t('acts.adopted'), value('Adoption', own.adopted)],
      );
      break;
    case 'Sweep':
      told.push(
        [t('task.pattern'), own.pattern],
        [t('task.problem'), value('Problem', own.problem)],
        [t('task.toCheck'), many(own.toCheck)],
        [t('task.clear'), many(own.clear)],
        [t('task.found'), many(own.found)],
        [t('task.fixed'), many(own.fixed)],
        [t('task.people'), many(own.peopleAffected)],
      );
      break;
    case 'SupervisionList':
      told.push([t('task.basis'), own.basis], [t('task.toCheck'), many(own.toCheck)], [t('task.good'), many(own.good)], [t('task.problems'), many(own.problems)]);
      break;
    case 'Ticket':
      told.push(
        [t('column.number'), own.number],
        [t('column.channel'), value('Channel', own.channel)],
        [t('task.problem'), value('Problem', own.problem)],
        [t('task.askedAt'), own.askedAt ? moment(own.askedAt, language) : null],
        [t('task.text'), own.text],
        [t('acts.answer'), own.life?.answer],
        [t('acts.rating'), own.life?.rating ? String(own.life.rating) : null],
      );
      break;
  }
  if ('madeBy' in own) told.push([t('task.madeBy'), `${own.madeBy} · ${moment(own.madeAt, language)}`], [t('task.ownDueOn'), on(own.ownDueOn)], [t('task.closedOn'), on(own.closedOn)]);
  return told.filter((pair): pair is [string, string] => Boolean(pair[1]));
}
