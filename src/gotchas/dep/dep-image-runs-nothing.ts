import type { ContainerFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { repositoryOf } from '../images';
import { ofContainer } from '../naming';

/** Official images whose command is a shell or the prompt of a language, which ends without input. */
const OF_A_PROMPT = new RegExp(`^(library/|docker/library/)?(${[
  'amazonlinux', 'ubuntu', 'debian', 'alpine', 'busybox', 'fedora', 'centos', 'rockylinux', 'almalinux', 'oraclelinux', 'archlinux',
  'node', 'python', 'ruby', 'php', 'perl', 'golang', 'rust', 'openjdk', 'eclipse-temurin', 'amazoncorretto',
].join('|')})$|^(amazonlinux/amazonlinux|amazoncorretto/amazoncorretto|lts/ubuntu|ubuntu/ubuntu|rockylinux/rockylinux|dotnet/(aspnet|runtime|sdk)|amazon/aws-cli|aws-cli/aws-cli)$`);
export const depImageRunsNothing = defineGotcha({
  id: 'dep-image-runs-nothing',
  title: 'A base image without a command, whose container ends at once',
  consequence: 'never-works',
  symptom: '`Essential container in task exited` with exit code 0 a moment after each start; the deployment never ends, and its tasks have no log.',
  why: 'Base images of a system or a language start a shell or a prompt. Without a terminal it reads the end of its input and ends, and with it the essential container and the task.',
  rule: 'An essential container of a service from a base image (`amazonlinux`, `ubuntu`, `alpine`, `node`, `python`, `eclipse-temurin` and their like) has a `command` or an `entryPoint`.',
  fix: 'set the command of the container, or take an image that runs a server: public.ecr.aws/nginx/nginx:1.27 answers on port 80',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html',
  levels: ['synth'],
  subject: 'service',
  needs: ['task'],
  reads: ['desiredCount'],
  check: ({ task, desiredCount }) => desiredCount === 0 ? [] : each(known(task.containers), (container) => {
    if (!known(container.essential) || !endsAtOnce(container)) return [];
    return [{ property: ofContainer(container, 'command'), detail: `command (none) of ${ofContainer(container)} leaves ${repositoryOf(container.image)} nothing to run` }];
  }),
});

/** Variants of php run a server; which one a digest is of, is not known. */
function mayServe(tag: string | undefined, digest: string | undefined): boolean {
  return tag === undefined ? digest !== undefined : /apache|fpm/.test(tag);
}

function endsAtOnce({ image, command, entryPoint, hasTerminal }: ContainerFacts): boolean {
  // An image of one's own may be called like the one that it is made of.
  if (known(image.inPrivateEcr)) return false;
  const repository = repositoryOf(image);
  if (!OF_A_PROMPT.test(repository) || (repository.endsWith('php') && mayServe(known(image.tag), known(image.digest)))) return false;
  return known(command).length === 0 && known(entryPoint).length === 0 && !known(hasTerminal);
}
