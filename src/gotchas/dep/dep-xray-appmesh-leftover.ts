import type { ContainerFacts } from '../../facts/container';
import { known, knownOf, Unknown } from '../../facts/fact';
import type { ProxyFacts, TaskFacts } from '../../facts/task';
import type { Consequence } from '../consequence';
import { all, defineGotcha, each, type Result } from '../definition';
import { repositoryOf } from '../images';
import { ofContainer } from '../naming';

const APP_MESH = /(^|\/)aws-appmesh-(envoy|proxy-route-manager)$/;

export const depXrayAppmeshLeftover = defineGotcha({
  id: 'dep-xray-appmesh-leftover',
  title: 'A part of App Mesh or of the X-Ray daemon is left',
  consequence: 'never-works',
  symptom: 'The Envoy container doesn\'t get healthy, and no traffic leaves or reaches the task.',
  why: 'AWS ended App Mesh on 2026-09-30: its Envoy gets no configuration any more, and all traffic of the task goes through it. '
    + 'The X-Ray daemon is only kept alive since 2026-02-25, in favour of OpenTelemetry.',
  rule: 'A task has no `proxyConfiguration` of App Mesh and none of its images, and no image of the X-Ray daemon. While there is a `proxyConfiguration`, it names a container of the task and the network mode is `awsvpc`.',
  fix: 'remove proxyConfiguration and the Envoy container, and connect the services with Service Connect',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html',
  levels: ['synth', 'live'],
  designedOut: 'Our services have no proxy configuration.',
  subject: 'task',
  needs: [],
  reads: ['proxy', 'networkMode', 'containers'],
  check: ({ proxy, networkMode, containers }) => all(
    () => {
      const mesh = known(proxy);
      return mesh === undefined ? [] : all(() => ofProxy(mesh, containers), () => missing(mesh, known(containers)), () => known(networkMode) === 'awsvpc' ? []
        : found('proxyConfiguration', `proxyConfiguration (App Mesh) needs network mode awsvpc, and the task has ${known(networkMode)}`, 'rejected'));
    },
    () => each(known(containers), image),
  ),
});

function found(property: string, detail: string, consequence?: Consequence, fix?: string): readonly Result[] {
  return [{ property, detail, consequence, fix }];
}

function ofProxy(proxy: ProxyFacts, containers: TaskFacts['containers']): readonly Result[] {
  const name = known(proxy.containerName);
  // Another Envoy may get its configuration from a control plane of the user's own.
  const isOfMesh = !(containers instanceof Unknown)
    && containers.some((container) => container.name === name && typeof container.image.reference === 'string' && APP_MESH.test(repositoryOf(container.image)));
  return found('proxyConfiguration', `proxyConfiguration (${name}) sends all traffic through App Mesh, which AWS has ended`, isOfMesh ? undefined : 'risk');
}

function missing(proxy: ProxyFacts, containers: readonly ContainerFacts[]): readonly Result[] {
  const names = containers.map(({ name }) => name);
  if (knownOf(names).includes(known(proxy.containerName))) return [];
  return found('proxyConfiguration', `proxyConfiguration (${known(proxy.containerName)}) is not a container of the task, which has ${names.map(known).join(', ')}`, 'rejected');
}

function image(container: ContainerFacts): readonly Result[] {
  const repository = repositoryOf(container.image);
  const at = ofContainer(container, 'image');
  if (APP_MESH.test(repository)) return found(at, `image (${repository}) is a part of App Mesh, which AWS has ended`, 'misbehaves');
  return /(^|\/)aws-xray-daemon$/.test(repository)
    ? found(at, `image (${repository}) gets no new features any more`, 'worth-knowing', 'send traces with OpenTelemetry: OtelCollector with OtelPipeline.xray(), or ApplicationSignals') : [];
}
