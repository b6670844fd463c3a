import type { ContainerFacts } from '../../facts/container';
import type { UlimitFacts } from '../../facts/container-settings';
import { known } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

/** Open files of a container on Fargate by default. */
const FARGATE_FILES = 65535;
const NO_LIMIT = -1;

export const tdNofileUlimit = defineGotcha({
  id: 'td-nofile-ulimit',
  title: 'A limit that contradicts itself, or allows fewer open files than the default',
  consequence: 'never-works',
  symptom: '`too many open files` in the logs, or containers that don\'t start.',
  why: 'No container starts with a soft limit above its hard limit. Fargate allows 65535 open files by default: a lower number, from the time when the default was 1024, is soon used up under load.',
  rule: '`softLimit` is at most `hardLimit`, where -1 is no limit. On Fargate a `softLimit` of `nofile` is 65535 or more.',
  fix: 'set softLimit to hardLimit or less, and leave nofile out on Fargate unless it has to be higher',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html',
  levels: ['construct', 'synth', 'live'],
  subject: 'task',
  needs: ['containers'],
  reads: ['onFargate'],
  check: ({ containers, onFargate }) => each(containers, (container) => each(known(container.ulimits), (ulimit) => all(
    () => contradiction(container, ulimit),
    () => known(ulimit.name) === 'nofile' && known(onFargate) ? fewFiles(container, known(ulimit.softLimit)) : [],
  ))),
});

function contradiction(container: ContainerFacts, ulimit: UlimitFacts): readonly Result[] {
  const [soft, hard] = [known(ulimit.softLimit), known(ulimit.hardLimit)];
  if (hard === NO_LIMIT || (soft !== NO_LIMIT && soft <= hard)) return [];
  return [{ property: ofContainer(container, 'ulimits'), detail: `softLimit (${soft}) of ${known(ulimit.name)} is above hardLimit, which is ${hard}` }];
}

function fewFiles(container: ContainerFacts, softLimit: number): readonly Result[] {
  return softLimit === NO_LIMIT || softLimit >= FARGATE_FILES ? [] : [{
    consequence: 'worth-knowing',
    property: ofContainer(container, 'ulimits'),
    detail: `softLimit (${softLimit}) of nofile is less than the default of Fargate, which is ${FARGATE_FILES}`,
    fix: 'remove the nofile limit',
  }];
}
