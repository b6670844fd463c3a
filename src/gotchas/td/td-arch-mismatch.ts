import { known, Unknown } from '../../facts/fact';
import type { ImageFacts } from '../../facts/image';
import { defineGotcha, each, type Finding } from '../definition';
import { repositoryOf } from '../images';
import { ofContainer } from '../naming';

const ARM = /(?:^|[-_.])(?:arm64|arm64v8|aarch64)(?=$|[-_.])/;
const X86 = /(?:^|[-_.])(?:amd64|x86[-_]64)(?=$|[-_.])/;

export const tdArchMismatch = defineGotcha({
  id: 'td-arch-mismatch',
  title: 'The image is built for another architecture than the task',
  consequence: 'risk',
  symptom: '`CannotPullContainerError: … image Manifest does not contain descriptor matching platform \'linux/amd64\'`, or `exec format error` in the logs.',
  why: 'Fargate runs a task on X86_64 unless runtimePlatform is ARM64, on any build machine: one built on a laptop with an ARM processor is for ARM64.',
  rule: 'On Fargate, an image whose tag or path names one architecture (`arm64`, `aarch64`, `amd64`, `x86_64`) is for the `cpuArchitecture` of the task, X86_64 by default. '
    + 'An image that the CDK builds is for the platform of its asset (an error), as the asset manifest beside the template has it; without a platform it is for the machine that builds it, and not checked.',
  fix: 'set cpuArchitecture of the runtimePlatform to the architecture of the image, or take an image for both',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-arm64.html',
  levels: ['synth', 'live'],
  causalRank: 'start',
  subject: 'task',
  // On EC2 the instances decide, and not the task definition.
  needs: ['onFargate', 'cpuArchitecture', 'containers'],
  reads: ['operatingSystemFamily'],
  check: ({ onFargate, cpuArchitecture, operatingSystemFamily, containers }) => !onFargate ? [] : each(containers, (container) => {
    const platform = known(container.image.platform);
    if (platform !== undefined) return ofAsset(platform, platformOf(cpuArchitecture, known(operatingSystemFamily)), ofContainer(container, 'image'));
    const builtFor = architectureOf(container.image);
    if (builtFor === undefined || builtFor.architecture === cpuArchitecture) return [];
    return [{
      property: ofContainer(container, 'image'),
      detail: `image (${builtFor.said}) is for ${builtFor.architecture}, and the task runs on ${cpuArchitecture}`,
    }];
  }),
});

/** Platform of a task, as Docker writes it. */
function platformOf(cpuArchitecture: string, operatingSystemFamily: string): string {
  return `${operatingSystemFamily.startsWith('WINDOWS') ? 'windows' : 'linux'}/${cpuArchitecture === 'ARM64' ? 'arm64' : 'amd64'}`;
}

/** An image that is built for several platforms has them in one text. */
function ofAsset(platforms: string, ofTask: string, property: string): readonly Finding[] {
  if (platforms.split(',').some((platform) => isFor(platform.trim().toLowerCase(), ofTask))) return [];
  return [{
    property,
    detail: `image (${platforms}) is built for another platform than that of the task, ${ofTask}`,
    consequence: 'never-works',
    fix: `build the image with platform ${ofTask}, or set cpuArchitecture of the runtimePlatform to that of the image`,
  }];
}

// Docker takes other names of the architectures, and a variant behind them.
function isFor(platform: string, ofTask: string): boolean {
  const full = platform.includes('/') ? platform : `linux/${platform}`;
  return full.replace(/x86[-_]64/, 'amd64').replace('aarch64', 'arm64').replace(/\/v8$/, '') === ofTask;
}

/** Architecture in the name of an image; `undefined` if it names both. */
function architectureOf(image: ImageFacts): { readonly said: string; readonly architecture: string } | undefined {
  const tag = known(image.tag) ?? '';
  const said = image.reference instanceof Unknown ? [tag] : [tag, ...repositoryOf(image).split('/')];
  const arm = said.find((part) => ARM.test(part));
  const x86 = said.find((part) => X86.test(part));
  if (arm === undefined && x86 === undefined) known(image.reference);
  if (arm !== undefined && x86 === undefined) return { said: arm, architecture: 'ARM64' };
  return x86 !== undefined && arm === undefined ? { said: x86, architecture: 'X86_64' } : undefined;
}
