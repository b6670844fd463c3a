import type { ContainerFacts } from '../../facts/container';
import { known, knownOf, type Fact } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const tdMountPathTaken = defineGotcha({
  id: 'td-mount-path-taken',
  title: 'Two mounts of a container have one path',
  consequence: 'never-works',
  symptom: '`CannotCreateContainerError: Error response from daemon: Duplicate mount point: /…`',
  why: 'A path of a container has one volume or one tmpfs. Docker creates no container with two mounts on one path.',
  rule: 'The `containerPath` of each mount point and tmpfs of a container is there once.',
  fix: 'mount one of the two on another path, or remove it',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html',
  levels: ['synth'],
  avoidedBy: 'The volume parts refuse a path on which the container mounts something.',
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => {
    const places = placesOf(container);
    const paths = knownOf(places).filter((path) => path !== undefined).map(asCompared);
    const taken = paths.filter((path, index) => paths.indexOf(path) < index);
    // A path that is not known may be one of the others.
    if (taken.length === 0 && places.length > 1) places.forEach(known);
    return taken.map((path) => ({ property: ofContainer(container, 'mountPoints'), detail: `containerPath (${path}) is there twice in the container` }));
  }),
});

function placesOf({ mounts, tmpfs }: ContainerFacts): ReadonlyArray<Fact<string | undefined>> {
  return [...known(mounts), ...known(tmpfs)].map(({ path }) => path);
}

/** A path as Docker compares it: without a slash at the end, and without doubled ones. */
function asCompared(path: string): string {
  return path.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');
}
