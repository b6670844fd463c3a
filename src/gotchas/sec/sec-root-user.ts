import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

const ROOT = /^(root|0)(:|$)/;
const ADMINISTRATOR = /^ContainerAdministrator$/i;

export const secRootUser = defineGotcha({
  id: 'sec-root-user',
  title: 'A container that is set to run as root',
  consequence: 'risk',
  symptom: '`whoami` in the container prints root.',
  why: 'An intruder in the container is root in it, may write all of its files, and is one flaw of the runtime away from the host.',
  rule: '`user` of a container isn\'t `root`, `0` or `ContainerAdministrator`. One that is left out is not reported, since the image decides, nor that of a FireLens log router.',
  fix: 'set user to one without rights, or leave it to the image',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
  levels: ['synth', 'live'],
  causalRank: 'none',
  subject: 'task',
  needs: ['containers'],
  // Without user the image decides, which no template shows; the images of log routers ask for root.
  check: ({ containers }) => each(containers, (container) => {
    const user = known(container.user);
    if (user === undefined || container.isLogRouter === true || !(ROOT.test(user) || ADMINISTRATOR.test(user))) return [];
    return [{ property: ofContainer(container, 'user'), detail: `user (${user}) has every right in ${ofContainer(container)}` }];
  }),
});
